import { BudgetLine, BudgetYear } from './features/budgets/index.ts';
import { Account, Grant, Invitation, Passkey, Session, SignInChallenge } from './features/accounts/index.ts';
import { Answer, Assignment } from './features/assignments/index.ts';
import { Attachment, AttachmentPart } from './features/attachments/index.ts';
import { Concern, WordMark } from './features/concerns/index.ts';
import {
  GivenVerdict,
  Issue,
  IssueEvent,
  RankingDue,
  Showings,
  ShownVoices,
  StoredRanking,
  Support,
} from './features/issues/index.ts';
import { AgendaItem, CalendarAddress, Meeting } from './features/meetings/index.ts';
import {
  ActivitySession,
  Club,
  ClubKeeper,
  ClubMember,
  ConsentReminder,
  Network,
  NetworkPlace,
} from './features/networks/index.ts';
import { CategoryName, HelpNumber, Holiday, Office, RoutingRule } from './features/offices/index.ts';
import { Place } from './features/places/index.ts';
import { PlanItem, PlanProgress } from './features/plans/index.ts';
import {
  Ballot,
  Card,
  CardBatch,
  CardDraw,
  CountedBallot,
  PaperSheet,
  Poll,
  PollKey,
  PollMedia,
  PollOption,
  PollResult,
} from './features/polls/index.ts';
import {
  AnswerCode,
  AnswerSheet,
  AnswerTag,
  Finding,
  Recommendation,
  ResearchTally,
  ResearchTopic,
} from './features/research/index.ts';

import {
  InfoSheet,
  Scorecard,
  ScorecardAction,
  ScoreRound,
  ScoreSheet,
} from './features/scorecards/index.ts';

import {
  ComplaintGuide,
  Emergency,
  EmergencyPoll,
  NeedCount,
  ServicePoint,
} from './features/services/index.ts';
import { RightsReport, ShownCounts } from './features/insight/index.ts';

/** Every table of the participation service. */
export const entities = [
  Account,
  ActivitySession,
  AgendaItem,
  Answer,
  AnswerCode,
  AnswerSheet,
  AnswerTag,
  Assignment,
  Attachment,
  AttachmentPart,
  Ballot,
  BudgetLine,
  BudgetYear,
  CalendarAddress,
  Card,
  CardBatch,
  CardDraw,
  CategoryName,
  Club,
  ClubKeeper,
  ClubMember,
  ComplaintGuide,
  Concern,
  ConsentReminder,
  CountedBallot,
  Emergency,
  EmergencyPoll,
  Finding,
  GivenVerdict,
  Grant,
  HelpNumber,
  Holiday,
  InfoSheet,
  Invitation,
  Issue,
  IssueEvent,
  Meeting,
  NeedCount,
  Network,
  NetworkPlace,
  Office,
  PaperSheet,
  Passkey,
  Place,
  PlanItem,
  PlanProgress,
  Poll,
  PollKey,
  PollMedia,
  PollOption,
  PollResult,
  RankingDue,
  Recommendation,
  ResearchTally,
  ResearchTopic,
  RightsReport,
  RoutingRule,
  Scorecard,
  ScorecardAction,
  ScoreRound,
  ScoreSheet,
  ServicePoint,
  Session,
  Showings,
  ShownVoices,
  ShownCounts,
  SignInChallenge,
  StoredRanking,
  Support,
  WordMark,
];
