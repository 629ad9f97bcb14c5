import { type Result, refused } from '@samleng/kernel';
import { officeAbove, type Route } from '@samleng/routing';
import type { ApiRequest } from '../../request.ts';
import type { Issue } from '../issues/index.ts';
import { Office, officesServing } from '../offices/index.ts';
import { Assignment } from './assignment.entity.ts';

/**
 * The office above one that does not answer, says "not ours" or exists no more. Offices that had the issue before and
 * those it is about are passed over.
 *
 * @returns NO_OFFICE when nobody above is left
 */
export async function findNextOffice(
  inside: ApiRequest,
  issue: Pick<Issue, 'id' | 'communeCode' | 'villageCode' | 'aboutOfficeKind'>,
  fromOfficeId: string,
): Promise<Result<Route, 'NO_OFFICE'>> {
  const { em } = inside;
  const from = await em.findOne(Office, { id: fromOfficeId });
  if (from === null) return refused('NO_OFFICE');
  const turns = await em.find(Assignment, { issueId: issue.id }, { fields: ['officeId'] });
  return officeAbove(from, await officesServing(inside, issue.villageCode ?? issue.communeCode), {
    aboutOfficeKind: issue.aboutOfficeKind ?? null,
    officeIds: turns.map((turn) => turn.officeId),
  });
}
