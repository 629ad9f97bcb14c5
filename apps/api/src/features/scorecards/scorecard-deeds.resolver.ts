import type { Problem } from '@samleng/vocabulary';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { payloadOf } from '../../graph/payload.ts';
import type { ApiRequest } from '../../request.ts';
import { assessOwnService } from './assess-own-service.ts';
import { giveScores } from './give-scores.ts';
import { closeScoreRound, countScoreRound, dropScoreRound, openScoreRound } from './hold-rounds.ts';
import { keepInfoSheet } from './keep-info-sheet.ts';
import { openScorecard } from './open-scorecard.ts';
import { planScorecardAction } from './plan-scorecard-action.ts';
import { publishScorecard, recordInterface } from './publish-scorecard.ts';
import type { InfoSheet, Scorecard } from './scorecard.entity.ts';
import {
  AssessOwnServicePayload,
  CloseScoreRoundPayload,
  CountScoreRoundPayload,
  DropScoreRoundPayload,
  GiveScoresPayload,
  KeepInfoSheetPayload,
  OpenScoreRoundPayload,
  OpenScorecardPayload,
  PlanScorecardActionPayload,
  PublishScorecardPayload,
  RecordInterfacePayload,
} from './scorecard.type.ts';
import {
  AssessOwnServiceInput,
  CloseScoreRoundInput,
  CountScoreRoundInput,
  DropScoreRoundInput,
  GiveScoresInput,
  KeepInfoSheetInput,
  OpenScoreRoundInput,
  OpenScorecardInput,
  PlanScorecardActionInput,
  PublishScorecardInput,
  RecordInterfaceInput,
} from './scorecard-inputs.type.ts';

type Payload = { scorecard: Scorecard | null; problems: readonly Problem[] };
const shown = (scorecard: Scorecard) => ({ scorecard });
const empty = { scorecard: null };

@Resolver()
export class ScorecardDeedsResolver {
  @Mutation(() => OpenScorecardPayload, {
    description: 'A facilitator opens the scorecard of a service for a year.',
  })
  async openScorecard(
    @Ctx() request: ApiRequest,
    @Arg('input', () => OpenScorecardInput, { description: 'What.' }) input: OpenScorecardInput,
  ): Promise<Payload> {
    return payloadOf(await openScorecard(request, input), shown, empty);
  }

  @Mutation(() => AssessOwnServicePayload, { description: "The service's staff score themselves." })
  async assessOwnService(
    @Ctx() request: ApiRequest,
    @Arg('input', () => AssessOwnServiceInput, { description: 'What.' }) input: AssessOwnServiceInput,
  ): Promise<Payload> {
    return payloadOf(await assessOwnService(request, input), shown, empty);
  }

  @Mutation(() => OpenScoreRoundPayload, { description: 'A facilitator opens a sitting of one group.' })
  async openScoreRound(
    @Ctx() request: ApiRequest,
    @Arg('input', () => OpenScoreRoundInput, { description: 'What.' }) input: OpenScoreRoundInput,
  ): Promise<Payload> {
    return payloadOf(await openScoreRound(request, input), shown, empty);
  }

  @Mutation(() => CloseScoreRoundPayload, { description: 'A facilitator closes a sitting on the tablet.' })
  async closeScoreRound(
    @Ctx() request: ApiRequest,
    @Arg('input', () => CloseScoreRoundInput, { description: 'What.' }) input: CloseScoreRoundInput,
  ): Promise<Payload> {
    return payloadOf(await closeScoreRound(request, input), shown, empty);
  }

  @Mutation(() => DropScoreRoundPayload, { description: 'A facilitator throws a sitting away.' })
  async dropScoreRound(
    @Ctx() request: ApiRequest,
    @Arg('input', () => DropScoreRoundInput, { description: 'What.' }) input: DropScoreRoundInput,
  ): Promise<Payload> {
    return payloadOf(await dropScoreRound(request, input), shown, empty);
  }

  @Mutation(() => CountScoreRoundPayload, { description: 'A facilitator types what was counted on paper.' })
  async countScoreRound(
    @Ctx() request: ApiRequest,
    @Arg('input', () => CountScoreRoundInput, { description: 'What.' }) input: CountScoreRoundInput,
  ): Promise<Payload> {
    return payloadOf(await countScoreRound(request, input), shown, empty);
  }

  @Mutation(() => PublishScorecardPayload, { description: 'A facilitator publishes what the groups said.' })
  async publishScorecard(
    @Ctx() request: ApiRequest,
    @Arg('input', () => PublishScorecardInput, { description: 'What.' }) input: PublishScorecardInput,
  ): Promise<Payload> {
    return payloadOf(await publishScorecard(request, input), shown, empty);
  }

  @Mutation(() => RecordInterfacePayload, {
    description: 'A facilitator writes down the meeting of the service and the people.',
  })
  async recordInterface(
    @Ctx() request: ApiRequest,
    @Arg('input', () => RecordInterfaceInput, { description: 'What.' }) input: RecordInterfaceInput,
  ): Promise<Payload> {
    return payloadOf(await recordInterface(request, input), shown, empty);
  }

  @Mutation(() => PlanScorecardActionPayload, {
    description: 'A service promises what it will do about a criterion.',
  })
  async planScorecardAction(
    @Ctx() request: ApiRequest,
    @Arg('input', () => PlanScorecardActionInput, { description: 'What.' }) input: PlanScorecardActionInput,
  ): Promise<Payload> {
    return payloadOf(await planScorecardAction(request, input), shown, empty);
  }

  @Mutation(() => GiveScoresPayload, { description: 'Somebody at an open sitting gives faces.' })
  async giveScores(
    @Ctx() request: ApiRequest,
    @Arg('input', () => GiveScoresInput, { description: 'Which.' }) input: GiveScoresInput,
  ): Promise<{ problems: readonly Problem[] }> {
    return payloadOf(await giveScores(request, input), () => ({}), {});
  }

  @Mutation(() => KeepInfoSheetPayload, { description: "The service's staff write its info sheet." })
  async keepInfoSheet(
    @Ctx() request: ApiRequest,
    @Arg('input', () => KeepInfoSheetInput, { description: 'The sheet.' }) input: KeepInfoSheetInput,
  ): Promise<{ infoSheet: InfoSheet | null; problems: readonly Problem[] }> {
    return payloadOf(await keepInfoSheet(request, input), (infoSheet) => ({ infoSheet }), {
      infoSheet: null,
    });
  }
}
