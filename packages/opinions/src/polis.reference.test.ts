import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kMeans } from './clusters.ts';
import { components } from './components.ts';
import { readPolisVotes } from './read-polis.ts';
import { silhouette } from './silhouette.ts';
import { consensusOfGroups, representativeness, talliesByGroup, talliesOfAll } from './statistics.ts';
import { commonGround, representativeStatements } from './telling-statements.ts';
import { collectVotes, type OpinionVote, type OpinionVotes, withoutStatements } from './votes.ts';

// Published conversations, and what a public reimplementation of the mathematics of Polis made of them. They lie
// beside the repository, not in it.
const folder = new URL('../../../../shared/data/ballots/polis/', import.meta.url);
const isThere = existsSync(new URL('reference/', folder));

type Told = Readonly<Record<string, number | string | boolean>> & { readonly tid: number };
type Reference = {
  readonly participants: number;
  readonly votes: number;
  readonly mod_out: readonly number[];
  readonly in_conv: readonly number[];
  readonly pca: {
    readonly center: readonly number[];
    readonly comps: readonly [readonly number[], readonly number[]];
    readonly explained_variance_ratio: readonly [number, number];
  };
  readonly statement_ids: readonly number[];
  readonly projections: Readonly<Record<string, readonly [number, number]>>;
  readonly k: number;
  readonly labels: Readonly<Record<string, number>>;
  readonly silhouette: number;
  readonly group_aware_consensus: Readonly<Record<'agree' | 'disagree', Readonly<Record<string, number>>>>;
  readonly repness: Readonly<Record<string, readonly Told[]>>;
  readonly consensus: Readonly<Record<'agree' | 'disagree', readonly Told[]>>;
};

const conversations = [
  'london.youth.policing',
  '15-per-hour-seattle',
  'brexit-consensus',
  'vtaiwan.uberx',
  'below-100-ptpts',
  '25ptpt-3gp-no-strict-with-meta',
] as const;
type Conversation = (typeof conversations)[number];

/**
 * The second component of vTaiwan in the reference was stopped before it stood still: multiplied with the matrix it
 * misses its own direction by 1.6e-2, ours by less than 1e-9. They lie 1.2e-5 apart.
 */
const LESS_EXACT_REFERENCE: Partial<Record<Conversation, number>> = { 'vtaiwan.uberx': 2e-5 };

/**
 * Started elsewhere, k-means of the reference came to rest in a looser grouping than ours (sum of squares 390.95
 * against 388.15, 499.69 against 499.52, 54.13 against 53.17). 15, 2 and 1 people stand differently.
 */
const LOOSER_REFERENCE: Partial<Record<Conversation, number>> = {
  '15-per-hour-seattle': 15,
  'brexit-consensus': 2,
  '25ptpt-3gp-no-strict-with-meta': 1,
};

/** The reference also counts votes on moderated statements towards the seven; this person has six others. */
const COUNTED_BY_MODERATED_VOTES: Partial<Record<Conversation, readonly number[]>> = {
  '25ptpt-3gp-no-strict-with-meta': [26],
};

/**
 * The reference, like Polis, puts the agreed statement with the highest share first ("best-agree") even where it is not
 * among the five strongest. By our rule statement 30 leads in London's second group, and 10 before 17 in Brexit's first;
 * one group of the small conversation has no significant statement, and there ours names none.
 */
const LED_BY_BEST_AGREE = ['london.youth.policing 1', 'brexit-consensus 0', 'below-100-ptpts 0'];

function load(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
}

function votesOf(name: Conversation): OpinionVotes {
  const list = new URL(`${name}/votes.csv`, folder);
  if (existsSync(list)) {
    const votes = readPolisVotes(readFileSync(list, 'utf8'));
    if (!votes.ok) throw new Error(votes.problem.reason);
    return votes.value;
  }
  type Raw = {
    pid?: number;
    participant_id?: number;
    tid?: number;
    statement_id?: number;
    vote: OpinionVote;
    modified: string;
  };
  const collector = collectVotes();
  const raw = (load(`math-${name}/votes.json`) as Raw[]).toSorted(
    (a, b) => Number(a.modified) - Number(b.modified),
  );
  for (const { pid, participant_id, tid, statement_id, vote } of raw) {
    collector.add(String(pid ?? participant_id), String(tid ?? statement_id), vote);
  }
  return collector.votes();
}

/** Greatest difference of two directions, whatever their sign. */
function apart(left: readonly number[], right: readonly number[]): number {
  const same = Math.max(...left.map((entry, at) => Math.abs(entry - (right[at] ?? 0))));
  const turned = Math.max(...left.map((entry, at) => Math.abs(entry + (right[at] ?? 0))));
  return Math.min(same, turned);
}

