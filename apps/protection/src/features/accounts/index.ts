export { type Viewer, stranger, liesIn } from './viewer.ts';
export { Account, Invitation, Passkey, Session, SignInChallenge } from './account.entity.ts';
export { accountsById } from './account.queries.ts';
export { AccountNode, PersonNode } from './account.type.ts';
export { endSessions } from './sign-out.ts';
export { nameKeyOf } from './sign-in.ts';
export { sealTotpSecret } from './second-step.ts';
