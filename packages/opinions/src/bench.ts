import { existsSync, readFileSync } from 'node:fs';
import { findOpinionGroups } from './find-opinion-groups.ts';
import { readPolisVotes } from './read-polis.ts';
import { collectVotes, type OpinionVotes } from './votes.ts';

/**
 * Prints how long opinion groups take, and how many plain passes over the votes that is (one pass: every vote looked at
 * once and counted by statement): on vTaiwan's conversation about Uber when it lies beside the repository, and on a
 * made-up poll of 100,000 people and 300 statements of which each saw 15 %.
 */
export function benchOpinions(): void {
  const published = new URL('../../../../shared/data/ballots/polis/vtaiwan.uberx/votes.csv', import.meta.url);
  const file = existsSync(published) ? readPolisVotes(readFileSync(published, 'utf8')) : undefined;
  if (file?.ok) report('vTaiwan', file.value, 5);
  else console.log('opinions: vTaiwan does not lie beside the repository and is not measured');
  report('a made-up poll', madeUpPoll(100_000, 300, 0.15), 1);
}

function report(name: string, votes: OpinionVotes, times: number): void {
  const pass = median(5, () => plainPass(votes));
  const time = median(times, () => findOpinionGroups(votes));
  const outcome = findOpinionGroups(votes);
  const size = `${votes.participants.length} people × ${votes.statements.length} statements, ${votes.vote.length} votes`;
  const memory = Math.round(process.memoryUsage().rss / 1e6);
  console.log(
    `opinions: ${name}, ${size}: ${time.toFixed(0)} ms, ${(time / pass).toFixed(0)} plain passes of ${pass.toFixed(2)} ms; groups of ${outcome.sizes.join(', ') || 'no clear size'}; ${memory} MB in use`,
  );
}

/** Three camps that lean differently on every statement. */
function madeUpPoll(people: number, statements: number, seen: number): OpinionVotes {
  let state = 15;
  const chance = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const leaning = Array.from({ length: 3 }, () =>
    Array.from({ length: statements }, () => 0.15 + 0.7 * chance()),
  );
  const collector = collectVotes();
  for (let person = 0; person < people; person += 1) {
    const camp = leaning[Math.floor(chance() * 3)] ?? [];
    for (let statement = 0; statement < statements; statement += 1) {
      if (chance() >= seen) continue;
      const draw = chance();
      const vote = draw < 0.1 ? 0 : chance() < (camp[statement] ?? 0.5) ? 1 : -1;
      collector.add(String(person), String(statement), vote);
    }
  }
  return collector.votes();
}

function plainPass(votes: OpinionVotes): Float64Array {
  const sums = new Float64Array(votes.statements.length);
  for (let entry = 0; entry < votes.vote.length; entry += 1) {
    const statement = votes.statement[entry] ?? 0;
    sums[statement] = (sums[statement] ?? 0) + (votes.vote[entry] ?? 0);
  }
  return sums;
}

function median(times: number, run: () => unknown): number {
  const measured = Array.from({ length: times }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return measured.toSorted((left, right) => left - right)[Math.floor(times / 2)] ?? 0;
}