describe('published conversations', () => {
  it(isThere ? 'lie beside the repository' : 'DO NOT LIE HERE: nothing is compared with them', () => {
    expect(existsSync(new URL('reference/', folder))).toBe(isThere);
  });

  describe.each(isThere ? conversations : [])('%s', (name) => {
    const reference = load(`reference/${name}.json`) as Reference;
    const all = votesOf(name);
    const votes = withoutStatements(all, new Set(reference.mod_out.map(String)));
    const place = (statement: number): number => votes.statements.indexOf(String(statement));
    const placeInAll = (statement: number): number => all.statements.indexOf(String(statement));
    const leftOut = all.statements.length - votes.statements.length;
    const ours = components(votes);
    const groupOf = Int32Array.from(votes.participants, (id) => reference.labels[id] ?? -1);

    it('has the same votes', () => {
      expect(all.participants.length).toBe(reference.participants);
      expect(all.vote.length).toBe(reference.votes);
    });

    it('has the same components', () => {
      const inOrder = (direction: Float64Array): number[] =>
        reference.statement_ids.map((statement) => direction[place(statement)] ?? 0);
      expect(apart(inOrder(ours.first), reference.pca.comps[0])).toBeLessThan(1e-6);
      expect(apart(inOrder(ours.second), reference.pca.comps[1])).toBeLessThan(
        LESS_EXACT_REFERENCE[name] ?? 1e-6,
      );
      for (const at of [0, 1] as const) {
        expect(ours.explained[at]).toBeCloseTo(reference.pca.explained_variance_ratio[at], 8);
      }
      const kept = reference.statement_ids.map((statement, at) => ({
        statement,
        centre: reference.pca.center[at] ?? 0,
      }));
      for (const { statement, centre } of kept) {
        if (place(statement) !== -1) expect(ours.centre[place(statement)]).toBeCloseTo(centre, 12);
      }
    });

    it('has the same places', () => {
      // The reference sets moderated statements to "pass" for everybody, so that they count as statements and as votes
      // of each person; with us they take no part. The direction of each person is the same, only its length differs.
      const used = votes.statements.length;
      const sign = [0, 1].map((axis) => {
        const person = votes.participants.findIndex(
          (id) => Math.abs(reference.projections[id]?.[axis] ?? 0) > 0.5,
        );
        const theirs = reference.projections[votes.participants[person] ?? '']?.[axis] ?? 0;
        return Math.sign(theirs) === Math.sign(ours.positions[person * 2 + axis] ?? 0) ? 1 : -1;
      });
      for (const [person, id] of votes.participants.entries()) {
        const own = ours.votesOf[person] ?? 0;
        if (own === 0) continue;
        const length = Math.sqrt(reference.statement_ids.length / (own + leftOut)) / Math.sqrt(used / own);
        for (const axis of [0, 1]) {
          const mine = (ours.positions[person * 2 + axis] ?? 0) * length * (sign[axis] ?? 1);
          const theirs = reference.projections[id]?.[axis] ?? 0;
          expect(Math.abs(mine - theirs)).toBeLessThan((LESS_EXACT_REFERENCE[name] ?? 1e-7) * 20);
        }
      }
    });

    it('has the same people in the count', () => {
      const needed = Math.min(7, votes.statements.length);
      const active = votes.participants.filter((_, person) => (ours.votesOf[person] ?? 0) >= needed);
      const extra = COUNTED_BY_MODERATED_VOTES[name] ?? [];
      expect([...active.map(Number), ...extra]).toEqual(reference.in_conv.toSorted((a, b) => a - b));
    });

    it('has the same groups where they are clear, and ours are never looser', () => {
      const people = Object.keys(reference.labels);
      const labels = Int32Array.from(people, (id) => reference.labels[id] ?? -1);
      const places = Float64Array.from(people.flatMap((id) => [...(reference.projections[id] ?? [0, 0])]));
      expect(silhouette(places, labels, reference.k)).toBeCloseTo(reference.silhouette, 9);
      const found = kMeans(places, reference.k);
      const pairs = new Map<string, number>();
      for (const [at, label] of labels.entries()) {
        const pair = `${label} ${found?.groupOf[at]}`;
        pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
      }
      const matched = [...pairs.values()].sort((a, b) => b - a).slice(0, reference.k);
      const astray = people.length - matched.reduce((sum, count) => sum + count, 0);
      expect(astray).toBe(LOOSER_REFERENCE[name] ?? 0);
      expect(found?.spread).toBeLessThanOrEqual(spreadOf(places, labels, reference.k) * (1 + 1e-12));
    });

    it('has the same representative statements', () => {
      const rows = representativeness(votes, groupOf, reference.k);
      for (const [group, told] of Object.entries(reference.repness)) {
        const row = rows[Number(group)] ?? [];
        for (const one of told) {
          const isAgree = one['repful-for'] === 'agree';
          const mine = row[place(one.tid)];
          const side = isAgree ? mine?.agree : mine?.disagree;
          expect(isAgree ? mine?.agrees : mine?.disagrees).toBe(one['n-success']);
          expect(mine?.seen).toBe(one['n-trials']);
          expect(side?.share).toBeCloseTo(Number(one['p-success']), 9);
          expect(side?.shareTest).toBeCloseTo(Number(one['p-test']), 9);
          expect(side?.ratio).toBeCloseTo(Number(one['repness']), 9);
          expect(side?.ratioTest).toBeCloseTo(Number(one['repness-test']), 9);
        }
        if (LED_BY_BEST_AGREE.includes(`${name} ${group}`)) continue;
        expect(
          representativeStatements(row, votes.statements).map((one) => [one.statement, one.side]),
        ).toEqual(told.map((one) => [String(one.tid), one['repful-for']]));
      }
    });

    it('has the same common ground and consensus of groups', () => {
      const common = commonGround(talliesOfAll(votes), votes.statements);
      for (const side of ['agree', 'disagree'] as const) {
        expect(common[side].slice(0, 5).map(({ statement }) => statement)).toEqual(
          reference.consensus[side].map(({ tid }) => String(tid)),
        );
        for (const [at, { share, shareTest }] of common[side].slice(0, 5).entries()) {
          expect(share).toBeCloseTo(Number(reference.consensus[side][at]?.['p-success']), 9);
          expect(shareTest).toBeCloseTo(Number(reference.consensus[side][at]?.['p-test']), 9);
        }
      }
      const tallies = talliesByGroup(all, groupOf, reference.k);
      for (const [statement, agree] of Object.entries(reference.group_aware_consensus.agree)) {
        const mine = consensusOfGroups(tallies, placeInAll(Number(statement)));
        expect(mine.agree).toBeCloseTo(agree, 9);
        expect(mine.disagree).toBeCloseTo(reference.group_aware_consensus.disagree[statement] ?? -1, 9);
      }
    });
  });
});

