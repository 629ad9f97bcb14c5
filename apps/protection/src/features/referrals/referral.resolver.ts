import { load, type RequestBatch } from '@samleng/server';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { CaseSystemEnum } from '../../graph/enums.ts';
import { payloadOf } from '../../graph/payload.ts';
import { type CaseSystem, caseSystems } from '../../lists.ts';
import type { DeskRequest } from '../../request.ts';
import { CaseNode } from '../cases/index.ts';
import { referCase } from './refer-case.ts';
import { Referral } from './referral.entity.ts';
import { linesOf } from './referral-record.ts';
import {
  NoteReferralOutcomeInput,
  ReferCaseInput,
  ReferCasePayload,
  ReferralNode,
  ReferralPayload,
  SendReferralInput,
} from './referral.type.ts';
import { noteReferralOutcome, sendReferral } from './send-referral.ts';

const referralsOf: RequestBatch<DeskRequest, string, Referral[]> = async ({ em }, caseIds) => {
  const referrals = await em.find(
    Referral,
    { caseId: { $in: [...caseIds] } },
    { orderBy: { madeAt: 'asc' } },
  );
  return Map.groupBy(referrals, ({ caseId }) => caseId);
};

@Resolver(() => CaseNode)
export class ReferralResolver {
  @Query(() => [CaseSystemEnum], {
    description: 'The national case systems that are connected. For workers.',
  })
  connectedSystems(@Ctx() { doors }: DeskRequest): CaseSystem[] {
    return caseSystems.filter((system) => doors[system] !== null);
  }

  @FieldResolver(() => [ReferralNode], { description: 'Its referrals, in order.' })
  async referrals(@Ctx() request: DeskRequest, @Root() card: CaseNode): Promise<Referral[]> {
    return (await load(request, referralsOf, card.id)) ?? [];
  }

  @Mutation(() => ReferCasePayload, {
    description: 'Refers a case with assent or a recorded reason: a record to print and an encrypted file.',
  })
  async referCase(
    @Ctx() request: DeskRequest,
    @Arg('input', () => ReferCaseInput, { description: 'To whom, and what is handed on.' })
    input: ReferCaseInput,
  ): Promise<ReferCasePayload> {
    return payloadOf(
      await referCase(request, input),
      ({ referral, record, file }) => ({ referral, lines: linesOf(record), file }),
      { referral: null, lines: [], file: null },
    );
  }

  @Mutation(() => ReferralPayload, {
    description: 'Hands a referral to a national case system, if connected.',
  })
  async sendReferral(
    @Ctx() request: DeskRequest,
    @Arg('input', () => SendReferralInput, { description: 'Which, and where to.' }) input: SendReferralInput,
  ): Promise<ReferralPayload> {
    return payloadOf(await sendReferral(request, input), (referral) => ({ referral }), { referral: null });
  }

  @Mutation(() => ReferralPayload, { description: 'Notes what the receiver said of a referral.' })
  async noteReferralOutcome(
    @Ctx() request: DeskRequest,
    @Arg('input', () => NoteReferralOutcomeInput, { description: 'Which, and what was said.' })
    input: NoteReferralOutcomeInput,
  ): Promise<ReferralPayload> {
    return payloadOf(await noteReferralOutcome(request, input), (referral) => ({ referral }), {
      referral: null,
    });
  }
}
