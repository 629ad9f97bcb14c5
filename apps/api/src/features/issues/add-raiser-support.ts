import { randomBytes } from 'node:crypto';
import type { ApiRequest } from '../../request.ts';
import type { Concern } from '../concerns/index.ts';

/**
 * Makes the child who raised a concern a supporter of the issue, with what it said of itself. Its device hears of all
 * that happened to the issue so far. A child without a device counts under a number nobody holds.
 *
 * To be called before the concern forgets its device. Does nothing when the device supports the issue already.
 */
export async function addRaiserSupport(
  inside: ApiRequest,
  concern: Concern,
  issue: { readonly id: string; readonly communeCode: string },
): Promise<void> {
  const isOfCommune = concern.communeCode === issue.communeCode;
  await inside.em.execute(
    `with added as (
       insert into supports (issue_id, device_key, age_band, sex, disability, village_code, since_event, seen_event)
       values (?, ?, ?, ?, ?, ?, 0, 0) on conflict do nothing returning issue_id)
     update issues set support_count = support_count + 1 from added where issues.id = added.issue_id`,
    [
      issue.id,
      concern.deviceKey ?? randomBytes(32).toString('hex'),
      concern.ageBand ?? null,
      concern.sex ?? null,
      concern.disability ?? null,
      isOfCommune ? (concern.villageCode ?? null) : null,
    ],
  );
}
