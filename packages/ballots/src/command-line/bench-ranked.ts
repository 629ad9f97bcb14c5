import { Borda, InstantRunoff, Schulze, Approbation, utils } from 'votes';
import type { BallotProfile } from '../profile/profile.ts';
import { profileBuilder } from '../profile/profile-builder.ts';
import { readBlt } from '../interchange/blt.ts';
import { areReferenceBallotsHere, referenceOutcomes, referenceText } from '../testing/reference-ballots.ts';
import { approval } from '../rules/approval.ts';
import { borda } from '../rules/borda.ts';
import { instantRunoff } from '../rules/instant-runoff.ts';
import { schulze } from '../rules/schulze.ts';
import { stvScottish } from '../rules/stv-scottish.ts';

const voters = 1_000_000;
/** The public implementation gets this many of the same ballots, its time is scaled up. */
const votersOfPeer = 10_000;

/**
 * Prints how long a million ballots take, none of them put together beforehand, how many plain passes over the
 * ballots that is (one pass: every choice read once and added up), and how long npm's `votes` takes for the same.
 */
export function benchRanked(): void {
  const approvals = madeUpApprovals(30);
  const rankings = madeUpRankings(10);
  report(
    'approval, 1,000,000 × 30',
    approvals,
    () => approval(approvals),
    (peer) => new Approbation(peer).scores(),
  );
  report(
    'Borda, 1,000,000 × 10',
    rankings,
    () => borda(rankings),
    (peer) => new Borda(peer).scores(),
  );
  report(
    'Schulze, 1,000,000 × 10',
    rankings,
    () => schulze(rankings),
    ({ ballots, candidates }) => new Schulze(utils.matrixFromBallots(ballots, candidates)).scores(),
  );
  report(
    'instant runoff, 1,000,000 × 10',
    rankings,
    () => instantRunoff(rankings),
    (peer) => new InstantRunoff(peer).ranking(),
  );
  const gathering = median(() => gather(rankings));
  console.log(`ranked: putting 1,000,000 rankings together as they come ${gathering.toFixed(0)} ms`);
  benchWards();
}

function benchWards(): void {
  if (!areReferenceBallotsHere)
    return console.log('ranked: the Scottish wards are not beside the repository');
  const texts = referenceOutcomes<{ file: string }>('scottish/expected.jsonl').map(({ file }) =>
    referenceText(`scottish/${file}`),
  );
  const wards = texts.map((text) => {
    const file = readBlt(text);
    if (!file.ok) throw new Error(file.problem.reason);
    return file.value;
  });
  const reading = median(() => texts.map(readBlt));
  const counting = median(() => wards.map(({ profile, seats }) => stvScottish(profile, seats)));
  const pass = median(() => wards.map(({ profile }) => plainPass(profile)));
  console.log(
    `ranked: Scottish STV, ${wards.length} wards ${counting.toFixed(0)} ms, ${(counting / pass).toFixed(0)} plain passes; reading the files ${reading.toFixed(0)} ms`,
  );
}

interface Peer {
  readonly candidates: string[];
  readonly ballots: { ranking: string[][]; weight: number }[];
}

function report(
  name: string,
  profile: BallotProfile<number>,
  count: () => unknown,
  countByPeer: (peer: Peer) => unknown,
): void {
  const time = median(count);
  const pass = median(() => plainPass(profile));
  const peer = asPeer(profile);
  const peerTime = (medianOf(1, () => countByPeer(peer)) * voters) / votersOfPeer;
  console.log(
    `ranked: ${name} ${time.toFixed(0)} ms, ${(time / pass).toFixed(1)} plain passes of ${pass.toFixed(0)} ms; npm votes ${peerTime.toFixed(0)} ms (scaled up from ${votersOfPeer}), ${(peerTime / time).toFixed(0)} times as long`,
  );
}

function asPeer({ options, starts, choices }: BallotProfile<number>): Peer {
  const ballots = Array.from({ length: votersOfPeer }, (_, ballot) => ({
    ranking: Array.from(choices.subarray(starts[ballot]!, starts[ballot + 1]!), (choice) => [String(choice)]),
    weight: 1,
  }));
  return { candidates: options.map((_, position) => String(position)), ballots };
}

function plainPass({ options, choices }: BallotProfile<number>): Float64Array {
  const sums = new Float64Array(options.length);
  for (let i = 0; i < choices.length; i += 1) sums[choices[i]!]! += 1;
  return sums;
}

function gather({ options, starts, choices, distinct }: BallotProfile<number>): BallotProfile<number> {
  const builder = profileBuilder(options);
  for (let ballot = 0; ballot < distinct; ballot += 1) {
    builder.add(choices.subarray(starts[ballot]!, starts[ballot + 1]!));
  }
  return builder.finish();
}

/** Complete rankings around a common order, so that runoffs take many rounds. */
function madeUpRankings(size: number): BallotProfile<number> {
  const chance = sequence(10);
  const order = Array.from({ length: size }, (_, i) => i);
  return madeUp(size, () => {
    const wish = order.map((option) => option * 0.05 + chance());
    return order.toSorted((a, b) => wish[a]! - wish[b]!);
  });
}

function madeUpApprovals(size: number): BallotProfile<number> {
  const chance = sequence(30);
  const order = Array.from({ length: size }, (_, i) => i);
  return madeUp(size, () => order.filter((option) => chance() < 0.1 + option / 100));
}

function madeUp(size: number, draw: () => readonly number[]): BallotProfile<number> {
  const starts = new Uint32Array(voters + 1);
  const choices = new Uint16Array(voters * size);
  let used = 0;
  for (let ballot = 0; ballot < voters; ballot += 1) {
    const drawn = draw();
    choices.set(drawn.length > 0 ? drawn : [0], used);
    used += Math.max(1, drawn.length);
    starts[ballot + 1] = used;
  }
  return {
    options: Array.from({ length: size }, (_, i) => i + 1),
    ballots: voters,
    blank: 0,
    distinct: voters,
    starts,
    choices: choices.slice(0, used),
    tied: null,
    counts: new Uint32Array(voters).fill(1),
  };
}

/** The same numbers on every machine (linear congruential generator of Numerical Recipes). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const median = (run: () => unknown) => medianOf(5, run);

function medianOf(times: number, run: () => unknown): number {
  const taken = Array.from({ length: times }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return taken.toSorted((a, b) => a - b)[Math.floor(times / 2)]!;
}
