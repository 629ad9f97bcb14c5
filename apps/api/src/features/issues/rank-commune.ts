import { type RankedPlace, type Ranking, type RankingInputs, rankIssues } from '@samleng/priorities';
import { dayInCambodia } from '@samleng/routing';
import type { Clock } from '@samleng/kernel';
import type { DatabaseEntityManager, Log } from '@samleng/server';
import { type IssueState, issueStates } from '@samleng/vocabulary';
import type { StoredStanding } from './issue.entity.ts';

/** What ranking needs: a request, or a job with an entity manager of its own. */
export type RankingPart = { readonly em: DatabaseEntityManager; readonly clock: Clock };

/** Notes that a commune's ranking is older than its supports. Cheap when it is noted already. */
export async function markRankingDue({ em, clock }: RankingPart, communeCode: string): Promise<void> {
  await em.execute('insert into rankings_due (commune_code, since) values (?, ?) on conflict do nothing', [
    communeCode,
    clock.now(),
  ]);
}

/**
 * Ranks every commune that is due, oldest mark first. Runs every few seconds and may run twice at once.
 *
 * The mark goes before the counts are read: a support given meanwhile leaves a new one. When the work fails the mark
 * comes back.
 *
 * @returns how many communes were ranked
 */
export async function rankDueCommunes(part: RankingPart, most = 200): Promise<number> {
  const due = await part.em.execute<{ commune_code: string }[]>(
    `delete from rankings_due where commune_code in
       (select commune_code from rankings_due order by since limit ? for update skip locked) returning commune_code`,
    [most],
  );
  const faults: unknown[] = [];
  for (const { commune_code: communeCode } of due) {
    try {
      await rankCommune(part, communeCode);
    } catch (error) {
      faults.push(error);
      await markRankingDue(part, communeCode);
    }
  }
  // One commune's fault keeps no other from being ranked; the job tells of it afterwards.
  if (faults.length > 0) throw faults[0];
  return due.length;
}

/** Ranks a commune after a deed that is done already: should that fail, the deed stands and the ranking is due. */
export async function rankAfterDeed(
  part: RankingPart & { readonly log: Log },
  communeCode: string,
): Promise<void> {
  try {
    await rankCommune(part, communeCode);
  } catch (error) {
    part.log.warn({ err: error, communeCode }, 'ranking put off');
    await markRankingDue(part, communeCode);
  }
}

/**
 * Ranks the issues of one commune by what can be relied on of their support, with slots kept for groups
 * (`rankIssues`), and stores places, reasons and all that was counted, so that the ranking can be replayed. Issues that
 * are over follow the open ones, ranked the same way: they take no open issue's place.
 */
export async function rankCommune(part: RankingPart, communeCode: string): Promise<void> {
  await part.em.fork({ clear: true }).transactional(async (inside) => {
    const em = inside as DatabaseEntityManager;
    // Two rankings of one commune follow one another; the later one has read the later counts.
    await em.execute('select pg_advisory_xact_lock(7305120811000000 + ?::bigint)', [Number(communeCode)]);
    const { open, over } = await readVoices(em, communeCode);
    const first = rankIssues(open);
    const second = rankIssues(over);
    const standings = [
      ...first.places.map((place) => standingOf(place, first, 0)),
      ...second.places.map((place) => standingOf(place, second, first.places.length)),
    ];
    await storeStandings(em, standings);
    await em.execute(
      `insert into rankings (commune_code, computed_at, method, inputs) values (?, ?, ?, ?::jsonb)
       on conflict (commune_code) do update set computed_at = excluded.computed_at, method = excluded.method,
         inputs = excluded.inputs`,
      [
        communeCode,
        part.clock.now(),
        first.method,
        JSON.stringify({ open: first.inputs, over: second.inputs }),
      ],
    );
  });
}

type Voices = {
  sex: string | null;
  age_band: string | null;
  disability: string | null;
  village_code: string | null;
  voices: number;
};

/** What each device of the commune said of itself, on whichever of its supports. */
const devices = `with devices as (
  select device_key, max(supports.age_band) age_band, max(supports.sex) sex, max(supports.disability) disability,
         max(supports.village_code) village_code
    from supports join issues on issues.id = supports.issue_id
   where issues.commune_code = ? and issues.merged_into_id is null group by device_key)`;

