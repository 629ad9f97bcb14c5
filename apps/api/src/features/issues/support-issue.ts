import { isId, ok, refused, type Result } from '@samleng/kernel';
import { writeDirectly } from '@samleng/server';
import {
  type AgeBand,
  levelOfCode,
  parentCode,
  type Problem,
  type SaidAnswer,
  type Sex,
} from '@samleng/vocabulary';
import type { Asked } from '../../graph/asked.ts';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, forgetLoaded, load } from '../../request.ts';
import { placesByCode } from '../places/index.ts';
import type { Issue } from './issue.entity.ts';
import { issuesById } from './issue.queries.ts';
import { issueReaderOf } from './issue-rows.ts';

export type GivenSupport = {
  readonly issueId: string;
  readonly ageBand?: AgeBand | null;
  readonly sex?: Sex | null;
  readonly disability?: SaidAnswer | null;
  readonly villageCode?: string | null;
};

/**
 * A child says "this matters to me": once for each device, however often it is sent. What it says of itself is optional
 * and stays with the support. From then on the device hears what happens to the issue.
 *
 * One statement, without a transaction around it: this is what children do most. An issue that was merged passes the
 * support on to the one it leads to; the key share waits for a merging that is under way, so that no support is left
 * behind. The same statement gives what is shown of the issue.
 *
 * @param asked what is shown of the issue: then nothing else of it is read
 */
export async function supportIssue(
  request: ApiRequest,
  given: GivenSupport,
  asked: Asked | null = null,
): Promise<Result<Issue, readonly Problem[]>> {
  const { deviceKey } = request.viewer;
  if (deviceKey === null) return refused([problem('REQUIRED', 'device')]);
  if (!isId(given.issueId)) return refused([problem('NOT_FOUND', 'issueId')]);
  const villageCode = given.villageCode?.trim() || null;
  if (villageCode !== null) {
    const issue = await load(request, issuesById, given.issueId);
    if (issue === undefined) return refused([problem('NOT_FOUND', 'issueId')]);
    const village = await findVillage(request, villageCode, issue.communeCode);
    if (!village.ok) return village;
  }
  const reader = issueReaderOf(request, asked);
  const [row] = await writeDirectly<{ target_id: string; counted_id: string | null }>(
    request.em,
    `with target as (
       select coalesce(merged_into_id, id) id, commune_code from issues where id = ?::uuid for key share),
     added as (
       insert into supports (issue_id, device_key, age_band, sex, disability, village_code, since_event, seen_event)
       select issues.id, ?::varchar, ?::varchar, ?::varchar, ?::varchar, ?::varchar, issues.event_count, issues.event_count
         from issues join target on target.id = issues.id
       on conflict do nothing returning issue_id),
     counted as (
       update issues set support_count = support_count + 1 from added where issues.id = added.issue_id
       returning issues.*),
     due as (
       insert into rankings_due (commune_code, since) select commune_code, ?::timestamptz from target
        where exists (select from added)
       on conflict do nothing)
     select target.id as target_id, counted.id as counted_id, ${reader.columns('counted')}
       from target left join counted on true`,
    [
      given.issueId,
      deviceKey,
      given.ageBand ?? null,
      given.sex ?? null,
      given.disability ?? null,
      villageCode,
      request.clock.now(),
    ],
  );
  // Given before, perhaps by a request that ended while this one waited: then only a new look sees its count.
  if (row === undefined || row.counted_id === null) return shown(request, row?.target_id);
  request.em.clear();
  forgetLoaded(request);
  return ok(reader.shape(row) as Issue);
}

/** A child takes its support back. Its verdict goes with it: only supporters have one. */
export async function withdrawSupport(
  request: ApiRequest,
  { issueId }: { issueId: string },
): Promise<Result<Issue, readonly Problem[]>> {
  const { deviceKey } = request.viewer;
  if (deviceKey === null) return refused([problem('REQUIRED', 'device')]);
  if (!isId(issueId)) return refused([problem('NOT_FOUND', 'issueId')]);
  const [row] = await request.em.execute<{ id: string }[]>(
    `with target as (
       select coalesce(merged_into_id, id) id, commune_code from issues where id = ? for key share),
     taken as (
       delete from supports using target where issue_id = target.id and device_key = ? returning issue_id),
     counted as (
       update issues set support_count = support_count - 1 from taken where issues.id = taken.issue_id),
     silent as (
       delete from verdicts using taken where verdicts.issue_id = taken.issue_id and voice_key = ?),
     due as (
       insert into rankings_due (commune_code, since) select commune_code, ? from target where exists (select from taken)
       on conflict do nothing)
     select id from target`,
    [issueId, deviceKey, deviceKey, request.clock.now()],
  );
  return shown(request, row?.id);
}

/** A village of the issue's own commune: voices are counted by village, and no other village is asked about. */
async function findVillage(
  request: ApiRequest,
  villageCode: string,
  communeCode: string,
): Promise<Result<null, readonly Problem[]>> {
  const isCode = /^\d{8}$/.test(villageCode) && levelOfCode(villageCode) === 'VILLAGE';
  const village = isCode ? await load(request, placesByCode, villageCode) : undefined;
  if (village === undefined) return refused([problem('PLACE_NOT_FOUND', 'villageCode')]);
  if (parentCode(villageCode) !== communeCode)
    return refused([problem('VILLAGE_OF_ANOTHER_COMMUNE', 'villageCode')]);
  return ok(null);
}

async function shown(
  request: ApiRequest,
  id: string | undefined,
): Promise<Result<Issue, readonly Problem[]>> {
  request.em.clear();
  forgetLoaded(request);
  const issue = id === undefined ? undefined : await load(request, issuesById, id);
  return issue === undefined ? refused([problem('NOT_FOUND', 'issueId')]) : ok(issue);
}
