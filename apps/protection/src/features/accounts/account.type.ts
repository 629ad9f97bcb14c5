import { DayScalar } from '@samleng/server';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../../graph/connection.ts';
import { AccountStateEnum, AffiliationEnum, DeskRoleEnum } from '../../graph/enums.ts';
import { ProblemType } from '../../graph/problem.type.ts';
import type { Problem } from '../../problems.ts';
import type { AccountState, Affiliation, DeskRole } from '../../lists.ts';
import type { Account } from './account.entity.ts';

@ObjectType('Person', { description: 'Somebody of the desk, as colleagues see them.' })
export class PersonNode implements Pick<Account, 'id' | 'name' | 'role' | 'affiliation'> {
  @Field(() => ID, { description: 'Their id.' })
  id!: string;

  @Field(() => String, { description: 'Their name.' })
  name!: string;

  @Field(() => DeskRoleEnum, { description: 'What they are at the desk for.' })
  role!: DeskRole;

  @Field(() => AffiliationEnum, { description: 'Who they work for.' })
  affiliation!: Affiliation;
}

@ObjectType('Account', { description: 'An account of the desk, as administrators see it.' })
export class AccountNode implements Pick<
  Account,
  'id' | 'name' | 'role' | 'affiliation' | 'placeCode' | 'state' | 'trainedOn'
> {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'The name used at sign-in.' })
  name!: string;

  @Field(() => DeskRoleEnum, { description: 'What they are at the desk for.' })
  role!: DeskRole;

  @Field(() => AffiliationEnum, { description: 'Who they work for.' })
  affiliation!: Affiliation;

  @Field(() => String, { description: 'Their area; empty: the whole country.' })
  placeCode!: string;

  @Field(() => AccountStateEnum, { description: 'Whether it is open.' })
  state!: AccountState;

  @Field(() => DayScalar, { nullable: true, description: 'The day on which the training was finished.' })
  trainedOn!: Account['trainedOn'];
}

export const AccountConnection = connectionOf('Account', () => AccountNode);

@ObjectType('Viewer', { description: 'Who asks.' })
export class ViewerNode {
  @Field(() => PersonNode, { nullable: true, description: 'The signed-in person; empty for everybody else.' })
  person!: PersonNode | null;

  @Field(() => Boolean, {
    description: 'Whether the passphrase was given in the last five minutes and the private key is unlocked.',
  })
  isReauthenticated!: boolean;

  @Field(() => Boolean, { description: 'Whether a passkey, too, signs them in.' })
  hasPasskey!: boolean;
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

  @Field(() => [ProblemType], { description: 'Why it was refused.' })
  problems!: readonly Problem[];
}

@InputType('ConfirmSignInInput', { description: 'The second step.' })
export class ConfirmSignInInput {
  @Field(() => String, { description: 'What `signIn` gave.' })
  challenge!: string;

  @Field(() => String, { description: 'The six digits of the moment, in any digit script.' })
  code!: string;
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
    description: 'When it ends at the latest; after 15 idle minutes it ends earlier.',
  })
  expiresAt!: Date | null;

  @Field(() => [ProblemType], { description: 'Why it was refused.' })
  problems!: readonly Problem[];
}

@InputType('PassphraseInput', { description: 'A passphrase.' })
export class PassphraseInput {
  @Field(() => String, { description: 'The passphrase.' })
  passphrase!: string;
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

  @Field(() => DeskRoleEnum, { description: 'What they are at the desk for.' })
  role!: DeskRole;

  @Field(() => AffiliationEnum, { description: 'Who they work for.' })
  affiliation!: Affiliation;

  @Field(() => String, { nullable: true, description: 'Their area; none: the whole country.' })
  placeCode!: string | null;

  @Field(() => DayScalar, { description: 'The day on which the training was finished.' })
  trainedOn!: string;
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
