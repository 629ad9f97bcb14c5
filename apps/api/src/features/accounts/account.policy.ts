import { hasRole, type Viewer } from './viewer.ts';

/** Accounts, invitations and roles are the administrator's. */
export function mayAdministerAccounts(viewer: Viewer): boolean {
  return hasRole(viewer, 'ADMINISTRATOR');
}

/** Nobody changes or suspends their own account: a second person does. */
export function mayChangeAccount(viewer: Viewer, accountId: string): boolean {
  return mayAdministerAccounts(viewer) && viewer.accountId !== accountId;
}
