import { hasRole, hasRoleIn, type Viewer } from '../accounts/index.ts';

/** Analysts of the place and administrators build reports; facilitators those of their own commune. */
export function mayBuildReport(viewer: Viewer, placeCode: string): boolean {
  return (
    hasRole(viewer, 'ADMINISTRATOR') ||
    hasRoleIn(viewer, 'ANALYST', placeCode) ||
    (placeCode.length === 6 && hasRoleIn(viewer, 'FACILITATOR', placeCode))
  );
}
