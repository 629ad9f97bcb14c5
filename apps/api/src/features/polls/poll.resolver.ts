import { ballotTypeNames, ballotTypeOf } from '@samleng/ballots';
import { findHarm } from '@samleng/text';
import type { Problem, Voice } from '@samleng/vocabulary';
import { dayInCambodia } from '@samleng/routing';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { type Page, PageArgs } from '../../graph/connection.ts';
import { payloadOf } from '../../graph/payload.ts';
import { DayScalar } from '../../graph/scalars.ts';
import { type ApiRequest, load } from '../../request.ts';
import { type Issue, IssueNode, issuesById } from '../issues/index.ts';
import { type Office, OfficeNode, officesById } from '../offices/index.ts';
import { type Place, PlaceNode, placesByCode } from '../places/index.ts';
import type { CardBatch } from './card.entity.ts';
import { CardBatchNode } from './card.type.ts';
import { exportFormatsOf, exportPoll, type PollFile, type PollFileFormat } from './export-poll.ts';
import { findPollOfCard } from './find-poll-of-card.ts';
import type { PaperSheet, Poll, PollOption } from './poll.entity.ts';
import { PollFileFormatEnum, ResultHiddenEnum, VoiceEnum } from './poll.enums.ts';
import {
  mayAskToClose,
  mayChange,
  mayConfirmClose,
  mayEnterPapers,
  mayMakeCards,
  mayPropose,
  mayRunPolls,
  maySeeSheetPhoto,
  maySeeWork,
  takesBallots,
} from './poll.policy.ts';
import {
  ballotsSoFar,
  batchesByPoll,
  listPolls,
  optionsByPoll,
  pollById,
  pollsById,
  pollsByIssue,
  questionOf,
  sheetsByPoll,
  standingOptions,
  typeOf,
} from './poll.queries.ts';
import {
  BallotTypeNode,
  PollCanNode,
  PollConnection,
  PollMediaNode,
  PollNode,
  PollOptionNode,
  PollResultNode,
  PollSettingNode,
  PollTemplateNode,
} from './poll.type.ts';
import type { PollMedia } from './poll-media.entity.ts';
import { pollMediaById } from './poll-media.queries.ts';
import { PaperSheetNode, PollFilePayload, PollFilter } from './poll-inputs.type.ts';
import { pollTemplates } from './poll-templates.ts';
import { type HiddenReason, hiddenBecause, resultsOf } from './poll-results.ts';
import type { PollResult } from './ballot.entity.ts';

