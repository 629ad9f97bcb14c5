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
export { removeEnded } from './remove-ended.ts';
export { deviceKeyOf } from './recognise-viewer.ts';
export { ViewerNode } from './viewer.type.ts';
export { GrantNode } from './viewer.type.ts';
