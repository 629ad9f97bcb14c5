import { cpus, totalmem } from 'node:os';
import { benchBudgets } from '../budgets/bench.ts';
import { benchRanked } from './bench-ranked.ts';

/** Every part that is measured; a new one is a line here. */
const parts: readonly (() => void | Promise<void>)[] = [benchRanked, benchBudgets];

const [cpu] = cpus();
console.log(
  `Node ${process.version}, ${cpus().length} × ${cpu?.model ?? 'unknown'}, ${(totalmem() / 2 ** 30).toFixed(0)} GB`,
);
for (const part of parts) await part();
