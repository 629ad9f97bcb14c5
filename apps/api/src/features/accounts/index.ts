export {
  hasRole,
  hasRoleIn,
  liesIn,
  officesOf,
  placesOfRole,
  speaksFor,
  stranger,
  type Viewer,
  type ViewerGrant,
} from './viewer.ts';
export { Account, Grant, Invitation, Passkey, Session, SignInChallenge } from './account.entity.ts';
