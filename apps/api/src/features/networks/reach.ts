import { addDays, daysBetween, isIsoDay } from '@samleng/routing';
import { hideSmallCells, SMALL_CELL_LIMIT } from '@samleng/privacy';
import { type ActivityKind, activityKinds, countedAges, countedSexes } from '@samleng/vocabulary';
import type { ApiRequest } from '../../request.ts';
import { maySeeReach } from './club.policy.ts';
import { headsIn, isOfChildren } from './check-headcounts.ts';
import { ActivitySession } from './network.entity.ts';

export type ReachCount = { readonly key: string; readonly count: number | null };
export type Reach = {
  readonly placeCode: string;
  readonly from: string;
  readonly to: string;
  readonly sessions: number;
  /** Heads counted at all sessions: who came three times is in it three times. */
  readonly attendances: number | null;
  /** Different people there must have been: the fullest session of each commune. */
  readonly atLeast: number | null;
  readonly byKind: readonly { kind: ActivityKind; sessions: number; attendances: number | null }[];
  readonly bySex: readonly ReachCount[];
  /** Only for districts and larger places: below, one cut of the figures is enough. */
  readonly byAge: readonly ReachCount[];
};

const longestPeriod = 3 * 366;

/**
 * How far the sessions of a place and a period reached. Nobody is named at a session, so the same child at two of them
 * cannot be told from two children: what is given is how many heads were counted, and how many different people there
 * must have been at least. Counts below ten are hidden, with what would give them away.
 *
 * @returns null when the viewer may not see it or the period is none
 */
export async function reachOf(
  request: ApiRequest,
  { placeCode, from, to }: { placeCode: string; from: string; to: string },
): Promise<Reach | null> {
  const isPlace = placeCode === '' || /^(\d\d){1,3}$/.test(placeCode);
  const isPeriod = isIsoDay(from) && isIsoDay(to) && from <= to && daysBetween(from, to) <= longestPeriod;
  if (!isPlace || !isPeriod || !maySeeReach(request.viewer, placeCode)) return null;
  const sessions = await request.em.find(ActivitySession, {
    placeCode: { $like: `${placeCode}%` },
    heldOn: { $gte: from, $lt: addDays(to, 1) },
    withdrawnAt: null,
  });
  const all = sessions.flatMap(({ counts }) => counts);
  const fullest = new Map<string, number>();
  for (const { placeCode: where, counts } of sessions) {
    const commune = where.slice(0, 6);
    fullest.set(commune, Math.max(fullest.get(commune) ?? 0, headsIn(counts)));
  }
  const kinds = activityKinds.filter((kind) => sessions.some((session) => session.kind === kind));
  const ofKind = (kind: ActivityKind) => sessions.filter((session) => session.kind === kind);
  const kindCounts = hideCells(kinds.map((kind) => headsIn(ofKind(kind).flatMap(({ counts }) => counts))));
  const children = all.filter(isOfChildren);
  const cut = <Key extends string>(keys: readonly Key[], keyOf: (cell: (typeof all)[number]) => Key) => {
    const counted = keys
      .map((key) => ({ key, heads: headsIn(children.filter((cell) => keyOf(cell) === key)) }))
      // Nobody without an answer is no small group: it would hide one that is large enough.
      .filter(({ key, heads }) => key !== 'UNSAID' || heads > 0);
    const counts = hideCells(counted.map(({ heads }) => heads));
    return counted.map(({ key }, at) => ({ key, count: counts[at] ?? null }));
  };
  return {
    placeCode,
    from,
    to,
    sessions: sessions.length,
    attendances: shown(headsIn(all)),
    atLeast: shown([...fullest.values()].reduce((sum, heads) => sum + heads, 0)),
    byKind: kinds.map((kind, at) => ({
      kind,
      sessions: ofKind(kind).length,
      attendances: kindCounts[at] ?? null,
    })),
    bySex: cut(countedSexes, ({ sex }) => sex),
    byAge:
      placeCode.length >= 6
        ? []
        : cut(
            countedAges.filter((age) => age !== 'ADULT'),
            ({ ageBand }) => ageBand,
          ),
  };
}

function shown(count: number): number | null {
  return count === 0 || count >= SMALL_CELL_LIMIT ? count : null;
}

/** Counts of one list as they may be shown together. */
function hideCells(counts: readonly number[]): readonly (number | null)[] {
  if (counts.length === 0) return [];
  const columns = counts.map((_, at) => String(at));
  return hideSmallCells({ rows: ['all'], columns, counts: [counts] }).cells[0] ?? [];
}
