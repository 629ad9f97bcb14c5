import type { OfficeKind } from '@samleng/vocabulary';
import { hasRole, type Viewer } from '../accounts/index.ts';

/**
 * A commune's budget is read in by officials of its council and by administrators; everybody reads it.
 *
 * @param offices the offices the viewer answers for
 */
export function mayImportBudget(
  viewer: Viewer,
  offices: readonly { readonly kind: OfficeKind; readonly placeCode?: string | null }[],
  communeCode: string,
): boolean {
  if (viewer.accountId === null) return false;
  const isOfCouncil = offices.some(
    ({ kind, placeCode }) => kind === 'COMMUNE_COUNCIL' && placeCode === communeCode,
  );
  return hasRole(viewer, 'ADMINISTRATOR') || isOfCouncil;
}
