import { isId, ok, refused, type Result } from '@samleng/kernel';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import type { ApiRequest } from '../../request.ts';
import { countUnseen } from './notice.queries.ts';

const mostIssues = 200;

/**
 * A child has seen what is new, on all issues its device supports or on some. Nobody else learns of it.
 *
 * @returns how many notices are left to see
 */
export async function readNotices(
  request: ApiRequest,
  { issueIds }: { issueIds?: readonly string[] | null },
): Promise<Result<number, readonly Problem[]>> {
  const { deviceKey } = request.viewer;
  if (deviceKey === null) return refused([problem('REQUIRED', 'device')]);
  if (issueIds && issueIds.length > mostIssues) return refused([problem('OUT_OF_RANGE', 'issueIds')]);
  const some = issueIds ? issueIds.filter(isId) : null;
  await request.em.execute(
    `update supports s set seen_event = i.event_count from issues i
      where i.id = s.issue_id and s.device_key = ? and s.seen_event < i.event_count
        ${some === null ? '' : 'and s.issue_id = any(?::uuid[])'}`,
    [deviceKey, ...(some === null ? [] : [`{${some.join(',')}}`])],
  );
  return ok(await countUnseen(request));
}
