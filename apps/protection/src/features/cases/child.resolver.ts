import type { Result } from '@samleng/kernel';
import { dayInCambodia } from '@samleng/routing';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { payloadOf } from '../../graph/payload.ts';
import { DonePayload } from '../../graph/problem.type.ts';
import type { Problem } from '../../problems.ts';
import type { DeskRequest } from '../../request.ts';
import type { Case } from './case.entity.ts';
import { changeReceipt } from './change-receipt.ts';
import {
  ChangeReceiptInput,
  DeskKeyNode,
  DiscloseHarmInput,
  DiscloseHarmPayload,
  EraseMyCaseInput,
  MyCasePayload,
  SealedInput,
  SendMessageInput,
} from './child.type.ts';
import { discloseHarm } from './disclose-harm.ts';
import { discloseSealed } from './disclose-sealed.ts';
import { eraseMyCase } from './erase-my-case.ts';
import { giveBackTry } from './give-back-try.ts';
import { openByReceipt } from './open-by-receipt.ts';
import { receiveMovedConcern } from './receive-moved-concern.ts';
import { sendMessage } from './send-message.ts';
import type { ChildsCase } from './show-to-child.ts';

@Resolver()
export class ChildResolver {
  @Query(() => DeskKeyNode, { description: "The desk's public key, for sealing while there is no network." })
  deskKey(@Ctx() { deskKeys }: DeskRequest): DeskKeyNode {
    return {
      algorithm: 'P-256 HKDF-SHA-256 AES-256-GCM',
      publicKey: Buffer.from(deskKeys.publicKey).toString('base64'),
    };
  }

  @Mutation(() => DiscloseHarmPayload, { description: 'A child says that somebody is being hurt.' })
  async discloseHarm(
    @Ctx() request: DeskRequest,
    @Arg('input', () => DiscloseHarmInput, { description: 'What the child tells.' }) input: DiscloseHarmInput,
  ): Promise<DiscloseHarmPayload> {
    return takenIn(await discloseHarm(request, input));
  }

  @Mutation(() => DiscloseHarmPayload, {
    description:
      'The same, sealed on a phone that had no network: `DiscloseHarmInput` as JSON in an envelope.',
  })
  async discloseSealed(
    @Ctx() request: DeskRequest,
    @Arg('input', () => SealedInput, { description: 'The envelope, for the purpose `disclosure`.' })
    input: SealedInput,
  ): Promise<DiscloseHarmPayload> {
    return takenIn(await discloseSealed(request, input));
  }

  @Mutation(() => DiscloseHarmPayload, {
    description: 'A moderator moved a concern here. For the participation service, by its own key.',
  })
  async receiveMovedConcern(
    @Ctx() request: DeskRequest,
    @Arg('input', () => SealedInput, { description: 'The envelope, for the purpose `moved concern`.' })
    input: SealedInput,
  ): Promise<DiscloseHarmPayload> {
    return takenIn(await receiveMovedConcern(request, input));
  }

  @Query(() => MyCasePayload, {
    description: 'What a receipt opens. Wrong, expired and erased receipts answer alike.',
  })
  async caseByReceipt(
    @Ctx() request: DeskRequest,
    @Arg('receipt', () => String, { description: '16 digits, in any digit script, with spaces or hyphens.' })
    receipt: string,
  ): Promise<MyCasePayload> {
    return shown(await openByReceipt(request, receipt));
  }

  @Mutation(() => MyCasePayload, { description: 'The child writes again under its receipt.' })
  async sendMessage(
    @Ctx() request: DeskRequest,
    @Arg('input', () => SendMessageInput, { description: 'Receipt and words.' }) input: SendMessageInput,
  ): Promise<MyCasePayload> {
    return shown(await sendMessage(request, input));
  }

  @Mutation(() => MyCasePayload, {
    description: 'The child takes a new code; the old one opens nothing then.',
  })
  async changeReceipt(
    @Ctx() request: DeskRequest,
    @Arg('input', () => ChangeReceiptInput, { description: 'The old code and the new one.' })
    input: ChangeReceiptInput,
  ): Promise<MyCasePayload> {
    return shown(await changeReceipt(request, input));
  }

  @Mutation(() => DonePayload, {
    description:
      'The code tried just now was right elsewhere: the try is given back. For the web front, which asks for no other.',
  })
  async giveBackTry(@Ctx() request: DeskRequest): Promise<DonePayload> {
    await giveBackTry(request);
    return { problems: [] };
  }

  @Mutation(() => DonePayload, {
    description: 'Erases everything at once, unless a duty to protect is recorded.',
  })
  async eraseMyCase(
    @Ctx() request: DeskRequest,
    @Arg('input', () => EraseMyCaseInput, { description: 'The receipt.' }) input: EraseMyCaseInput,
  ): Promise<DonePayload> {
    return payloadOf(await eraseMyCase(request, input), () => ({}), {});
  }
}

function takenIn(result: Result<Case, readonly Problem[]>): DiscloseHarmPayload {
  return payloadOf(result, (kase) => ({ isTakenIn: true, receivedOn: dayInCambodia(kase.receivedAt) }), {
    isTakenIn: false,
    receivedOn: null,
  });
}

function shown(result: Result<ChildsCase, readonly Problem[]>): MyCasePayload {
  return payloadOf(
    result,
    ({ receivedAt, ...kase }) => ({ case: { ...kase, receivedOn: dayInCambodia(receivedAt) } }),
    { case: null },
  );
}
