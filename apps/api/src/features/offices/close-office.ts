import type { Result } from '@samleng/kernel';
import type { Problem } from '@samleng/vocabulary';
import type { ApiRequest } from '../../request.ts';
import type { Office } from './office.entity.ts';
import { switchOffice } from './switch-office.ts';

/**
 * An administrator closes an office that exists no more. Nothing new is sent to it; what still lies with it is routed
 * again when the job runs next. Its answers stay.
 */
export function closeOffice(
  request: ApiRequest,
  input: { officeId: string },
): Promise<Result<Office, readonly Problem[]>> {
  return switchOffice(request, input.officeId, false);
}
