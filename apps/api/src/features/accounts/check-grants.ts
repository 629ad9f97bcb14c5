import { type Problem, roles } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import type { ApiRequest } from '../../request.ts';
import { placesByCode } from '../places/index.ts';
import type { GrantWish } from './account.entity.ts';

/**
 * Whether roles can be given as wished: an official answers for an office, a facilitator and an analyst work in a
 * place (none: the whole country), an administrator in the whole country.
 */
export async function checkGrants(request: ApiRequest, wishes: readonly GrantWish[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  if (wishes.length === 0) problems.push(problem('REQUIRED', 'grants'));
  if (wishes.length > 20) problems.push(problem('OUT_OF_RANGE', 'grants'));
  for (const { role, placeCode, officeId } of wishes.slice(0, 20)) {
    const { scope } = roles[role];
    if (scope === 'OFFICE' && !(await officeExists(request, officeId ?? null)))
      problems.push(problem(officeId ? 'NOT_FOUND' : 'REQUIRED', 'officeId'));
    if (scope === 'PLACE' && placeCode) {
      const places = await placesByCode(request, [placeCode]);
      if (!places.has(placeCode)) problems.push(problem('PLACE_NOT_FOUND', 'placeCode'));
    }
  }
  return problems;
}

// Offices stand to the right of accounts: their table is asked by name, not by import.
async function officeExists({ em }: ApiRequest, officeId: string | null): Promise<boolean> {
  if (officeId === null) return false;
  const found = await em.execute('select 1 from offices where id::text = ? and is_active', [officeId]);
  return found.length > 0;
}
