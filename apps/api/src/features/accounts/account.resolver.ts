import { dayInCambodia } from '@samleng/routing';
import { totpAddress } from '@samleng/server';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type Page, PageArgs } from '../../graph/connection.ts';
import { NotFound } from '../../graph/errors.ts';
import { payloadOf, problem } from '../../graph/payload.ts';
import { DayScalar } from '../../graph/scalars.ts';
import { type ApiRequest, load } from '../../request.ts';
import { acceptInvitation, openInvitation } from './accept-invitation.ts';
import { type Account, type Grant } from './account.entity.ts';
import { mayAdministerAccounts, mayChangeAccount } from './account.policy.ts';
import { accountsById, grantsOfAccounts, listAccounts, passkeyCounts } from './account.queries.ts';
import {
  AcceptInvitationInput,
  AccountCanNode,
  AccountConnection,
  AccountNode,
  AccountPayload,
  ChangeRolesInput,
  ConfirmSignInInput,
  DonePayload,
  InvitationPayload,
  InviteStaffInput,
  InviteStaffPayload,
  ReauthenticateInput,
  ReauthenticatePayload,
  RegisterPasskeyInput,
  RestoreAccountInput,
  SessionPayload,
  SignInInput,
  SignInPayload,
  StartPasskeyPayload,
  SuspendAccountInput,
} from './account.type.ts';
import { changeRoles, restoreAccount, suspendAccount } from './change-account.ts';
import { confirmSignIn } from './confirm-sign-in.ts';
import { inviteStaff } from './invite-staff.ts';
import { reauthenticate } from './reauthenticate.ts';
import { registerPasskey, startPasskey } from './register-passkey.ts';
import { openTotpSecret } from './second-step.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { viewerOf } from './viewer.resolver.ts';
import { GrantNode } from './viewer.type.ts';

@Resolver(() => AccountNode)
export class AccountResolver {
  @Query(() => AccountConnection, { description: 'All staff accounts, by name. For administrators.' })
  accounts(@Ctx() request: ApiRequest, @Args(() => PageArgs) page: PageArgs): Promise<Page<Account>> {
    if (!mayAdministerAccounts(request.viewer)) throw new NotFound();
    return listAccounts(request, page);
  }

  @Query(() => InvitationPayload, { description: 'What an invited person sees behind the link.' })
  async invitation(
    @Ctx() request: ApiRequest,
    @Arg('token', () => String, { description: 'The secret part of the link.' }) token: string,
  ): Promise<InvitationPayload> {
    const tries = await request.rates.take('invitation', request.clientAddress, { points: 20, seconds: 900 });
    if (!tries.allowed) return { invitation: null, problems: [problem('TOO_MANY_TRIES')] };
    const found = await openInvitation(request, token);
    const account = found && (await load(request, accountsById, found.accountId));
    if (!found || !account) return { invitation: null, problems: [problem('INVITATION_NOT_RIGHT')] };
    const totpSecret = openTotpSecret(request.settings, account.id, found.sealedTotpSecret);
    return {
      invitation: {
        name: account.name,
        expiresAt: found.expiresAt,
        totpSecret,
        totpAddress: totpAddress(totpSecret, { account: account.name, issuer: 'Samleng' }),
      },
      problems: [],
    };
  }

  @FieldResolver(() => [GrantNode], { description: 'The roles it holds.' })
  async grants(@Ctx() request: ApiRequest, @Root() account: Account): Promise<Grant[]> {
    return (await load(request, grantsOfAccounts, account.id)) ?? [];
  }

  @FieldResolver(() => Boolean, { description: 'Whether a passkey is registered.' })
  async hasPasskey(@Ctx() request: ApiRequest, @Root() account: Account): Promise<boolean> {
    return ((await load(request, passkeyCounts, account.id)) ?? 0) > 0;
  }

  @FieldResolver(() => DayScalar, { nullable: true, description: 'The day on which it was last used.' })
  lastSeenOn(@Root() account: Account): string | null {
    return account.lastSeenAt ? dayInCambodia(account.lastSeenAt) : null;
  }

  @FieldResolver(() => AccountCanNode, { description: 'What the viewer may do with it.' })
  viewerCan(@Ctx() { viewer }: ApiRequest, @Root() account: Account): AccountCanNode {
    const may = mayChangeAccount(viewer, account.id);
    return { suspend: may && account.state !== 'INVITED', changeRoles: may };
  }

  @Mutation(() => SignInPayload, { description: 'First step of signing in: name and passphrase.' })
  async signIn(
    @Ctx() request: ApiRequest,
    @Arg('input', () => SignInInput, { description: 'Name and passphrase.' }) input: SignInInput,
  ): Promise<SignInPayload> {
    const empty = { challenge: null, secondSteps: [], passkeyOptions: null };
    return payloadOf(await signIn(request, input), (started) => started, empty);
  }

