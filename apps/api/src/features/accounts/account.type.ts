import type { Problem, Role } from '@samleng/vocabulary';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../../graph/connection.ts';
import { enumOf, RoleEnum } from '../../graph/enums.ts';
import { ProblemType } from '../../graph/problem.type.ts';
import { DayScalar } from '../../graph/scalars.ts';
import { type Account, accountStates, type AccountState, type GrantWish } from './account.entity.ts';
import { ViewerNode } from './viewer.type.ts';

export const AccountStateEnum = enumOf('AccountState', accountStates, 'Whether an account is open.');
export const SecondStepEnum = enumOf(
  'SecondStep',
  ['CODE', 'PASSKEY'] as const,
  'A way to show who one is, after the passphrase.',
);

@ObjectType('AccountCan', { description: 'What the viewer may do with an account.' })
export class AccountCanNode {
  @Field(() => Boolean, { description: 'Whether the viewer may suspend it or let it in again.' })
  suspend!: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer may change its roles.' })
  changeRoles!: boolean;
}

@ObjectType('Account', { description: 'A staff member. Children have no account.' })
export class AccountNode implements Pick<Account, 'id' | 'name' | 'state' | 'trainedOn'> {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'The name used at sign-in.' })
  name!: string;

  @Field(() => AccountStateEnum, { description: 'Whether it is open.' })
  state!: AccountState;

  @Field(() => DayScalar, { nullable: true, description: 'The day on which the training was finished.' })
  trainedOn!: Account['trainedOn'];
}

export const AccountConnection = connectionOf('Account', () => AccountNode);

@InputType('GrantInput', {
  description: 'A role to give: an official needs an office, others a place or none.',
})
export class GrantInput implements GrantWish {
  @Field(() => RoleEnum, { description: 'The role.' })
  role!: Role;

  @Field(() => String, {
    nullable: true,
    description: 'The place it holds in, with all below; none: the whole country.',
  })
  placeCode!: string | null;

  @Field(() => ID, { nullable: true, description: 'The office an official answers for.' })
  officeId!: string | null;
}

@InputType('SignInInput', { description: 'Name and passphrase.' })
export class SignInInput {
  @Field(() => String, { description: 'The name the invitation was made for.' })
  name!: string;

  @Field(() => String, { description: 'The passphrase.' })
  passphrase!: string;
}

@ObjectType('SignInPayload', { description: 'What the second step needs.' })
export class SignInPayload {
  @Field(() => String, { nullable: true, description: 'Goes with the second step; lives five minutes.' })
  challenge!: string | null;

  @Field(() => [SecondStepEnum], { description: 'The ways open to this account, the better first.' })
  secondSteps!: readonly ('CODE' | 'PASSKEY')[];

  @Field(() => String, { nullable: true, description: "Options for the browser's passkey call, as JSON." })
  passkeyOptions!: string | null;

  @Field(() => [ProblemType], { description: 'Why it was refused.' })
  problems!: readonly Problem[];
}

@InputType('ConfirmSignInInput', { description: 'The second step: a code or a passkey.' })
export class ConfirmSignInInput {
  @Field(() => String, { description: 'What `signIn` gave.' })
  challenge!: string;

  @Field(() => String, { nullable: true, description: 'The six digits of the moment, in any digit script.' })
  code!: string | null;

  @Field(() => String, { nullable: true, description: "The browser's passkey answer, as JSON." })
  passkeyResponse!: string | null;
}

@ObjectType('SessionPayload', { description: 'An opened session.' })
export class SessionPayload {
  @Field(() => String, {
    nullable: true,
    description: 'Goes with every request as `authorization: Session …`; shown once.',
  })
  sessionToken!: string | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When it ends at the latest; after 30 idle minutes it ends earlier.',
  })
  expiresAt!: Date | null;

  @Field(() => [ProblemType], { description: 'Why it was refused.' })
  problems!: readonly Problem[];
}

@InputType('ReauthenticateInput', { description: 'The passphrase once more.' })
export class ReauthenticateInput {
  @Field(() => String, { description: 'The passphrase.' })
  passphrase!: string;
}

@ObjectType('ReauthenticatePayload', { description: 'Whether the passphrase was right.' })
export class ReauthenticatePayload {
  @Field(() => ViewerNode, {
    nullable: true,
    description: 'The viewer, for whom more is open now for five minutes.',
  })
  viewer!: ViewerNode | null;

  @Field(() => [ProblemType], { description: 'Why it was refused.' })
  problems!: readonly Problem[];
}

