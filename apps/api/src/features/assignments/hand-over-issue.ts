import { ok, refused, type Result } from '@samleng/kernel';
import type { Problem } from '@samleng/vocabulary';
import { admitTexts } from '../../graph/admit-texts.ts';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { type Issue, lockIssue, moveIssue, recordEvent } from '../issues/index.ts';
import { Assignment } from './assignment.entity.ts';
import { holdsTurn, mayHandOver } from './assignment.policy.ts';
import { auditIssue, beginTurn, currentTurn, endTurn } from './begin-turn.ts';
import { checkReceiver } from './check-receiver.ts';
import { fieldsWithIdentifiers } from './fields-with-identifiers.ts';
import { findNextOffice } from './find-next-office.ts';

type Next = { readonly officeId: string; readonly steps: readonly object[] };

/**
 * An official says "this is not ours", why, and whose it may be. The turn ends and the office named has it, with a new
 * clock; without a name, or where the one named has already said the same, it goes to the office above. Offices do
 * not send an issue to and fro; a moderator can. The history keeps every turn.
 */
export async function handOverIssue(
  request: ApiRequest,
  input: { issueId: string; note: string; suggestedOfficeId?: string | null },
): Promise<Result<Issue, readonly Problem[]>> {
  const texts = admitTexts({ note: input.note }, { note: { max: 1000 } });
  if (!texts.ok) return texts;
  const left = fieldsWithIdentifiers(texts.value).map((field) => problem('IDENTIFIERS_LEFT', field));
  if (left.length > 0) return refused(left);
  const { viewer } = request;
  return inTransaction(request, async (inside) => {
    const issue = await lockIssue(inside, input.issueId);
    const turn = issue && (await currentTurn(inside, issue.id));
    if (!issue || !holdsTurn(viewer, turn)) return refused([problem('NOT_FOUND', 'issueId')]);
    if (!mayHandOver(viewer, issue, turn)) return refused([problem('WRONG_STATE')]);
    const next = await chooseNext(inside, issue, turn, input.suggestedOfficeId ?? null);
    if (!next.ok) return next;
    const { officeId, steps } = next.value;
    await endTurn(inside, turn, 'NOT_OURS', texts.value.note);
    await beginTurn(inside, issue, officeId, steps);
    await moveIssue(inside, issue, 'ASSIGNED');
    await recordEvent(inside, issue.id, { change: 'HANDED_OVER', officeId, note: texts.value.note });
    await auditIssue(inside, 'handOverIssue', issue.id, { from: turn.officeId, to: officeId });
    return ok(issue);
  });
}

async function chooseNext(
  inside: ApiRequest,
  issue: Issue,
  turn: Assignment,
  suggestedId: string | null,
): Promise<Result<Next, readonly Problem[]>> {
  if (suggestedId !== null) {
    const suggested = await checkReceiver(inside, issue, suggestedId, turn.officeId, 'suggestedOfficeId');
    if (!suggested.ok) return suggested;
    const { id: officeId, kind: officeKind } = suggested.value;
    const saidNotOurs = await inside.em.count(Assignment, {
      issueId: issue.id,
      officeId,
      ending: 'NOT_OURS',
    });
    if (saidNotOurs === 0) return ok({ officeId, steps: [{ step: 'OFFICE_CHOSEN', officeKind, officeId }] });
  }
  const above = await findNextOffice(inside, issue, turn.officeId);
  return above.ok ? ok(above.value) : refused([problem('NO_OFFICE', 'suggestedOfficeId')]);
}
