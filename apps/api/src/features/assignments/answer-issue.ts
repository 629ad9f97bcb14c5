import { newId, ok, refused, type Result } from '@samleng/kernel';
import { dayInCambodia } from '@samleng/routing';
import { decisions, type IssueState, type Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { takeAttachment } from '../attachments/index.ts';
import { type Issue, lockIssue, moveIssue, recordEvent } from '../issues/index.ts';
import { Answer, Assignment } from './assignment.entity.ts';
import { gaveAnswer, holdsTurn } from './assignment.policy.ts';
import { auditIssue, beginTurn, currentTurn, endTurn } from './begin-turn.ts';
import { type AnswerInput, type CheckedAnswer, checkAnswer } from './check-answer.ts';
import { checkReceiver } from './check-receiver.ts';

/**
 * An official answers for the office whose turn it is: a decision, plain words, and what the decision needs. It stops
 * the clock, moves the issue and is told to everybody who supports it. It is never changed; a later answer follows it.
 * It may be spoken too; the recording is published with its words. "Passed on" gives the turn to the office it names. The same key with the same words is the same answer.
 */
export async function answerIssue(
  request: ApiRequest,
  input: AnswerInput,
): Promise<Result<Issue, readonly Problem[]>> {
  const checked = checkAnswer(input, dayInCambodia(request.clock.now()));
  if (!checked.ok) return checked;
  return inTransaction(request, async (inside) => {
    const issue = await lockIssue(inside, input.issueId);
    if (issue === null) return refused([problem('NOT_FOUND', 'issueId')]);
    const before = await inside.em.findOne(Answer, { idempotencyKey: input.idempotencyKey });
    if (before !== null) return isSame(inside, before, issue, checked.value);
    const turn = await currentTurn(inside, issue.id);
    if (!holdsTurn(inside.viewer, turn)) return refused([problem('NOT_FOUND', 'issueId')]);
    const { decision, voiceId } = checked.value;
    const taken = voiceId === null ? null : await takeAttachment(inside, voiceId, 'ANSWER');
    if (taken?.ok === false) return taken;
    return decision === 'PASSED_ON'
      ? passOn(inside, issue, turn, checked.value, input.idempotencyKey)
      : decide(inside, issue, turn, checked.value, decisions[decision].leadsTo, input.idempotencyKey);
  });
}

async function decide(
  inside: ApiRequest,
  issue: Issue,
  turn: Assignment,
  checked: CheckedAnswer,
  state: IssueState,
  key: string,
): Promise<Result<Issue, readonly Problem[]>> {
  const moved = await moveIssue(inside, issue, state);
  if (!moved.ok) return moved;
  await keepAnswer(inside, turn, checked, key);
  return ok(issue);
}

async function passOn(
  inside: ApiRequest,
  issue: Issue,
  turn: Assignment,
  checked: CheckedAnswer,
  key: string,
): Promise<Result<Issue, readonly Problem[]>> {
  const field = 'passedOnToOfficeId';
  const receiver = await checkReceiver(inside, issue, checked.passedOnToOfficeId ?? '', turn.officeId, field);
  if (!receiver.ok) return receiver;
  const officeId = receiver.value.id;
  const saidNotOurs = await inside.em.count(Assignment, { issueId: issue.id, officeId, ending: 'NOT_OURS' });
  if (saidNotOurs > 0) return refused([problem('ALREADY_THERE', field)]);
  const moved = await moveIssue(inside, issue, 'ASSIGNED');
  if (!moved.ok) return moved;
  await keepAnswer(inside, turn, checked, key);
  await endTurn(inside, turn, 'PASSED_ON');
  await beginTurn(inside, issue, officeId, [{ step: 'PASSED_ON', officeId: turn.officeId }]);
  return ok(issue);
}

async function keepAnswer(
  inside: ApiRequest,
  turn: Assignment,
  checked: CheckedAnswer,
  idempotencyKey: string,
): Promise<void> {
  const { em, clock, viewer } = inside;
  const now = clock.now();
  const { issueId, officeId } = turn;
  const answerId = newId(now.getTime());
  em.create(Answer, {
    id: answerId,
    issueId,
    assignmentId: turn.id,
    officeId,
    idempotencyKey,
    ...checked,
    answeredAt: now,
    answeredBy: viewer.accountId!,
  });
  // An answer says also that the issue has arrived. The clock stops at the first one.
  em.assign(turn, { acknowledgedAt: turn.acknowledgedAt ?? now, answeredAt: turn.answeredAt ?? now });
  await em.flush();
  await recordEvent(inside, issueId, { change: 'ANSWERED', officeId, answerId });
  const { decision, passedOnToOfficeId } = checked;
  await auditIssue(inside, 'answerIssue', issueId, { officeId, answerId, decision, passedOnToOfficeId });
}

/** The answer came a second time: from the same person with the same words it is the first one. */
function isSame(
  { viewer }: ApiRequest,
  before: Answer,
  issue: Issue,
  again: CheckedAnswer,
): Result<Issue, readonly Problem[]> {
  const fields = Object.keys(again) as (keyof CheckedAnswer)[];
  const isTheSame =
    gaveAnswer(viewer, before) &&
    before.issueId === issue.id &&
    fields.every((field) => (before[field] ?? null) === again[field]);
  return isTheSame ? ok(issue) : refused([problem('SAME_KEY_OTHER_CONTENT', 'idempotencyKey')]);
}
