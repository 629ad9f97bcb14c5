import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Caller, World } from './world.ts';

export type Refusal = { code: string; field: string | null };

/** What an answer needs at least; what is not given is as usual. */
export function answerInput(issueId: string, given: object = {}) {
  return {
    issueId,
    decision: 'DONE',
    words: 'The doors are there since Monday.',
    idempotencyKey: randomUUID(),
    ...given,
  };
}

/** What a promise needs at least; what is not given is as usual. */
export function planInput(issueId: string, given: object = {}) {
  return {
    issueId,
    kind: 'CIP',
    period: '2027-2029',
    sector: 'SOCIAL',
    titleEn: 'Doors for the toilets',
    costRiel: 3_000_000,
    sources: [
      { source: 'COMMUNE_FUND', amountRiel: 2_000_000 },
      { source: 'NGO', amountRiel: 1_000_000 },
    ],
    idempotencyKey: randomUUID(),
    ...given,
  };
}

/** Sends a deed on an issue and gives why it was refused, and the issue's state when it was not. */
export async function deedOn(
  world: World,
  deed: string,
  input: object,
  as: Caller,
): Promise<{ state: string | null; problems: Refusal[] }> {
  const Input = `${deed[0]!.toUpperCase()}${deed.slice(1)}Input`;
  const reply = await world.ask<Record<string, { issue: { state: string } | null; problems: Refusal[] }>>(
    `mutation ($input: ${Input}!) { ${deed}(input: $input) { issue { state } problems { code field } } }`,
    { input },
    as,
  );
  expect(reply.errors).toEqual([]);
  const { issue, problems } = reply.data[deed]!;
  return { state: issue?.state ?? null, problems };
}

/** Why a deed on an issue was refused, as `CODE field`; empty when it was done. */
export async function refusalsOf(world: World, deed: string, input: object, as: Caller): Promise<string[]> {
  const { problems } = await deedOn(world, deed, input, as);
  return problems.map(({ code, field }) => (field === null ? code : `${code} ${field}`));
}

const issueQuery = `query ($id: ID!) { issue(id: $id) {
  state supportCount
  currentAssignment { id office { id kind } assignedOn acknowledgedOn isCurrent ending clock { answerBy } }
  clock { acknowledgeBy answerBy escalateOn isAcknowledgementOverdue isAnswerOverdue hasNoAnswerYet daysLeft }
  latestAnswer { decision words dueOn amountRiel answeredOn office { kind } passedOnTo { kind } }
  answers { id decision words }
  planItems { id state percentDone costRiel sources { source amountRiel } office { kind } progress { percentDone note } viewerCan { report } }
  history(first: 50) { nodes { change note office { kind } answer { decision } planItem { state } } }
  viewerCan { acknowledge answer handOver plan assign }
} }`;

export type SeenIssue = {
  state: string;
  currentAssignment: {
    id: string;
    office: { id: string; kind: string };
    assignedOn: string;
    acknowledgedOn: string | null;
  } | null;
  clock: {
    acknowledgeBy: string;
    answerBy: string;
    escalateOn: string;
    isAcknowledgementOverdue: boolean;
    isAnswerOverdue: boolean;
    hasNoAnswerYet: boolean;
    daysLeft: number;
  } | null;
  latestAnswer: Record<string, unknown> | null;
  answers: { id: string; decision: string; words: string }[];
  planItems: { id: string; state: string; percentDone: number; viewerCan: { report: boolean } }[];
  history: { nodes: { change: string; note: string | null; office: { kind: string } | null }[] };
  viewerCan: Record<'acknowledge' | 'answer' | 'handOver' | 'plan' | 'assign', boolean>;
};

/** An issue with its office, clock, answers, plan and history, as somebody sees it. */
export async function seenIssue(world: World, id: string, as: Caller): Promise<SeenIssue> {
  const reply = await world.ask<{ issue: SeenIssue }>(issueQuery, { id }, as);
  expect(reply.errors).toEqual([]);
  return reply.data.issue;
}

/** What happened to an issue, as `CHANGE OFFICE_KIND`. */
export function stepsOf(issue: SeenIssue): string[] {
  return issue.history.nodes.map(({ change, office }) => (office ? `${change} ${office.kind}` : change));
}
