import { inject } from 'vitest';

// Before each file: what other files left behind is gone from both services, and their clocks tell the time.

const { control, deskControl } = inject('product');
for (const address of [control, deskControl]) {
  const reply = await fetch(`${address}/begin`);
  if (!reply.ok) throw new Error(`The world could not be put back: ${await reply.text()}`);
}
