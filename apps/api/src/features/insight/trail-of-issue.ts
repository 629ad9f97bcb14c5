import { SMALL_CELL_LIMIT } from '@samleng/privacy';
import { dayInCambodia } from '@samleng/routing';
import type { TrailStepKind } from '@samleng/vocabulary';
import { type ApiRequest, load } from '../../request.ts';
import { type Answer, answersByIssue, turnsByIssue } from '../assignments/index.ts';
import { type Issue, settledByIssue, verdictCountsOf } from '../issues/index.ts';
import { type AgendaItem, itemsByIssue, meetingsById } from '../meetings/index.ts';
import { type PlanItem, planItemsByIssue, progressByItem } from '../plans/index.ts';
import { type Poll, pollsByIssue, resultsOf, standingOptions } from '../polls/index.ts';
import { findingsByIssue, type PublishedFinding } from '../research/index.ts';
import type { TrailStepNode } from './trail.type.ts';

export type TrailStep = TrailStepNode & { readonly officeId: string | null };

/** Of each part of the chain so many stand on the trail, the latest. */
const mostOfAPart = 5;

/**
 * The way of an issue from the concerns it came from to the children's verdict: what they were asked, found out and
 * brought to meetings, which office has it, what that answered and promised, from which money, how far it is. Only what
 * everybody may see of each part: no drafts, nothing of sensitive polls and research, no count of fewer than ten.
 */
export async function trailOf(request: ApiRequest, issue: Issue): Promise<TrailStep[]> {
  const of = <Value>(batch: Parameters<typeof load<ApiRequest, string, readonly Value[]>>[1]) =>
    load(request, batch, issue.id).then((all) => (all ?? []).slice(-mostOfAPart));
  const [polls, findings, items, turns, answers, planItems] = await Promise.all([
    // These come newest first.
    load(request, pollsByIssue, issue.id).then((all) => (all ?? []).slice(0, mostOfAPart).toReversed()),
    of<PublishedFinding>(findingsByIssue),
    of<AgendaItem>(itemsByIssue),
    load(request, turnsByIssue, issue.id),
    of<Answer>(answersByIssue),
    of<PlanItem>(planItemsByIssue),
  ]);
  const office = turns?.findLast(({ endedAt }) => !endedAt) ?? turns?.at(-1);
  const parts = await Promise.all([
    ...polls.filter(({ isSensitive }) => !isSensitive).map((poll) => pollStep(request, issue.id, poll)),
    ...findings.map(findingStep),
    ...items.filter(({ isWithoutChildren }) => !isWithoutChildren).map((item) => meetingStep(request, item)),
    office
      ? step('OFFICE', office.id, { happenedOn: dayInCambodia(office.assignedAt), officeId: office.officeId })
      : [],
    ...answers.map(answerStep),
    ...planItems.map((item) => planSteps(request, item)),
    verdictStep(request, issue),
  ]);
  return [concernsStep(issue), ...parts.flat()];
}

function step(kind: TrailStepKind, subjectId: string, facts: Partial<TrailStep>): TrailStep {
  return {
    happenedOn: null,
    textKm: null,
    textEn: null,
    count: null,
    wasChosen: null,
    outcome: null,
    decision: null,
    planKind: null,
    amountRiel: null,
    sources: [],
    planState: null,
    percentDone: null,
    evidenceLink: null,
    issueState: null,
    officeId: null,
    ...facts,
    id: `${kind}:${subjectId}`,
    kind,
    subjectId,
  };
}

const shownCount = (count: number) => (count >= SMALL_CELL_LIMIT ? count : null);

function concernsStep({ id, titleKm, titleEn, publishedAt, concernCount }: Issue): TrailStep {
  return step('CONCERNS', id, {
    happenedOn: dayInCambodia(publishedAt),
    textKm: titleKm ?? null,
    textEn: titleEn ?? null,
    count: shownCount(concernCount),
  });
}

async function pollStep(request: ApiRequest, issueId: string, poll: Poll): Promise<TrailStep> {
  const [options, results] = await Promise.all([standingOptions(request, poll.id), resultsOf(request, poll)]);
  const own = new Set(options.filter((one) => one.issueId === issueId).map(({ key }) => key));
  const result = results.find(({ isWithoutDoubted }) => !isWithoutDoubted);
  const winners = (result?.outcome as { winners?: readonly string[] } | undefined)?.winners ?? [];
  return step('POLL', poll.id, {
    happenedOn: dayInCambodia(poll.closedAt ?? poll.opensAt),
    textKm: poll.questionKm ?? null,
    textEn: poll.questionEn ?? null,
    count: result ? shownCount(result.ballots + result.papers) : null,
    wasChosen: result ? winners.some((key) => own.has(key)) : null,
  });
}

function findingStep({ finding, topic }: PublishedFinding): TrailStep {
  return step('FINDING', finding.id, {
    happenedOn: topic.presentedOn ?? null,
    textKm: finding.textKm ?? null,
    textEn: finding.textEn ?? null,
    count: shownCount(finding.base),
  });
}

async function meetingStep(request: ApiRequest, item: AgendaItem): Promise<TrailStep> {
  const meeting = await load(request, meetingsById, item.meetingId);
  return step('MEETING', item.id, {
    happenedOn: meeting ? dayInCambodia(meeting.startsAt) : null,
    textKm: item.decisionKm ?? null,
    textEn: item.decisionEn ?? null,
    outcome: item.outcome ?? null,
    officeId: item.officeId ?? null,
  });
}

function answerStep(answer: Answer): TrailStep {
  return step('ANSWER', answer.id, {
    happenedOn: dayInCambodia(answer.answeredAt),
    textKm: answer.words,
    decision: answer.decision,
    officeId: answer.officeId,
  });
}

async function planSteps(request: ApiRequest, item: PlanItem): Promise<TrailStep[]> {
  const facts = {
    textKm: item.titleKm ?? null,
    textEn: item.titleEn ?? null,
    officeId: item.officeId,
  };
  const happenedOn = dayInCambodia(item.createdAt);
  const [latest] = (await load(request, progressByItem, item.id)) ?? [];
  const { costRiel: amountRiel, sources } = item;
  return [
    step('PLAN', item.id, { ...facts, happenedOn, planKind: item.kind }),
    ...(amountRiel > 0 ? [step('MONEY', item.id, { happenedOn, amountRiel, sources })] : []),
    ...(latest
      ? [
          step('PROGRESS', item.id, {
            happenedOn: dayInCambodia(latest.reportedAt),
            textKm: latest.note ?? null,
            planState: latest.state,
            percentDone: latest.percentDone,
            evidenceLink: latest.evidenceLink ?? null,
            officeId: item.officeId,
          }),
        ]
      : []),
  ];
}

async function verdictStep(request: ApiRequest, issue: Issue): Promise<TrailStep[]> {
  const [{ solved, partly, notSolved }, settled] = await Promise.all([
    verdictCountsOf(request, issue),
    load(request, settledByIssue, issue.id),
  ]);
  const total = solved + partly + notSolved;
  if (total === 0 && !settled) return [];
  return [
    step('VERDICT', issue.id, {
      happenedOn: settled ? dayInCambodia(settled.occurredAt) : null,
      count: shownCount(total),
      issueState: issue.state,
    }),
  ];
}
