import { isId } from '@samleng/kernel';
import { dayInCambodia } from '@samleng/routing';
import { criteriaOf, scorecardBenchmarks, type ScoreCriterion } from '@samleng/vocabulary';
import { checkCursor, type Page, pageOf, pageSize, readCursor } from '../../graph/connection.ts';
import { arrayOf, readRows } from '../../read-rows.ts';
import { type ApiRequest, type Batch, load } from '../../request.ts';
import { hasRole, officesOf, placesOfRole } from '../accounts/index.ts';
import { type PlanItem, planItemsById, progressByItem } from '../plans/index.ts';
import { type ScoreChange, scoreChange, type CriterionResult, scoreResults } from './score-means.ts';
import { InfoSheet, Scorecard, ScorecardAction, ScoreRound, ScoreSheet } from './scorecard.entity.ts';
import { mayActForService, mayRunScorecard, maySeeScorecard } from './scorecard.policy.ts';

export type ScorecardFilter = { readonly placeCode?: string | null; readonly officeId?: string | null };

export const scorecardsById: Batch<string, Scorecard> = async ({ em }, ids) => {
  const cards = await readRows(em, Scorecard, 'where it.id = any(?::uuid[])', [arrayOf(ids.filter(isId))]);
  return new Map(cards.map((card) => [card.id, card]));
};

const roundsByScorecard: Batch<string, readonly ScoreRound[]> = async ({ em }, ids) => {
  const rounds = await readRows(em, ScoreRound, 'where it.scorecard_id = any(?::uuid[]) order by it.id', [
    arrayOf(ids),
  ]);
  return Map.groupBy(rounds, ({ scorecardId }) => scorecardId);
};

const actionsByScorecard: Batch<string, readonly ScorecardAction[]> = async ({ em }, ids) => {
  const actions = await readRows(
    em,
    ScorecardAction,
    'where it.scorecard_id = any(?::uuid[]) order by it.plan_item_id',
    [arrayOf(ids)],
  );
  return Map.groupBy(actions, ({ scorecardId }) => scorecardId);
};

const publishedByOffice: Batch<string, readonly Scorecard[]> = async ({ em }, officeIds) => {
  const cards = await readRows(
    em,
    Scorecard,
    "where it.office_id = any(?::uuid[]) and it.state = 'PUBLISHED' order by it.year desc",
    [arrayOf(officeIds)],
  );
  return Map.groupBy(cards, ({ officeId }) => officeId);
};

/** The scorecard with this id, when the viewer may see it. */
export async function scorecardById(request: ApiRequest, id: string): Promise<Scorecard | null> {
  const card = await load(request, scorecardsById, id);
  return card !== undefined && maySeeScorecard(request.viewer, card) ? card : null;
}

/** Scorecards of a place and below, or of one service, the newest year first. */
export async function listScorecards(
  request: ApiRequest,
  filter: ScorecardFilter,
  args: { first?: number | null; after?: string | null },
): Promise<Page<Scorecard>> {
  const { viewer } = request;
  const first = pageSize(args);
  const placeCode = filter.placeCode ?? '';
  if (!/^(\d\d){0,4}$/.test(placeCode) || (filter.officeId && !isId(filter.officeId)))
    return pageOf<Scorecard>([], first, () => []);
  const after = readCursor<[number, string]>(args.after, ['number', 'string']);
  if (after !== null) checkCursor(after, ['whole', 'id']);
  const isOverseer = hasRole(viewer, 'ADMINISTRATOR');
  const places = isOverseer
    ? ['']
    : (['FACILITATOR', 'ANALYST'] as const).flatMap((role) => placesOfRole(viewer, role));
  const conditions = [
    { sql: 'it.place_code like ?', values: [`${placeCode}%`] },
    {
      sql: "(it.state = 'PUBLISHED' or it.place_code like any(?::text[]) or it.office_id = any(?::uuid[]))",
      values: [arrayOf(places.map((code) => `${code}%`)), arrayOf(officesOf(viewer))],
    },
    ...(filter.officeId ? [{ sql: 'it.office_id = ?::uuid', values: [filter.officeId] }] : []),
    ...(after ? [{ sql: '(it.year, it.id) < (?::int, ?::uuid)', values: [...after] }] : []),
  ];
  const cards = await readRows(
    request.em,
    Scorecard,
    `where ${conditions.map(({ sql }) => sql).join(' and ')} order by it.year desc, it.id desc limit ?`,
    [...conditions.flatMap(({ values }) => values), first + 1],
  );
  return pageOf(cards, first, ({ year, id }) => [year, id]);
}

/** Its sittings, for those who run it: how many sat there is a small number. */
export async function roundsShown(request: ApiRequest, card: Scorecard): Promise<readonly ScoreRound[]> {
  if (!mayRunScorecard(request.viewer, card)) return [];
  return (await load(request, roundsByScorecard, card.id)) ?? [];
}

