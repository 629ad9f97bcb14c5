import type { Result } from '@samleng/kernel';
import type { Problem } from '@samleng/vocabulary';
import type { ApiRequest } from '../../request.ts';
import type { Office } from './office.entity.ts';
import { switchOffice } from './switch-office.ts';

/** An administrator opens a closed office again. Issues are sent to it from now on. */
export function reopenOffice(
  request: ApiRequest,
  input: { officeId: string },
): Promise<Result<Office, readonly Problem[]>> {
  return switchOffice(request, input.officeId, true);
}
