import { Account, Grant, Invitation, Passkey, Session, SignInChallenge } from './features/accounts/index.ts';
import { Answer, Assignment } from './features/assignments/index.ts';
import { Concern } from './features/concerns/index.ts';
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
import { Club } from './features/networks/index.ts';
import { CategoryName, HelpNumber, Holiday, Office, RoutingRule } from './features/offices/index.ts';
import { Place } from './features/places/index.ts';
import { PlanItem, PlanProgress } from './features/plans/index.ts';

/** Every table of the participation service. */
export const entities = [
  Account,
  Answer,
  Assignment,
  CategoryName,
  Club,
  Concern,
  GivenVerdict,
  Grant,
  HelpNumber,
  Holiday,
  Invitation,
  Issue,
  IssueEvent,
  Office,
  Passkey,
  Place,
  PlanItem,
  PlanProgress,
  RankingDue,
  RoutingRule,
  Session,
  Showings,
  ShownVoices,
  SignInChallenge,
  StoredRanking,
  Support,
];
