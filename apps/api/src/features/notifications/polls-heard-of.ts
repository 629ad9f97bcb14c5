import { isId } from '@samleng/kernel';
import type { ApiRequest } from '../../request.ts';
import { type Poll, pollsById, resultsOf } from '../polls/index.ts';

const most = 10;
const daysTold = 60;

/**
 * The polls closed in the last sixty days in the communes a child is at home in, newest first: those where its device
 * supports an issue, and those its page remembers. Everybody of the commune hears of a result, whether they answered or
 * not, for nobody knows who did.
 */
export async function pollsHeardOf(
  request: ApiRequest,
  communeCodes: readonly string[],
): Promise<readonly Poll[]> {
  const remembered = communeCodes.filter((code) => /^\d{6}$/.test(code)).slice(0, most);
  const since = new Date(request.clock.now().getTime() - daysTold * 86_400_000);
  const rows = await request.em.execute<{ id: string }[]>(
    `select p.id from polls p
      where p.state = 'CLOSED' and p.closed_at > ? and exists (
        select from (
          select unnest(?::text[]) as code
          union select i.commune_code from supports s join issues i on i.id = s.issue_id where s.device_key = ?
        ) home where home.code like p.place_code || '%' or p.place_code like home.code || '%')
      order by p.closed_at desc, p.id desc limit ?`,
    [since, `{${remembered.join(',')}}`, request.viewer.deviceKey ?? '', most],
  );
  const polls = await pollsById(request, rows.map(({ id }) => id).filter(isId));
  const told: Poll[] = [];
  for (const { id } of rows) {
    const poll = polls.get(id);
    if (poll !== undefined && (await resultsOf(request, poll)).length > 0) told.push(poll);
  }
  return told;
}