@Resolver(() => PollNode)
export class PollResolver {
  @Query(() => PollNode, { nullable: true, description: 'The poll with this id.' })
  poll(
    @Ctx() request: ApiRequest,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<Poll | null> {
    return pollById(request, id);
  }

  @Query(() => PollConnection, { description: 'Polls the viewer may see, those that close last first.' })
  polls(
    @Ctx() request: ApiRequest,
    @Arg('filter', () => PollFilter, { description: 'Which are asked for.' }) filter: PollFilter,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<Poll>> {
    return listPolls(request, filter, page);
  }

  @Query(() => PollNode, { nullable: true, description: 'The poll a card answers.' })
  pollOfCard(
    @Ctx() request: ApiRequest,
    @Arg('card', () => String, { description: 'The code of the card.' }) card: string,
  ): Promise<Poll | null> {
    return findPollOfCard(request, card);
  }

  @Query(() => [BallotTypeNode], { description: 'Every way of answering a poll.' })
  ballotTypes(): BallotTypeNode[] {
    return ballotTypeNames.map((name) => describeType(name));
  }

  @Query(() => [PollTemplateNode], { description: 'Polls to start from.' })
  pollTemplates(): readonly PollTemplateNode[] {
    return pollTemplates.map(({ settings, ...template }) => ({
      ...template,
      settings: settingsOf(settings),
    }));
  }

  @Query(() => PollFilePayload, {
    description: 'The ballots of a closed poll as a file: anybody may recount.',
  })
  async pollFile(
    @Ctx() request: ApiRequest,
    @Arg('pollId', () => ID, { description: 'The poll.' }) pollId: string,
    @Arg('format', () => PollFileFormatEnum, { description: 'Which kind of file.' }) format: PollFileFormat,
    @Arg('voice', () => VoiceEnum, { description: 'Which of its two numbers.' }) voice: Voice,
  ): Promise<{ file: PollFile | null; problems: readonly Problem[] }> {
    return payloadOf(await exportPoll(request, { pollId, format, voice }), (file) => ({ file }), {
      file: null,
    });
  }

  @FieldResolver(() => PlaceNode, { description: 'The place whose children are asked.' })
  place(@Ctx() request: ApiRequest, @Root() poll: Poll): Promise<Place | undefined> {
    return load(request, placesByCode, poll.placeCode);
  }

  @FieldResolver(() => OfficeNode, { nullable: true, description: 'The school whose children are asked.' })
  async school(@Ctx() request: ApiRequest, @Root() { schoolOfficeId }: Poll): Promise<Office | null> {
    return schoolOfficeId ? ((await load(request, officesById, schoolOfficeId)) ?? null) : null;
  }

  @FieldResolver(() => BallotTypeNode, { description: 'How it is answered, in full.' })
  type(@Root() { ballotType }: Poll): BallotTypeNode {
    return describeType(ballotType);
  }

  @FieldResolver(() => [PollSettingNode], { description: 'What was set otherwise than usual.' })
  settings(@Root() { settings }: Poll): PollSettingNode[] {
    return settingsOf(settings);
  }

  @FieldResolver(() => PollMediaNode, { nullable: true, description: 'The question, read aloud.' })
  sound(@Ctx() request: ApiRequest, @Root() { soundId }: Poll): Promise<PollMedia | null> {
    return mediaOf(request, soundId);
  }

  @FieldResolver(() => [PollOptionNode], { description: 'What can be chosen, in order.' })
  options(@Ctx() request: ApiRequest, @Root() poll: Poll): Promise<PollOption[]> {
    return standingOptions(request, poll.id);
  }

  @FieldResolver(() => [PollOptionNode], {
    description: 'What children proposed, signs of harm first; for those who run it.',
  })
  async proposals(@Ctx() request: ApiRequest, @Root() poll: Poll): Promise<PollOption[]> {
    if (!maySeeWork(request.viewer, poll)) return [];
    const options = (await load(request, optionsByPoll, poll.id)) ?? [];
    const proposals = options.filter(({ isProposedByChild }) => isProposedByChild);
    // Words can only raise a proposal: the facilitator reads first what may speak of harm.
    return proposals.toSorted((one, other) => Number(speaksOfHarm(other)) - Number(speaksOfHarm(one)));
  }

  @FieldResolver(() => [String], {
    nullable: true,
    description: 'The columns of its tally sheet; none where each paper is typed in.',
  })
  async sheetColumns(@Ctx() request: ApiRequest, @Root() poll: Poll): Promise<readonly string[] | null> {
    return typeOf(poll).sheet?.columns(questionOf(poll, await standingOptions(request, poll.id))) ?? null;
  }

  @FieldResolver(() => [CardBatchNode], { description: 'Its batches of cards; for those who run it.' })
  async cardBatches(@Ctx() request: ApiRequest, @Root() poll: Poll): Promise<readonly CardBatch[]> {
    if (!maySeeWork(request.viewer, poll)) return [];
    return (await load(request, batchesByPoll, poll.id)) ?? [];
  }

  @FieldResolver(() => [PaperSheetNode], { description: 'Its sheets of paper; for those who run it.' })
  async paperSheets(@Ctx() request: ApiRequest, @Root() poll: Poll): Promise<readonly PaperSheet[]> {
    if (!maySeeWork(request.viewer, poll)) return [];
    return (await load(request, sheetsByPoll, poll.id)) ?? [];
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many ballots came so far; for those who run it, until it is closed.',
  })
  async ballotsSoFar(@Ctx() request: ApiRequest, @Root() poll: Poll): Promise<number | null> {
    if (!maySeeWork(request.viewer, poll) || poll.state === 'CLOSED') return null;
    return (await load(request, ballotsSoFar, poll.id)) ?? 0;
  }

  @FieldResolver(() => DayScalar, { nullable: true, description: 'The day on which it was closed.' })
  closedOn(@Root() { closedAt }: Poll): string | null {
    return closedAt ? dayInCambodia(closedAt) : null;
  }

  @FieldResolver(() => [PollResultNode], { description: 'What came of it; nothing before it is closed.' })
  results(@Ctx() request: ApiRequest, @Root() poll: Poll): Promise<readonly PollResult[]> {
    return resultsOf(request, poll);
  }

  @FieldResolver(() => [PollFileFormatEnum], {
    description: 'The kinds of file its ballots are given out in, once a result is shown.',
  })
  fileFormats(@Root() poll: Poll): readonly PollFileFormat[] {
    return exportFormatsOf(poll);
  }

  @FieldResolver(() => ResultHiddenEnum, { nullable: true, description: 'Why no result is shown.' })
  resultHiddenBecause(@Ctx() request: ApiRequest, @Root() poll: Poll): Promise<HiddenReason | null> {
    return hiddenBecause(request, poll);
  }

  @FieldResolver(() => PollCanNode, { description: 'What the viewer may do with it.' })
  viewerCan(@Ctx() { viewer, clock }: ApiRequest, @Root() poll: Poll): PollCanNode {
    return {
      change: mayChange(viewer, poll),
      propose: mayPropose(viewer, poll),
      answer: takesBallots(poll, clock.now()),
      run: mayRunPolls(viewer, poll.placeCode),
      makeCards: mayMakeCards(viewer, poll),
      enterPapers: mayEnterPapers(viewer, poll),
      close: mayAskToClose(viewer, poll),
      confirmClose: mayConfirmClose(viewer, poll),
      keepOpen: poll.state === 'CLOSING' && mayRunPolls(viewer, poll.placeCode),
    };
  }
}

function settingsOf(settings: Readonly<Record<string, number>>): PollSettingNode[] {
  return Object.entries(settings).map(([name, value]) => ({ name, value }));
}

function describeType(name: Poll['ballotType']): BallotTypeNode {
  const type = ballotTypeOf(name);
  return {
    name,
    gesture: type.gesture,
    shape: type.shape,
    rules: type.rules,
    hasSheet: type.sheet !== null,
    settings: type.settings.map((field) => ({
      name: field.name,
      least: field.least,
      most: field.most === 'options' ? null : field.most,
      usual: field.usual === 'options' ? null : field.usual,
      oneOf: field.oneOf ?? null,
    })),
  };
}

function speaksOfHarm({ titleKm, titleEn }: PollOption): boolean {
  return findHarm(`${titleKm ?? ''}\n${titleEn ?? ''}`).level !== 'NONE';
}

async function mediaOf(request: ApiRequest, id: string | null | undefined): Promise<PollMedia | null> {
  return id ? ((await load(request, pollMediaById, id)) ?? null) : null;
}

@Resolver(() => PollOptionNode)
export class PollOptionResolver {
  @FieldResolver(() => ID, { description: 'Its id.' })
  id(@Root() option: PollOption): string {
    return `${option.pollId}:${option.key}`;
  }

