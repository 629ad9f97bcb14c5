import type { Problem } from '@samleng/vocabulary';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { payloadOf } from '../../graph/payload.ts';
import type { ApiRequest } from '../../request.ts';
import { addPollOption } from './add-poll-option.ts';
import { castBallot } from './cast-ballot.ts';
import { changePollOption, orderPollOptions } from './change-poll-option.ts';
import { changePoll } from './change-poll.ts';
import { closePoll, keepPollOpen } from './close-poll.ts';
import { confirmClose } from './confirm-close.ts';
import { enterPaperCounts, withdrawPaperSheet } from './enter-paper-counts.ts';
import { makePoll } from './make-poll.ts';
import { moderateProposal } from './moderate-proposal.ts';
import { openPoll } from './open-poll.ts';
import type { PaperSheet, Poll } from './poll.entity.ts';
import { pollFromTopIssues } from './poll-from-issues.ts';
import {
  AddPollOptionInput,
  AddPollOptionPayload,
  CastBallotInput,
  CastBallotPayload,
  ChangePollInput,
  ChangePollOptionInput,
  ChangePollOptionPayload,
  ChangePollPayload,
  ClosePollPayload,
  ConfirmClosePayload,
  EnterPaperCountsInput,
  EnterPaperCountsPayload,
  KeepPollOpenPayload,
  MakePollInput,
  MakePollPayload,
  ModerateProposalInput,
  ModerateProposalPayload,
  OpenPollPayload,
  OrderPollOptionsInput,
  OrderPollOptionsPayload,
  PollFromTopIssuesInput,
  PollFromTopIssuesPayload,
  PollInput,
  ProposePollOptionInput,
  ProposePollOptionPayload,
  RemovePollOptionInput,
  RemovePollOptionPayload,
  WithdrawPaperSheetInput,
  WithdrawPaperSheetPayload,
} from './poll-inputs.type.ts';
import { PollNode } from './poll.type.ts';
import { proposePollOption } from './propose-poll-option.ts';
import { removePollOption } from './remove-poll-option.ts';

type PollPayload = { poll: Poll | null; problems: readonly Problem[] };
type SheetPayload = { sheet: PaperSheet | null; problems: readonly Problem[] };

const shown = (poll: Poll) => ({ poll });
const empty = { poll: null };

@Resolver(() => PollNode)
export class PollDeedsResolver {
  @Mutation(() => MakePollPayload, { description: 'A facilitator makes a poll.' })
  async makePoll(
    @Ctx() request: ApiRequest,
    @Arg('input', () => MakePollInput, { description: 'The poll.' }) input: MakePollInput,
  ): Promise<PollPayload> {
    return payloadOf(await makePoll(request, input), shown, empty);
  }

  @Mutation(() => ChangePollPayload, { description: 'A facilitator rewrites a draft.' })
  async changePoll(
    @Ctx() request: ApiRequest,
    @Arg('input', () => ChangePollInput, { description: 'The draft.' }) input: ChangePollInput,
  ): Promise<PollPayload> {
    return payloadOf(await changePoll(request, input), shown, empty);
  }

  @Mutation(() => PollFromTopIssuesPayload, {
    description: 'A facilitator makes a ranked poll of the top issues of a commune.',
  })
  async pollFromTopIssues(
    @Ctx() request: ApiRequest,
    @Arg('input', () => PollFromTopIssuesInput, { description: 'Which commune.' })
    input: PollFromTopIssuesInput,
  ): Promise<PollPayload> {
    return payloadOf(await pollFromTopIssues(request, input), shown, empty);
  }

  @Mutation(() => AddPollOptionPayload, { description: 'A facilitator adds an option to a draft.' })
  async addPollOption(
    @Ctx() request: ApiRequest,
    @Arg('input', () => AddPollOptionInput, { description: 'The option.' }) input: AddPollOptionInput,
  ): Promise<PollPayload> {
    return payloadOf(await addPollOption(request, input), shown, empty);
  }

  @Mutation(() => ChangePollOptionPayload, { description: 'A facilitator rewrites an option of a draft.' })
  async changePollOption(
    @Ctx() request: ApiRequest,
    @Arg('input', () => ChangePollOptionInput, { description: 'The option.' }) input: ChangePollOptionInput,
  ): Promise<PollPayload> {
    return payloadOf(await changePollOption(request, input), shown, empty);
  }