  @Mutation(() => SessionPayload, { description: 'Second step of signing in: opens a session.' })
  async confirmSignIn(
    @Ctx() request: ApiRequest,
    @Arg('input', () => ConfirmSignInInput, { description: 'A code or a passkey.' })
    input: ConfirmSignInInput,
  ): Promise<SessionPayload> {
    return payloadOf(await confirmSignIn(request, input), (opened) => opened, noSession);
  }

  @Mutation(() => ReauthenticatePayload, {
    description: 'Gives the passphrase once more, for deeds that ask for it.',
  })
  async reauthenticate(
    @Ctx() request: ApiRequest,
    @Arg('input', () => ReauthenticateInput, { description: 'The passphrase.' }) input: ReauthenticateInput,
  ): Promise<ReauthenticatePayload> {
    const viewer = { ...viewerOf(request), isReauthenticated: true };
    return payloadOf(await reauthenticate(request, input), () => ({ viewer }), { viewer: null });
  }

  @Mutation(() => DonePayload, { description: 'Ends this session.' })
  async signOut(@Ctx() request: ApiRequest): Promise<DonePayload> {
    await signOut(request, false);
    return { problems: [] };
  }

  @Mutation(() => DonePayload, { description: "Ends all of the viewer's sessions, on every device." })
  async signOutEverywhere(@Ctx() request: ApiRequest): Promise<DonePayload> {
    await signOut(request, true);
    return { problems: [] };
  }

  @Mutation(() => InviteStaffPayload, {
    description: 'Invites a trained person to an account. For administrators.',
  })
  async inviteStaff(
    @Ctx() request: ApiRequest,
    @Arg('input', () => InviteStaffInput, { description: 'Who, and to what.' }) input: InviteStaffInput,
  ): Promise<InviteStaffPayload> {
    const empty = { account: null, invitationToken: null };
    return payloadOf(await inviteStaff(request, input), (invited) => invited, empty);
  }

  @Mutation(() => SessionPayload, { description: 'Opens an invited account and a first session.' })
  async acceptInvitation(
    @Ctx() request: ApiRequest,
    @Arg('input', () => AcceptInvitationInput, { description: 'Passphrase, code and agreement.' })
    input: AcceptInvitationInput,
  ): Promise<SessionPayload> {
    return payloadOf(await acceptInvitation(request, input), (opened) => opened, noSession);
  }

  @Mutation(() => AccountPayload, { description: 'Changes what an account may do; its sessions end.' })
  async changeRoles(
    @Ctx() request: ApiRequest,
    @Arg('input', () => ChangeRolesInput, { description: 'All its roles from now on.' })
    input: ChangeRolesInput,
  ): Promise<AccountPayload> {
    return payloadOf(await changeRoles(request, input), (account) => ({ account }), { account: null });
  }

  @Mutation(() => AccountPayload, { description: 'Stops an account at once; its sessions end.' })
  async suspendAccount(
    @Ctx() request: ApiRequest,
    @Arg('input', () => SuspendAccountInput, { description: 'Which account.' }) input: SuspendAccountInput,
  ): Promise<AccountPayload> {
    return payloadOf(await suspendAccount(request, input), (account) => ({ account }), { account: null });
  }

  @Mutation(() => AccountPayload, { description: 'Lets a suspended account in again.' })
  async restoreAccount(
    @Ctx() request: ApiRequest,
    @Arg('input', () => RestoreAccountInput, { description: 'Which account.' }) input: RestoreAccountInput,
  ): Promise<AccountPayload> {
    return payloadOf(await restoreAccount(request, input), (account) => ({ account }), { account: null });
  }

  @Mutation(() => StartPasskeyPayload, { description: 'Begins to add a passkey of this browser or phone.' })
  async startPasskey(@Ctx() request: ApiRequest): Promise<StartPasskeyPayload> {
    const empty = { challenge: null, passkeyOptions: null };
    return payloadOf(await startPasskey(request), (started) => started, empty);
  }

  @Mutation(() => DonePayload, { description: "Adds the passkey of the browser's answer." })
  async registerPasskey(
    @Ctx() request: ApiRequest,
    @Arg('input', () => RegisterPasskeyInput, { description: "The browser's answer." })
    input: RegisterPasskeyInput,
  ): Promise<DonePayload> {
    return payloadOf(await registerPasskey(request, input), () => ({}), {});
  }
}

const noSession = { sessionToken: null, expiresAt: null };
