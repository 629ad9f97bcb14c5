import { ballotTypeNames } from '@samleng/ballots';
import {
  cardBatchStates,
  electorates,
  flagReviews,
  optionStates,
  pollStateKeys,
  stuffingSignals,
  voices,
} from '@samleng/vocabulary';
import { enumOf } from '../../graph/enums.ts';
import { pollFileFormats } from './export-poll.ts';
import { mediaKinds } from './poll-media.entity.ts';
import { hiddenReasons } from './poll-results.ts';

export const BallotTypeEnum = enumOf('BallotTypeName', ballotTypeNames, 'A way of answering a poll.');
export const CardBatchStateEnum = enumOf('CardBatchState', cardBatchStates, 'Where a batch of cards stands.');
export const ElectorateEnum = enumOf('Electorate', electorates, 'Who may answer a poll.');
export const FlagReviewEnum = enumOf(
  'FlagReview',
  flagReviews,
  'What a second person said of a batch of cards.',
);
export const MediaKindEnum = enumOf('PollMediaKind', mediaKinds, 'A picture or a recording.');
export const OptionStateEnum = enumOf('OptionState', optionStates, 'Where an option of a poll stands.');
export const PollFileFormatEnum = enumOf(
  'PollFileFormat',
  pollFileFormats,
  'A kind of file ballots are given out in.',
);
export const PollStateEnum = enumOf('PollState', pollStateKeys, 'Where a poll stands.');
export const ResultHiddenEnum = enumOf(
  'ResultHiddenReason',
  hiddenReasons,
  'Why no result of a poll is shown.',
);
export const StuffingSignalEnum = enumOf(
  'StuffingSignal',
  stuffingSignals,
  'What made a batch of cards worth a second look.',
);
export const VoiceEnum = enumOf(
  'Voice',
  voices,
  'One of the two numbers that are never mixed: votes with cards, and open support.',
);
