import { newBreakGlass } from '../sealing/break-glass.ts';

// pnpm protection:break-glass-make: prints a new break-glass key. It is stored nowhere.
const { publicKey, lines } = newBreakGlass();
console.log(`BREAK_GLASS_PUBLIC_KEY=${Buffer.from(publicKey).toString('hex')}

Give each line to another person, on paper, and keep no copy. Any two of them together open every case.
`);
for (const line of lines) console.log(`${line}\n`);
