import { checkCursor, type Page, pageOf, pageSize, readCursor } from '../../graph/connection.ts';
import type { ApiRequest } from '../../request.ts';
import { type Issue, issuesById } from '../issues/index.ts';

/** A commune's issues that have an answer, the newest answer first. Passing on is no answer. */
export async function youSaidTheyDid(
  request: ApiRequest,
  communeCode: string,
  args: { first?: number | null; after?: string | null },
): Promise<Page<Issue>> {
  const first = pageSize(args);
  const after = readCursor<[string, string]>(args.after, ['string', 'string']);
  if (after !== null) checkCursor(after, ['instant', 'id']);
  if (!/^\d{6}$/.test(communeCode)) return pageOf<Issue>([], first, () => []);
  const rows = await request.em.execute<{ id: string; answered_at: string | Date }[]>(
    `select i.id, max(w.answered_at) answered_at from issues i
       join answers w on w.issue_id = i.id and w.decision <> 'PASSED_ON'
      where i.commune_code = ? and i.merged_into_id is null group by i.id
     ${after === null ? '' : 'having (max(w.answered_at), i.id) < (?::timestamptz, ?::uuid)'}
      order by max(w.answered_at) desc, i.id desc limit ?`,
    [communeCode, ...(after ?? []), first + 1],
  );
  const answeredAt = new Map(rows.map((row) => [row.id, new Date(row.answered_at)]));
  const issues = await issuesById(request, [...answeredAt.keys()]);
  return pageOf(
    [...answeredAt.keys()].flatMap((id) => issues.get(id) ?? []),
    first,
    ({ id }) => [answeredAt.get(id)?.toISOString() ?? '', id],
  );
}
