import { spawnSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { benchBudgets } from '../budgets/bench.ts';
import { benchRanked } from './bench-ranked.ts';

/** Every part that is measured; a new one is a line here. */
const parts: readonly (() => void)[] = [benchRanked, benchBudgets, benchOpinions];

/** In a process of its own, so that the memory it reports is its own. */
function benchOpinions(): void {
  const bench = new URL('../../../opinions/src/bench.ts', import.meta.url);
  const script = `(await import(${JSON.stringify(bench.href)})).benchOpinions()`;
  spawnSync(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'inherit' });
}

const [cpu] = cpus();
console.log(
  `Node ${process.version}, ${cpus().length} × ${cpu?.model ?? 'unknown'}, ${(totalmem() / 2 ** 30).toFixed(0)} GB`,
);
for (const part of parts) part();
