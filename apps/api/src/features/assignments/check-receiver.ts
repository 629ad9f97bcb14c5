import { isId, ok, refused, type Result } from '@samleng/kernel';
import { standsUnder } from '@samleng/routing';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import type { ApiRequest } from '../../request.ts';
import type { Issue } from '../issues/index.ts';
import { Office } from '../offices/index.ts';

/**
 * The office somebody named to take an issue.
 *
 * @returns NOT_FOUND when it is not there or closed, OUT_OF_RANGE when it serves another province, SAME_OFFICE when the
 *          issue is there already, ABOUT_THIS_OFFICE when the issue is about its own people or those over it
 */
export async function checkReceiver(
  { em }: ApiRequest,
  issue: Pick<Issue, 'communeCode' | 'aboutOfficeKind'>,
  officeId: string,
  holderId: string | null,
  field: string,
): Promise<Result<Office, readonly Problem[]>> {
  const office = isId(officeId) ? await em.findOne(Office, { id: officeId, isActive: true }) : null;
  if (office === null) return refused([problem('NOT_FOUND', field)]);
  if (office.id === holderId) return refused([problem('SAME_OFFICE', field)]);
  if (!issue.communeCode.startsWith(office.placeCode.slice(0, 2)))
    return refused([problem('OUT_OF_RANGE', field)]);
  const about = issue.aboutOfficeKind ?? null;
  if (about !== null && (office.kind === about || standsUnder(office.kind, about)))
    return refused([problem('ABOUT_THIS_OFFICE', field)]);
  return ok(office);
}
