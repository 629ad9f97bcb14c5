import { type AssignmentClock, clockOf } from '@samleng/routing';
import { isId } from '@samleng/kernel';
import type { Category } from '@samleng/vocabulary';
import { type Page, pageOf, pageSize, readCursor } from '../../graph/connection.ts';
import { arrayOf, readRows, readRowsWith } from '../../read-rows.ts';
import { type ApiRequest, type Batch, keepLoaded, load } from '../../request.ts';
import { officesOf } from '../accounts/index.ts';
import { overdueCondition } from '../issues/index.ts';
import { holidayDaysOf, Office, officesById } from '../offices/index.ts';
import { Answer, Assignment } from './assignment.entity.ts';

/**
 * All turns of issues, oldest first: few of each, and both its present office and its clock come from them. Their
 * offices come along: who asks for a turn asks whose it is.
 */
export const turnsByIssue: Batch<string, readonly Assignment[]> = async (request, issueIds) => {
  const found = await readRowsWith(
    request.em,
    Assignment,
    Office,
    `join offices as other on other.id = it.office_id
      where it.issue_id = any(?::uuid[]) order by it.assigned_at, it.ended_at nulls last, it.id`,
    [arrayOf(issueIds)],
  );
  for (const { other } of found) keepLoaded(request, officesById, other.id, other);
  return Map.groupBy(
    found.map(({ row }) => row),
    (turn) => turn.issueId,
  );
};

/** The answers to issues, oldest first, with the offices that gave them. */
export const answersByIssue: Batch<string, readonly Answer[]> = async (request, issueIds) => {
  const found = await readRowsWith(
    request.em,
    Answer,
    Office,
    `join offices as other on other.id = it.office_id
      where it.issue_id = any(?::uuid[]) order by it.answered_at, it.id`,
    [arrayOf(issueIds)],
  );
  for (const { other } of found) keepLoaded(request, officesById, other.id, other);
  return Map.groupBy(
    found.map(({ row }) => row),
    (answer) => answer.issueId,
  );
};

/** Answers by their ids. */
export const answersById: Batch<string, Answer> = async ({ em }, ids) => {
  const answers = await readRows(em, Answer, 'where it.id = any(?::uuid[])', [arrayOf(ids.filter(isId))]);
  return new Map(answers.map((answer) => [answer.id, answer]));
};

/** The office whose turn it is with an issue, or null. */
export async function currentTurnOf(request: ApiRequest, issueId: string): Promise<Assignment | null> {
  const turns = (await load(request, turnsByIssue, issueId)) ?? [];
  return turns.find((turn) => !turn.endedAt) ?? null;
}

/** The office of a turn or an answer. */
export async function officeOf(request: ApiRequest, officeId: string): Promise<Office> {
  return (await load(request, officesById, officeId))!;
}

/** The last answer to an issue, or null. */
export async function latestAnswerOf(request: ApiRequest, issueId: string): Promise<Answer | null> {
  return (await load(request, answersByIssue, issueId))?.at(-1) ?? null;
}

/** The clock of a turn as it stands now. The 60 days count from the issue's first office since it was last reopened. */
export async function clockOfTurn(request: ApiRequest, turn: Assignment): Promise<AssignmentClock> {
  const turns = (await load(request, turnsByIssue, turn.issueId)) ?? [];
  const upTo = turns.slice(0, turns.findIndex(({ id }) => id === turn.id) + 1);
  const reopened = upTo.findLastIndex(({ id, ending }) => id !== turn.id && ending === 'REOPENED');
  return clockOf(
    {
      assignedAt: turn.assignedAt,
      acknowledgedAt: turn.acknowledgedAt ?? null,
      answeredAt: turn.answeredAt ?? turn.endedAt ?? null,
      firstAssignedAt: upTo[reopened + 1]?.assignedAt ?? turn.assignedAt,
    },
    request.clock.now(),
    await holidayDaysOf(request),
  );
}

/**
 * Which turns of the viewer's offices.
 * - NEW: not yet acknowledged · WAITING: acknowledged, no answer yet · LATE: a day of the promise is over
 * - ANSWERED: answered, still with the office · ALL: also those that have ended
 */
export const assignmentStages = ['NEW', 'WAITING', 'LATE', 'ANSWERED', 'ALL'] as const;
export type AssignmentStage = (typeof assignmentStages)[number];

export type AssignmentFilter = {
  readonly officeId?: string | null;
  readonly stage?: AssignmentStage | null;
  readonly category?: Category | null;
};

/** The turns of the offices the viewer answers for: first what ranks highest in its commune. Nobody else's. */
export async function listAssignments(
  request: ApiRequest,
  filter: AssignmentFilter,
  args: { first?: number | null; after?: string | null },
): Promise<Page<Assignment>> {
  const first = pageSize(args);
  const after = readCursor<[number, number, string]>(args.after, ['number', 'number', 'string']);
  const mine = officesOf(request.viewer).filter((id) => !filter.officeId || id === filter.officeId);
  if (mine.length === 0 || (after && !isId(after[2]))) return pageOf<Assignment>([], first, () => []);
  const stage = await conditionOf(request, filter.stage ?? null);
  const rows = await request.em.execute<{ id: string; position: number; lower_bound: number }[]>(
    `select a.id, i.position, i.lower_bound
       from assignments a join issues i on i.id = a.issue_id
      where a.office_id = any(?::uuid[]) and i.merged_into_id is null and ${stage.sql}
        ${filter.category ? 'and i.category = ?' : ''}
        ${after ? 'and (i.position, -i.lower_bound, a.id) > (?::int, -(?::float8), ?::uuid)' : ''}
      order by i.position, -i.lower_bound, a.id limit ?`,
    [
      `{${mine.join(',')}}`,
      ...stage.values,
      ...(filter.category ? [filter.category] : []),
      ...(after ?? []),
      first + 1,
    ],
  );
  const turns = await readRows(request.em, Assignment, 'where it.id = any(?::uuid[])', [
    arrayOf(rows.map(({ id }) => id)),
  ]);
  const byId = new Map(turns.map((turn) => [turn.id, turn]));
  const ranked = rows.flatMap((row) => byId.get(row.id) ?? []);
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return pageOf(ranked, first, ({ id }) => [rowOf.get(id)!.position, rowOf.get(id)!.lower_bound, id]);
}

async function conditionOf(
  request: ApiRequest,
  stage: AssignmentStage | null,
): Promise<{ sql: string; values: readonly unknown[] }> {
  switch (stage) {
    case 'NEW':
      return {
        sql: 'a.ended_at is null and a.acknowledged_at is null and a.answered_at is null',
        values: [],
      };
    case 'WAITING':
      return {
        sql: 'a.ended_at is null and a.acknowledged_at is not null and a.answered_at is null',
        values: [],
      };
    case 'LATE': {
      const late = await overdueCondition(request);
      return { sql: `a.ended_at is null and ${late.sql}`, values: late.values };
    }
    case 'ANSWERED':
      return { sql: 'a.ended_at is null and a.answered_at is not null', values: [] };
    case 'ALL':
      return { sql: 'true', values: [] };
    case null:
      return { sql: 'a.ended_at is null', values: [] };
  }
}
