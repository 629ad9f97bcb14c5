import { mayMove } from '@samleng/vocabulary';
import { hasRole, hasRoleIn, speaksFor, type Viewer } from '../accounts/index.ts';
import type { Issue } from '../issues/index.ts';
import type { Answer, Assignment } from './assignment.entity.ts';

type Matter = Pick<Issue, 'state' | 'communeCode'>;
type Turn = Pick<Assignment, 'officeId' | 'acknowledgedAt' | 'answeredAt'>;

/** Whether the viewer answers for the office whose turn it is. */
export function holdsTurn(viewer: Viewer, turn: Turn | null): turn is Turn {
  return turn !== null && speaksFor(viewer, turn.officeId);
}

/** Whether the viewer may say for the office that it has received the issue: once, before it answers. */
export function mayAcknowledge(viewer: Viewer, issue: Matter, turn: Turn | null): boolean {
  return (
    holdsTurn(viewer, turn) &&
    !turn.acknowledgedAt &&
    !turn.answeredAt &&
    mayMove(issue.state, 'ACKNOWLEDGED')
  );
}

/** Whether the viewer may answer for the office; what is done or confirmed needs no further answer. */
export function mayAnswer(viewer: Viewer, issue: Matter, turn: Turn | null): boolean {
  return holdsTurn(viewer, turn) && mayMove(issue.state, 'ANSWERED');
}

/** Whether the viewer may hand the issue over because it is not the office's: before the office has answered. */
export function mayHandOver(viewer: Viewer, issue: Matter, turn: Turn | null): boolean {
  return holdsTurn(viewer, turn) && !turn.answeredAt && mayMove(issue.state, 'ASSIGNED');
}

/** Whether the viewer moderates where the issue is: a facilitator of its place, or an administrator. */
export function moderatesAt(viewer: Viewer, issue: Pick<Issue, 'communeCode'>): boolean {
  return hasRole(viewer, 'ADMINISTRATOR') || hasRoleIn(viewer, 'FACILITATOR', issue.communeCode);
}

/** Whether the viewer may send the issue to an office by hand; a merged one follows the other. */
export function mayAssign(viewer: Viewer, issue: Matter & Partial<Pick<Issue, 'mergedIntoId'>>): boolean {
  return moderatesAt(viewer, issue) && !issue.mergedIntoId && mayMove(issue.state, 'ASSIGNED');
}

/** Whether the viewer gave this answer: only they may send it again. */
export function gaveAnswer(viewer: Viewer, answer: Pick<Answer, 'answeredBy'>): boolean {
  return viewer.accountId !== null && viewer.accountId === answer.answeredBy;
}