/** How many people gave their faces in an open sitting so far, or in a closed one. */
export async function headsOf(request: ApiRequest, round: ScoreRound): Promise<number> {
  return round.isClosed ? (round.heads ?? 0) : request.em.count(ScoreSheet, { roundId: round.id });
}

/** What the groups said, once it is published. */
export async function resultsShown(request: ApiRequest, card: Scorecard): Promise<CriterionResult[]> {
  if (card.state !== 'PUBLISHED') return [];
  const rounds = (await load(request, roundsByScorecard, card.id)) ?? [];
  return scoreResults(criteriaOf(card.criteriaVersion), rounds);
}

/** The published scorecard of the same service before this one. */
export async function scorecardBefore(request: ApiRequest, card: Scorecard): Promise<Scorecard | null> {
  const all = (await load(request, publishedByOffice, card.officeId)) ?? [];
  return all.find(({ year }) => year < card.year) ?? null;
}

/** How each criterion that both years asked changed since the scorecard before. */
export async function changesShown(request: ApiRequest, card: Scorecard): Promise<ScoreChange[]> {
  const before = card.state === 'PUBLISHED' ? await scorecardBefore(request, card) : null;
  if (before === null) return [];
  const [now, then] = await Promise.all(
    [card, before].map(async ({ id }) => (await load(request, roundsByScorecard, id)) ?? []),
  );
  return criteriaOf(card.criteriaVersion).flatMap(
    (criterion: ScoreCriterion) => scoreChange(criterion, now!, then!) ?? [],
  );
}

/** The service's view of itself: its own before publication, everybody's after. */
export function selfShown({ viewer }: ApiRequest, card: Scorecard): Scorecard['selfScores'] {
  return card.state === 'PUBLISHED' || mayActForService(viewer, card) ? (card.selfScores ?? null) : null;
}

export type ActionShown = { readonly criterion: ScoreCriterion; readonly planItem: PlanItem };

/** What the service promised after a scorecard. */
export async function actionsShown(request: ApiRequest, card: Scorecard): Promise<ActionShown[]> {
  const actions = (await load(request, actionsByScorecard, card.id)) ?? [];
  const items = await Promise.all(actions.map(({ planItemId }) => load(request, planItemsById, planItemId)));
  return actions.flatMap(({ criterion }, at) => (items[at] ? [{ criterion, planItem: items[at] }] : []));
}

export type ActionsKept = {
  readonly promised: number;
  readonly done: number;
  /** Done within twelve months of being promised. */
  readonly doneInTime: number;
  readonly share: number | null;
  readonly benchmark: number;
};

/** How many of the promises after a scorecard were done, against the benchmark: three in five within a year. */
export async function actionsKept(request: ApiRequest, card: Scorecard): Promise<ActionsKept> {
  const actions = await actionsShown(request, card);
  const doneOn = await Promise.all(
    actions.map(async ({ planItem }) => {
      if (planItem.state !== 'DONE') return null;
      const reports = (await load(request, progressByItem, planItem.id)) ?? [];
      return reports.findLast(({ state }) => state === 'DONE')?.reportedAt ?? null;
    }),
  );
  const inTime = actions.filter(({ planItem }, at) => {
    const done = doneOn[at];
    return done && dayInCambodia(done) <= yearAfter(dayInCambodia(planItem.createdAt));
  });
  const promised = actions.length;
  return {
    promised,
    done: actions.filter(({ planItem }) => planItem.state === 'DONE').length,
    doneInTime: inTime.length,
    share: promised === 0 ? null : Math.round((100 * inTime.length) / promised),
    benchmark: scorecardBenchmarks.doneShare,
  };
}

/** The same day a year on; the day after 29 February has no other. */
function yearAfter(day: string): string {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
}

/** The info sheet of a service and year. */
export async function infoSheetOf(
  request: ApiRequest,
  officeId: string,
  year: number,
): Promise<InfoSheet | null> {
  if (!isId(officeId) || !Number.isInteger(year)) return null;
  const [sheet] = await readRows(
    request.em,
    InfoSheet,
    'where it.office_id = ?::uuid and it.year <= ?::int order by it.year desc limit 1',
    [officeId, year],
  );
  return sheet ?? null;
}

/** An open sitting by the word in its address, with what is scored there. */
export async function openSitting(
  request: ApiRequest,
  code: string,
): Promise<{ round: ScoreRound; card: Scorecard } | null> {
  const [round] = await readRows(request.em, ScoreRound, 'where it.code = ? and not it.is_closed', [
    code.slice(0, 12),
  ]);
  const card = round && (await load(request, scorecardsById, round.scorecardId));
  return round && card ? { round, card } : null;
}
