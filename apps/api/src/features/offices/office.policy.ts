import { hasRole, type Viewer } from '../accounts/index.ts';

/**
 * Whether the viewer may change offices, the routing table, holidays, help numbers and the words of categories, and
 * see what only those who change them need.
 */
export function mayAdministerOffices(viewer: Viewer): boolean {
  return hasRole(viewer, 'ADMINISTRATOR');
}