describe('published mathematics', () => {
  it.each(isThere ? (['below-100-ptpts', '25ptpt-3gp-no-strict-with-meta'] as const) : [])(
    '%s has the published components',
    (name) => {
      type Published = {
        readonly pca: { readonly comps: readonly [readonly number[], readonly number[]] };
        readonly tids: readonly number[];
        readonly 'mod-out': readonly number[];
      };
      const published = load(`math-${name}/math-pca2.json`) as Published;
      const votes = withoutStatements(votesOf(name), new Set(published['mod-out'].map(String)));
      const place = (statement: number): number => votes.statements.indexOf(String(statement));
      const { first, second } = components(votes);
      for (const [axis, direction] of [first, second].entries()) {
        const mine = published.tids.map((statement) => direction[place(statement)] ?? 0);
        expect(apart(mine, published.pca.comps[axis] ?? [])).toBeLessThan(1e-6);
      }
    },
  );

  it.each(
    isThere
      ? (['london.youth.policing', '15-per-hour-seattle', 'brexit-consensus', 'vtaiwan.uberx'] as const)
      : [],
  )('%s has the same votes in both published forms', (name) => {
    const matrix = readPolisVotes(readFileSync(new URL(`${name}/participants-votes.csv`, folder), 'utf8'));
    expect(matrix).toEqual({ ok: true, value: votesOf(name) });
  });
});

function spreadOf(places: Float64Array, labels: Int32Array, k: number): number {
  const sums = new Float64Array(k * 3);
  for (const [at, label] of labels.entries()) {
    sums[label * 3] = (sums[label * 3] ?? 0) + (places[at * 2] ?? 0);
    sums[label * 3 + 1] = (sums[label * 3 + 1] ?? 0) + (places[at * 2 + 1] ?? 0);
    sums[label * 3 + 2] = (sums[label * 3 + 2] ?? 0) + 1;
  }
  let spread = 0;
  for (const [at, label] of labels.entries()) {
    const size = sums[label * 3 + 2] ?? 1;
    const dx = (places[at * 2] ?? 0) - (sums[label * 3] ?? 0) / size;
    const dy = (places[at * 2 + 1] ?? 0) - (sums[label * 3 + 1] ?? 0) / size;
    spread += dx * dx + dy * dy;
  }
  return spread;
}
