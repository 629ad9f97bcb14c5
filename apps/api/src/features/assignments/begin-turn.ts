import { newId } from '@samleng/kernel';
import { appendAudit } from '@samleng/server';
import type { AssignmentEnd } from '@samleng/vocabulary';
import type { ApiRequest } from '../../request.ts';
import type { Issue } from '../issues/index.ts';
import { Assignment } from './assignment.entity.ts';

/** The office whose turn it is, with its clock; null while the issue is with nobody. To be called under its lock. */
export function currentTurn({ em }: ApiRequest, issueId: string): Promise<Assignment | null> {
  return em.findOne(Assignment, { issueId, endedAt: null });
}

/** Ends an office's turn. Written at once: an issue has one turn at a time. */
export async function endTurn(
  { em, clock }: ApiRequest,
  turn: Assignment,
  ending: AssignmentEnd,
  note: string | null = null,
): Promise<void> {
  em.assign(turn, { endedAt: clock.now(), ending, endingNote: note });
  await em.flush();
}

/** Begins an office's turn with an issue whose last turn has ended; its clock starts now. */
export async function beginTurn(
  { em, clock }: ApiRequest,
  issue: Issue,
  officeId: string,
  steps: readonly object[],
): Promise<Assignment> {
  const now = clock.now();
  const turn = em.create(Assignment, {
    id: newId(now.getTime()),
    issueId: issue.id,
    officeId,
    assignedAt: now,
    steps: [...steps],
    version: 1,
  });
  await em.flush();
  return turn;
}

/** Writes into the audit what was done with an issue: by the viewer, or by the system itself. */
export async function auditIssue(
  { em, clock, viewer }: ApiRequest,
  deed: string,
  issueId: string,
  detail: Parameters<typeof appendAudit>[1]['detail'],
  by: 'VIEWER' | 'SYSTEM' = 'VIEWER',
): Promise<void> {
  await appendAudit(em, {
    occurredAt: clock.now(),
    actorId: by === 'VIEWER' ? viewer.accountId : null,
    deed,
    subjectType: 'Issue',
    subjectId: issueId,
    detail,
  });
}
