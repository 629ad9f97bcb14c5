import { load, type Page, totpAddress } from '@samleng/server';
import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { PageArgs } from '../../graph/connection.ts';
import { payloadOf } from '../../graph/payload.ts';
import { DonePayload } from '../../graph/problem.type.ts';
import { problem } from '../../problems.ts';
import type { DeskRequest } from '../../request.ts';
import { acceptInvitation, openInvitation } from './accept-invitation.ts';
import type { Account } from './account.entity.ts';
import { accountsById, listAccounts, viewerHasPasskey } from './account.queries.ts';
import {
  AcceptInvitationInput,
  AccountConnection,
  ConfirmSignInInput,
  InvitationPayload,
  InviteStaffInput,
  InviteStaffPayload,
  PassphraseInput,
  SessionPayload,
  SignInInput,
  SignInPayload,
  ViewerNode,
} from './account.type.ts';
import { changePassphrase } from './change-passphrase.ts';
import { confirmSignIn } from './confirm-sign-in.ts';
import { inviteStaff } from './invite-staff.ts';
import { reauthenticate } from './reauthenticate.ts';
import { openTotpSecret } from './second-step.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';

const noSession = { sessionToken: null, expiresAt: null };

@Resolver()
export class AccountResolver {
  @Query(() => ViewerNode, { description: 'Who asks.' })
  async viewer(@Ctx() request: DeskRequest): Promise<ViewerNode> {
    const { accountId, sessionId, isReauthenticated } = request.viewer;
    const person = accountId === null ? null : ((await load(request, accountsById, accountId)) ?? null);
    const isUnlocked = sessionId !== null && request.unlocked.of(sessionId) !== undefined;
    return {
      person,
      isReauthenticated: isReauthenticated && isUnlocked,
      hasPasskey: await viewerHasPasskey(request),
    };
  }

  @Query(() => AccountConnection, { description: 'All accounts of the desk, by name. For administrators.' })
  accounts(@Ctx() request: DeskRequest, @Args(() => PageArgs) page: PageArgs): Promise<Page<Account>> {
    return listAccounts(request, page);
  }

  @Query(() => InvitationPayload, { description: 'What an invited person sees behind the link.' })
  async invitation(
    @Ctx() request: DeskRequest,
    @Arg('token', () => String, { description: 'The secret part of the link.' }) token: string,
  ): Promise<InvitationPayload> {
    const tries = await request.rates.take('invitation', request.clientAddress, { points: 20, seconds: 900 });
    if (!tries.allowed) return { invitation: null, problems: [problem('TOO_MANY_TRIES')] };
    const found = await openInvitation(request, token);
    const account = found && (await load(request, accountsById, found.accountId));
    if (!found || !account) return { invitation: null, problems: [problem('INVITATION_NOT_RIGHT')] };
    const key = request.settings.PROTECTION_SECRETS_KEY;
    const totpSecret = openTotpSecret(key, account.id, found.sealedTotpSecret);
    return {
      invitation: {
        name: account.name,
        expiresAt: found.expiresAt,
        totpSecret,
        totpAddress: totpAddress(totpSecret, { account: account.name, issuer: 'Samleng desk' }),
      },
      problems: [],
    };
  }

  @Mutation(() => SignInPayload, { description: 'First step of signing in: name and passphrase.' })
  async signIn(
    @Ctx() request: DeskRequest,
    @Arg('input', () => SignInInput, { description: 'Name and passphrase.' }) input: SignInInput,
  ): Promise<SignInPayload> {
    return payloadOf(await signIn(request, input), (started) => started, { challenge: null });
  }

  @Mutation(() => SessionPayload, { description: 'Second step of signing in: opens a session.' })
  async confirmSignIn(
    @Ctx() request: DeskRequest,
    @Arg('input', () => ConfirmSignInInput, { description: 'The code of the moment.' })
    input: ConfirmSignInInput,
  ): Promise<SessionPayload> {
    return payloadOf(await confirmSignIn(request, input), (opened) => opened, noSession);
  }

  @Mutation(() => DonePayload, {
    description:
      'Gives the passphrase once more, for deeds that ask for it: opening a case, handing on, roles.',
  })
  async reauthenticate(
    @Ctx() request: DeskRequest,
    @Arg('input', () => PassphraseInput, { description: 'The passphrase.' }) input: PassphraseInput,
  ): Promise<DonePayload> {
    return payloadOf(await reauthenticate(request, input), () => ({}), {});
  }

  @Mutation(() => DonePayload, {
    description: 'Takes a new passphrase; the old one was given again just now.',
  })
  async changePassphrase(
    @Ctx() request: DeskRequest,
    @Arg('input', () => PassphraseInput, { description: 'The new passphrase.' }) input: PassphraseInput,
  ): Promise<DonePayload> {
    return payloadOf(await changePassphrase(request, input), () => ({}), {});
  }

  @Mutation(() => DonePayload, { description: 'Ends this session and locks its key.' })
  async signOut(@Ctx() request: DeskRequest): Promise<DonePayload> {
    await signOut(request, false);
    return { problems: [] };
  }

  @Mutation(() => DonePayload, { description: "Ends all of the viewer's sessions, on every device." })
  async signOutEverywhere(@Ctx() request: DeskRequest): Promise<DonePayload> {
    await signOut(request, true);
    return { problems: [] };
  }

  @Mutation(() => InviteStaffPayload, { description: 'Invites a trained person. For administrators.' })
  async inviteStaff(
    @Ctx() request: DeskRequest,
    @Arg('input', () => InviteStaffInput, { description: 'Who, and to what.' }) input: InviteStaffInput,
  ): Promise<InviteStaffPayload> {
    const empty = { account: null, invitationToken: null };
    return payloadOf(await inviteStaff(request, input), (invited) => invited, empty);
  }

  @Mutation(() => SessionPayload, { description: 'Opens an invited account and a first session.' })
  async acceptInvitation(
    @Ctx() request: DeskRequest,
    @Arg('input', () => AcceptInvitationInput, { description: 'Passphrase, code and agreement.' })
    input: AcceptInvitationInput,
  ): Promise<SessionPayload> {
    return payloadOf(await acceptInvitation(request, input), (opened) => opened, noSession);
  }
}