  @FieldResolver(() => PollMediaNode, { nullable: true, description: 'Its own picture.' })
  picture(@Ctx() request: ApiRequest, @Root() { pictureId }: PollOption): Promise<PollMedia | null> {
    return mediaOf(request, pictureId);
  }

  @FieldResolver(() => PollMediaNode, { nullable: true, description: 'Its words, read aloud.' })
  sound(@Ctx() request: ApiRequest, @Root() { soundId }: PollOption): Promise<PollMedia | null> {
    return mediaOf(request, soundId);
  }

  @FieldResolver(() => IssueNode, { nullable: true, description: 'The issue it stands for.' })
  async issue(@Ctx() request: ApiRequest, @Root() { issueId }: PollOption): Promise<Issue | null> {
    return issueId ? ((await load(request, issuesById, issueId)) ?? null) : null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether its words have signs of harm: a human reads on.' })
  hasSignsOfHarm(@Root() option: PollOption): boolean {
    return speaksOfHarm(option);
  }
}

@Resolver(() => PaperSheetNode)
export class PaperSheetResolver {
  @FieldResolver(() => DayScalar, { description: 'The day on which it was typed in.' })
  enteredOn(@Root() sheet: PaperSheet): string {
    return dayInCambodia(sheet.enteredAt);
  }

  @FieldResolver(() => PollMediaNode, {
    nullable: true,
    description: 'Its photo: for the one who typed it in, and the second person who checks it.',
  })
  async photo(@Ctx() request: ApiRequest, @Root() sheet: PaperSheet): Promise<PollMedia | null> {
    const poll = (await load(request, pollsById, sheet.pollId))!;
    return maySeeSheetPhoto(request.viewer, poll, [sheet.enteredBy]) ? mediaOf(request, sheet.photoId) : null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether it was taken back.' })
  isWithdrawn(@Root() sheet: PaperSheet): boolean {
    return Boolean(sheet.withdrawnAt);
  }
}

@Resolver(() => IssueNode)
export class IssuePollsResolver {
  @FieldResolver(() => [PollNode], { description: 'Polls in which it was put to children, newest first.' })
  async polls(@Ctx() request: ApiRequest, @Root() issue: Issue): Promise<readonly Poll[]> {
    return (await load(request, pollsByIssue, issue.id)) ?? [];
  }
}
