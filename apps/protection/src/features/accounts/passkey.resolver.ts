import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { payloadOf } from '../../graph/payload.ts';
import { DonePayload } from '../../graph/problem.type.ts';
import type { DeskRequest } from '../../request.ts';
import { SessionPayload } from './account.type.ts';
import { PasskeyInput, PasskeyPayload } from './passkey.type.ts';
import { registerPasskey, removePasskeys, startPasskey } from './register-passkey.ts';
import {
  reauthenticateWithPasskey,
  signInWithPasskey,
  startPasskeyAgain,
  startPasskeySignIn,
} from './sign-in-with-passkey.ts';

const nothingAsked = { challenge: null, passkeyOptions: null };
const noSession = { sessionToken: null, expiresAt: null };

@Resolver()
export class PasskeyResolver {
  @Mutation(() => PasskeyPayload, { description: 'Asks for a passkey to sign in with.' })
  async startPasskeySignIn(@Ctx() request: DeskRequest): Promise<PasskeyPayload> {
    return payloadOf(await startPasskeySignIn(request), (asked) => asked, nothingAsked);
  }

  @Mutation(() => SessionPayload, { description: 'Opens a session and unlocks its key, by a passkey alone.' })
  async signInWithPasskey(
    @Ctx() request: DeskRequest,
    @Arg('input', () => PasskeyInput, { description: "The browser's answer." }) input: PasskeyInput,
  ): Promise<SessionPayload> {
    return payloadOf(await signInWithPasskey(request, input), (opened) => opened, noSession);
  }

  @Mutation(() => PasskeyPayload, { description: 'Asks for what makes a new passkey.' })
  async startPasskey(@Ctx() request: DeskRequest): Promise<PasskeyPayload> {
    return payloadOf(await startPasskey(request), (asked) => asked, nothingAsked);
  }

  @Mutation(() => DonePayload, { description: 'Keeps a new passkey, and the private key wrapped under it.' })
  async registerPasskey(
    @Ctx() request: DeskRequest,
    @Arg('input', () => PasskeyInput, { description: "The browser's answer." }) input: PasskeyInput,
  ): Promise<DonePayload> {
    return payloadOf(await registerPasskey(request, input), () => ({}), {});
  }

  @Mutation(() => PasskeyPayload, {
    description: 'Asks for a passkey of the viewer, before deeds that need it.',
  })
  async startPasskeyAgain(@Ctx() request: DeskRequest): Promise<PasskeyPayload> {
    return payloadOf(await startPasskeyAgain(request), (asked) => asked, nothingAsked);
  }

  @Mutation(() => DonePayload, { description: 'Gives a passkey once more, in place of the passphrase.' })
  async reauthenticateWithPasskey(
    @Ctx() request: DeskRequest,
    @Arg('input', () => PasskeyInput, { description: "The browser's answer." }) input: PasskeyInput,
  ): Promise<DonePayload> {
    return payloadOf(await reauthenticateWithPasskey(request, input), () => ({}), {});
  }

  @Mutation(() => DonePayload, { description: "Takes away all the viewer's passkeys." })
  async removePasskeys(@Ctx() request: DeskRequest): Promise<DonePayload> {
    return payloadOf(await removePasskeys(request), () => ({}), {});
  }
}