@ObjectType('DonePayload', { description: 'The outcome of a deed that shows nothing.' })
export class DonePayload {
  @Field(() => [ProblemType], { description: 'Why it was refused; none: it is done.' })
  problems!: readonly Problem[];
}

@ObjectType('Invitation', { description: 'What an invited person sees behind the link.' })
export class InvitationNode {
  @Field(() => String, { description: 'The name the account will have.' })
  name!: string;

  @Field(() => Date, { description: 'Until when the link works.' })
  expiresAt!: Date;

  @Field(() => String, {
    description: 'The second step as an `otpauth:` address, for the picture an app reads.',
  })
  totpAddress!: string;

  @Field(() => String, { description: 'The same secret for typing into an app.' })
  totpSecret!: string;
}

@ObjectType('InvitationPayload', { description: 'The invitation of a link.' })
export class InvitationPayload {
  @Field(() => InvitationNode, { nullable: true, description: 'The invitation, when the link works.' })
  invitation!: InvitationNode | null;

  @Field(() => [ProblemType], { description: 'Why there is none.' })
  problems!: readonly Problem[];
}

@InputType('InviteStaffInput', { description: 'Who is invited, and to what.' })
export class InviteStaffInput {
  @Field(() => String, { description: 'The name for sign-in: 80 characters at most.' })
  name!: string;

  @Field(() => DayScalar, { description: 'The day on which the training was finished.' })
  trainedOn!: string;

  @Field(() => [GrantInput], { description: 'The roles, 1 to 20.' })
  grants!: GrantInput[];
}

@ObjectType('InviteStaffPayload', { description: 'The invited account.' })
export class InviteStaffPayload {
  @Field(() => AccountNode, { nullable: true, description: 'The account, waiting for its owner.' })
  account!: AccountNode | null;

  @Field(() => String, { nullable: true, description: 'The secret part of the link; shown once.' })
  invitationToken!: string | null;

  @Field(() => [ProblemType], { description: 'Why it was refused.' })
  problems!: readonly Problem[];
}

@InputType('AcceptInvitationInput', { description: 'What opens an invited account.' })
export class AcceptInvitationInput {
  @Field(() => String, { description: 'The secret part of the link.' })
  token!: string;

  @Field(() => String, { description: 'The passphrase: 15 characters or more.' })
  passphrase!: string;

  @Field(() => String, { description: 'The six digits the app shows now.' })
  code!: string;

  @Field(() => Boolean, { description: 'Whether the person agrees to the code of conduct.' })
  agreesToConduct!: boolean;
}

@InputType('ChangeRolesInput', { description: 'The roles an account is to have.' })
export class ChangeRolesInput {
  @Field(() => ID, { description: 'The account.' })
  accountId!: string;

  @Field(() => [GrantInput], { description: 'All its roles from now on, 1 to 20.' })
  grants!: GrantInput[];
}

@InputType('SuspendAccountInput', { description: 'Which account is suspended.' })
export class SuspendAccountInput {
  @Field(() => ID, { description: 'The account.' })
  accountId!: string;
}

@InputType('RestoreAccountInput', { description: 'Which account is let in again.' })
export class RestoreAccountInput {
  @Field(() => ID, { description: 'The account.' })
  accountId!: string;
}

@ObjectType('AccountPayload', { description: 'A changed account.' })
export class AccountPayload {
  @Field(() => AccountNode, { nullable: true, description: 'The account as it is now.' })
  account!: AccountNode | null;

  @Field(() => [ProblemType], { description: 'Why it was refused.' })
  problems!: readonly Problem[];
}

@ObjectType('StartPasskeyPayload', { description: 'What the browser needs to make a passkey.' })
export class StartPasskeyPayload {
  @Field(() => String, { nullable: true, description: 'Goes with the answer; lives five minutes.' })
  challenge!: string | null;

  @Field(() => String, { nullable: true, description: "Options for the browser's passkey call, as JSON." })
  passkeyOptions!: string | null;

  @Field(() => [ProblemType], { description: 'Why it was refused.' })
  problems!: readonly Problem[];
}

@InputType('RegisterPasskeyInput', { description: "The browser's answer that makes a passkey." })
export class RegisterPasskeyInput {
  @Field(() => String, { description: 'What `startPasskey` gave.' })
  challenge!: string;

  @Field(() => String, { description: "The browser's answer, as JSON." })
  passkeyResponse!: string;
}
