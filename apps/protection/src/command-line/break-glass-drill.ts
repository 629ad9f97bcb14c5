import 'reflect-metadata';
import { openBreakGlassKey } from '../break-glass-key.ts';
import { drillBreakGlass } from '../features/oversight/break-glass.ts';
import { commandContext, end, openDesk, readLines } from './open-desk.ts';

const prompt = `The drill: two of the three people type their shares, each on one line. Nothing is read.`;

const { settings, database, em } = await openDesk();
const publicKey = await openBreakGlassKey(settings);
const lines = await readLines(prompt, 2);
const drilled = await drillBreakGlass(commandContext(em), publicKey, lines);
await database.close();
if (!drilled.ok) end(2, `The drill FAILED: ${drilled.problem}.`);
const { cases, opened } = drilled.value;
if (opened < cases) end(2, `The drill FAILED: only ${opened} of ${cases} cases would open.`);
end(
  0,
  `The drill went well: the two shares would open all ${cases} cases. No case was read; the audit notes the drill.`,
);