async function readVoices(
  em: DatabaseEntityManager,
  communeCode: string,
): Promise<{ open: RankingInputs; over: RankingInputs }> {
  const everyone = await em.execute<Voices[]>(
    `${devices} select sex, age_band, disability, village_code, count(*)::int voices from devices
      group by sex, age_band, disability, village_code`,
    [communeCode],
  );
  const supports = await em.execute<(Voices & { issue_id: string })[]>(
    `${devices} select issue_id, devices.sex, devices.age_band, devices.disability, devices.village_code,
            count(*)::int voices
       from supports join devices using (device_key) join issues on issues.id = supports.issue_id
      where issues.commune_code = ? and issues.merged_into_id is null
      group by issue_id, devices.sex, devices.age_band, devices.disability, devices.village_code`,
    [communeCode, communeCode],
  );
  const issues = await em.execute<{ id: string; state: IssueState; published_at: string | Date }[]>(
    'select id, state, published_at from issues where commune_code = ? and merged_into_id is null',
    [communeCode],
  );
  const { voices: participants, byGroup } = addUp(everyone);
  const groups = [...byGroup].map(([key, count]) => ({ key, participants: count }));
  const ofIssue = Map.groupBy(supports, (row) => row.issue_id);
  const ranked = issues.map(({ id, published_at: publishedAt, state }) => {
    const counted = addUp(ofIssue.get(id) ?? []);
    return {
      isOver: issueStates[state].isOver,
      issue: {
        id,
        support: counted.voices,
        byGroup: Object.fromEntries(counted.byGroup),
        publishedOn: dayInCambodia(new Date(publishedAt)),
      },
    };
  });
  const inputsOf = (isOver: boolean): RankingInputs => ({
    participants,
    groups,
    issues: ranked.filter((one) => one.isOver === isOver).map((one) => one.issue),
  });
  return { open: inputsOf(false), over: inputsOf(true) };
}

function addUp(rows: readonly Voices[]): { voices: number; byGroup: Map<string, number> } {
  const byGroup = new Map<string, number>();
  let voices = 0;
  for (const row of rows) {
    voices += row.voices;
    for (const key of groupsOf(row)) byGroup.set(key, (byGroup.get(key) ?? 0) + row.voices);
  }
  return { voices, byGroup };
}

/** The groups a device belongs to by its own word: what was not said makes no group. */
function groupsOf(row: Voices): string[] {
  return [
    ...(row.sex === null ? [] : [`sex:${row.sex}`]),
    ...(row.age_band === null ? [] : [`age:${row.age_band}`]),
    ...(row.disability === null ? [] : [`disability:${row.disability}`]),
    ...(row.village_code === null ? [] : [`village:${row.village_code}`]),
  ];
}

/** A place as it is stored and shown, with its reasons as coded steps. */
function standingOf(
  place: RankedPlace,
  { inputs }: Ranking,
  openBefore: number,
): StoredStanding & { readonly id: string } {
  const step = (code: string, figures: number[], group: string | null = null) => ({ code, figures, group });
  return {
    id: place.id,
    position: openBefore + place.position,
    share: place.share,
    lowerBound: place.lowerBound,
    groupBalanced: place.groupBalancedScore,
    importantTo: place.importantTo,
    keptSlotFor: place.kept?.groupKey ?? null,
    participants: inputs.participants,
    explanation: [
      ...(openBefore === 0 ? [] : [step('OVER', [openBefore])]),
      step('SHARE', [place.support, inputs.participants]),
      step('LOWER_BOUND', [place.lowerBound]),
      ...(place.tieBreak === null ? [] : [step(`TIE_${place.tieBreak}`, [place.plainPosition])]),
      ...(place.groupBalancedScore === null ? [] : [step('GROUP_BALANCED', [place.groupBalancedScore])]),
      ...place.importantTo.map((group) => step('IMPORTANT_TO', [], group)),
      ...(place.kept === null
        ? []
        : [
            step(
              'KEPT_SLOT',
              [place.kept.choice, place.kept.dueBy, place.plainPosition],
              place.kept.groupKey,
            ),
          ]),
    ],
  };
}

/** Writes what has changed, in the order of the ids, so that it never holds up another deed crosswise. */
async function storeStandings(
  em: DatabaseEntityManager,
  standings: readonly (StoredStanding & { readonly id: string })[],
): Promise<void> {
  const rows = standings.map(({ id, ...standing }) => ({
    id,
    position: standing.position,
    lower_bound: standing.lowerBound,
    standing,
  }));
  const changed = await em.execute<{ id: string }[]>(
    `select issues.id from issues
       join jsonb_to_recordset(?::jsonb) as now (id uuid, standing jsonb) on now.id = issues.id
      where issues.standing is distinct from now.standing order by issues.id for update of issues`,
    [JSON.stringify(rows)],
  );
  if (changed.length === 0) return;
  const ids = new Set(changed.map(({ id }) => id));
  await em.execute(
    `update issues set position = now.position, lower_bound = now.lower_bound, standing = now.standing
       from jsonb_to_recordset(?::jsonb) as now (id uuid, position int, lower_bound double precision, standing jsonb)
      where issues.id = now.id`,
    [JSON.stringify(rows.filter(({ id }) => ids.has(id)))],
  );
}