  @Mutation(() => OrderPollOptionsPayload, { description: 'A facilitator orders the options of a draft.' })
  async orderPollOptions(
    @Ctx() request: ApiRequest,
    @Arg('input', () => OrderPollOptionsInput, { description: 'The order.' }) input: OrderPollOptionsInput,
  ): Promise<PollPayload> {
    return payloadOf(await orderPollOptions(request, input), shown, empty);
  }

  @Mutation(() => RemovePollOptionPayload, { description: 'A facilitator takes an option out of a draft.' })
  async removePollOption(
    @Ctx() request: ApiRequest,
    @Arg('input', () => RemovePollOptionInput, { description: 'Which option.' }) input: RemovePollOptionInput,
  ): Promise<PollPayload> {
    return payloadOf(await removePollOption(request, input), shown, empty);
  }

  @Mutation(() => ProposePollOptionPayload, { description: 'A child proposes an option.' })
  async proposePollOption(
    @Ctx() request: ApiRequest,
    @Arg('input', () => ProposePollOptionInput, { description: 'The proposal.' })
    input: ProposePollOptionInput,
  ): Promise<PollPayload> {
    return payloadOf(await proposePollOption(request, input), shown, empty);
  }

  @Mutation(() => ModerateProposalPayload, {
    description: "A facilitator takes up a child's proposal, or refuses it.",
  })
  async moderateProposal(
    @Ctx() request: ApiRequest,
    @Arg('input', () => ModerateProposalInput, { description: 'What becomes of it.' })
    input: ModerateProposalInput,
  ): Promise<PollPayload> {
    return payloadOf(await moderateProposal(request, input), shown, empty);
  }

  @Mutation(() => OpenPollPayload, { description: 'A facilitator opens a draft.' })
  async openPoll(
    @Ctx() request: ApiRequest,
    @Arg('input', () => PollInput, { description: 'Which poll.' }) input: PollInput,
  ): Promise<PollPayload> {
    return payloadOf(await openPoll(request, input), shown, empty);
  }

  @Mutation(() => CastBallotPayload, { description: 'A child answers; answering again replaces the answer.' })
  async castBallot(
    @Ctx() request: ApiRequest,
    @Arg('input', () => CastBallotInput, { description: 'The answer.' }) input: CastBallotInput,
  ): Promise<PollPayload> {
    return payloadOf(await castBallot(request, input), shown, empty);
  }

  @Mutation(() => ClosePollPayload, { description: 'A facilitator asks to close a poll.' })
  async closePoll(
    @Ctx() request: ApiRequest,
    @Arg('input', () => PollInput, { description: 'Which poll.' }) input: PollInput,
  ): Promise<PollPayload> {
    return payloadOf(await closePoll(request, input), shown, empty);
  }

  @Mutation(() => KeepPollOpenPayload, { description: 'A facilitator lets a poll take ballots again.' })
  async keepPollOpen(
    @Ctx() request: ApiRequest,
    @Arg('input', () => PollInput, { description: 'Which poll.' }) input: PollInput,
  ): Promise<PollPayload> {
    return payloadOf(await keepPollOpen(request, input), shown, empty);
  }

  @Mutation(() => ConfirmClosePayload, {
    description: 'A second person confirms that a poll is closed: it is counted.',
  })
  async confirmClose(
    @Ctx() request: ApiRequest,
    @Arg('input', () => PollInput, { description: 'Which poll.' }) input: PollInput,
  ): Promise<PollPayload> {
    return payloadOf(await confirmClose(request, input), shown, empty);
  }

  @Mutation(() => EnterPaperCountsPayload, { description: 'A facilitator types in a tally sheet.' })
  async enterPaperCounts(
    @Ctx() request: ApiRequest,
    @Arg('input', () => EnterPaperCountsInput, { description: 'The sheet.' }) input: EnterPaperCountsInput,
  ): Promise<SheetPayload> {
    return payloadOf(await enterPaperCounts(request, input), (sheet) => ({ sheet }), { sheet: null });
  }

  @Mutation(() => WithdrawPaperSheetPayload, { description: 'A facilitator takes a wrong sheet back.' })
  async withdrawPaperSheet(
    @Ctx() request: ApiRequest,
    @Arg('input', () => WithdrawPaperSheetInput, { description: 'The sheet.' })
    input: WithdrawPaperSheetInput,
  ): Promise<SheetPayload> {
    return payloadOf(await withdrawPaperSheet(request, input), (sheet) => ({ sheet }), { sheet: null });
  }
}
