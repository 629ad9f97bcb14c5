import { defaultFieldResolver, type GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { PlaceResolver } from './features/places/place.resolver.ts';
import { AccountResolver } from './features/accounts/account.resolver.ts';
import { GrantResolver, ViewerResolver } from './features/accounts/viewer.resolver.ts';
import { ConcernResolver, MyConcernResolver } from './features/concerns/concern.resolver.ts';
import { markWords } from './features/concerns/index.ts';
import { WordMarkResolver } from './features/concerns/word-mark.resolver.ts';
import {
  IssueCanResolver,
  IssueEventResolver,
  IssueResolver,
  VoiceCellResolver,
} from './features/issues/issue.resolver.ts';
import {
  ConcernIssuesResolver,
  MyConcernCanResolver,
  MyConcernIssuesResolver,
} from './features/issues/moderation.resolver.ts';
import { CommuneRecordResolver } from './features/notifications/commune-record.resolver.ts';
import { NoticeResolver, ViewerNoticesResolver } from './features/notifications/notice.resolver.ts';
import { ClubResolver } from './features/networks/club.resolver.ts';
import {
  AgendaItemResolver,
  CalendarAddressResolver,
  IssueMeetingsResolver,
  PollMeetingsResolver,
  MeetingEventResolver,
  MeetingResolver,
} from './features/meetings/meeting.resolver.ts';
import { AgendaPlanResolver, PlanDecisionsResolver } from './features/plans/agenda-plan.resolver.ts';
import { NetworkResolver } from './features/networks/network.resolver.ts';
import { CategoryResolver } from './features/offices/category.resolver.ts';
import { GrantOfficeResolver } from './features/offices/grant-office.resolver.ts';
import { HelpNumberResolver } from './features/offices/help-number.resolver.ts';
import { HolidayResolver } from './features/offices/holiday.resolver.ts';
import { OfficeResolver } from './features/offices/office.resolver.ts';
import {
  RouteStepResolver,
  RouteTrialResolver,
  RoutingRuleResolver,
} from './features/offices/routing.resolver.ts';
import { AnswerResolver } from './features/assignments/answer.resolver.ts';
import { AssignmentResolver } from './features/assignments/assignment.resolver.ts';
import {
  AnswerEventResolver,
  IssueTurnCanResolver,
  IssueTurnResolver,
} from './features/assignments/issue-turn.resolver.ts';
import {
  IssuePlanCanResolver,
  IssuePlanResolver,
  PlanEventResolver,
  PlanItemResolver,
  PlanProgressResolver,
  PollPlanResolver,
} from './features/plans/plan.resolver.ts';
import { BudgetYearResolver, CommuneBudgetResolver } from './features/budgets/budget.resolver.ts';
import { CardResolver } from './features/polls/card.resolver.ts';
import { PollDeedsResolver } from './features/polls/poll-deeds.resolver.ts';
import { PollResultResolver } from './features/polls/poll-result.resolver.ts';
import {
  IssuePollsResolver,
  PaperSheetResolver,
  PollOptionResolver,
  PollResolver,
} from './features/polls/poll.resolver.ts';
import { ResearchDeedsResolver } from './features/research/research-deeds.resolver.ts';
import {
  FindingResolver,
  RecommendationResolver,
  ResearchTopicResolver,
} from './features/research/research.resolver.ts';
import { RightsResolver } from './features/insight/insight.resolver.ts';
import { IssueTrailResolver, TrailStepResolver } from './features/insight/trail.resolver.ts';
import { ScorecardDeedsResolver } from './features/scorecards/scorecard-deeds.resolver.ts';
import {
  OpenSittingResolver,
  ScorecardResolver,
  ScoreRoundResolver,
} from './features/scorecards/scorecard.resolver.ts';
import { EmergencyResolver } from './features/services/emergency.resolver.ts';
import {
  ComplaintGuideResolver,
  ServicePointResolver,
  VillageNeedResolver,
} from './features/services/service.resolver.ts';
import { InstantScalar } from './graph/scalars.ts';
import type { ApiRequest } from './request.ts';

/** The schema of the participation service, from the resolvers of its features. */
export async function participationSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: [
      PlaceResolver,
      ViewerResolver,
      GrantResolver,
      AccountResolver,
      GrantOfficeResolver,
      OfficeResolver,
      RoutingRuleResolver,
      RouteTrialResolver,
      RouteStepResolver,
      HolidayResolver,
      HelpNumberResolver,
      CategoryResolver,
      ClubResolver,
      NetworkResolver,
      MeetingResolver,
      AgendaItemResolver,
      IssueMeetingsResolver,
      PollMeetingsResolver,
      MeetingEventResolver,
      CalendarAddressResolver,
      AgendaPlanResolver,
      PlanDecisionsResolver,
      AssignmentResolver,
      AnswerResolver,
      IssueTurnResolver,
      IssueTurnCanResolver,
      AnswerEventResolver,
      PlanItemResolver,
      PlanProgressResolver,
      IssuePlanResolver,
      IssuePlanCanResolver,
      PlanEventResolver,
      PollPlanResolver,
      PollResolver,
      PollOptionResolver,
      PollDeedsResolver,
      PollResultResolver,
      PaperSheetResolver,
      IssuePollsResolver,
      CardResolver,
      ResearchTopicResolver,
      FindingResolver,
      RecommendationResolver,
      ResearchDeedsResolver,
      RightsResolver,
      IssueTrailResolver,
      TrailStepResolver,
      CommuneBudgetResolver,
      BudgetYearResolver,
      ScorecardResolver,
      ScoreRoundResolver,
      OpenSittingResolver,
      ScorecardDeedsResolver,
      ServicePointResolver,
      VillageNeedResolver,
      ComplaintGuideResolver,
      EmergencyResolver,
      ConcernResolver,
      MyConcernResolver,
      IssueResolver,
      IssueCanResolver,
      IssueEventResolver,
      VoiceCellResolver,
      ConcernIssuesResolver,
      MyConcernIssuesResolver,
      MyConcernCanResolver,
      NoticeResolver,
      ViewerNoticesResolver,
      CommuneRecordResolver,
      WordMarkResolver,
    ],
    container: { get: instanceOf },
    scalarsMap: [{ type: Date, scalar: InstantScalar }],
    // Input is checked by the deeds, which answer with problems, not by decorators, which answer with errors.
    validate: false,
  });
  lookAtWords(schema);
  return schema;
}

/** Every text that a deed keeps passes the check for signs of harm here, so that no new deed can forget it. */
function lookAtWords(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = async (source, args, context: ApiRequest, info) => {
      const payload: unknown = await resolve(source, args, context, info);
      await markWords(context, field.name, args['input'], payload).catch((error: unknown) =>
        // The deed is done; what only raises must not undo it.
        context.log.error({ event: 'words not looked at', deed: field.name, name: (error as Error).name }),
      );
      return payload;
    };
  }
}

const instances = new Map<unknown, unknown>();

/** The one object of a resolver class. The library's own container searches a list of them at every field. */
function instanceOf<Class extends object>(resolver: new () => Class): Class {
  const made = (instances.get(resolver) as Class | undefined) ?? new resolver();
  instances.set(resolver, made);
  return made;
}
