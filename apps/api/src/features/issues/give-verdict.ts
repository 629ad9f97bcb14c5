import { isId, ok, refused, type Result } from '@samleng/kernel';
import { issueStates, mayMove, type Problem, type Verdict } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { openReceipt } from '../concerns/index.ts';
import { GivenVerdict, Issue, Support } from './issue.entity.ts';
import { markRankingDue } from './rank-commune.ts';
import { lockIssue, moveIssue } from './move-issue.ts';
import { recordEvent } from './record-event.ts';
import { outcomeOf, type VerdictCounts } from './verdict-outcome.ts';
import { verdictCountsOf } from './verdict.queries.ts';

/**
 * A child says whether an issue is solved, after the office called it done or said no: a supporter by its device, or
 * whoever raised a concern in it by the receipt. Saying it again replaces what was said.
 *
 * When the children agree the issue is confirmed or reopened (`outcomeOf`); a reopened one goes back to an office.
 */
export async function giveVerdict(
  request: ApiRequest,
  given: { issueId?: string | null; receipt?: string | null; verdict: Verdict },
): Promise<Result<Issue, readonly Problem[]>> {
  const voice = await voiceOf(request, given);
  if (!voice.ok) return voice;
  const { issueId, voiceKey } = voice.value;
  const judged = await inTransaction(request, async (inside) => {
    const issue = await lockIssue(inside, issueId);
    if (issue === null) return refused([problem('NOT_FOUND', 'issueId')]);
    if (!issueStates[issue.state].isOver) return refused([problem('WRONG_STATE')]);
    await inside.em.upsert(GivenVerdict, {
      issueId: issue.id,
      voiceKey,
      verdict: given.verdict,
      givenAt: inside.clock.now(),
    });
    await followOutcome(inside, issue, await verdictCountsOf(inside, issue));
    return ok(issue.id);
  });
  if (!judged.ok) return judged;
  return ok(await request.em.findOneOrFail(Issue, { id: judged.value }));
}

/** Under which key a child's verdict counts, and on which issue. */
async function voiceOf(
  request: ApiRequest,
  { issueId, receipt }: { issueId?: string | null; receipt?: string | null },
): Promise<Result<{ issueId: string; voiceKey: string }, readonly Problem[]>> {
  const { deviceKey } = request.viewer;
  if (receipt === null || receipt === undefined) {
    if (!issueId) return refused([problem('REQUIRED', 'issueId')]);
    if (!isId(issueId) || deviceKey === null || !(await supports(request, issueId, deviceKey)))
      return refused([problem('NOT_FOUND', 'issueId')]);
    return ok({ issueId, voiceKey: deviceKey });
  }
  const opened = await openReceipt(request, receipt);
  if (!opened.ok) return opened;
  const concern = opened.value;
  if (!concern.issueId) return refused([problem('WRONG_STATE', 'receipt')]);
  // The same child by its receipt and by its supporting device is one voice.
  const isSupporter = deviceKey !== null && (await supports(request, concern.issueId, deviceKey));
  return ok({ issueId: concern.issueId, voiceKey: isSupporter ? deviceKey : concern.receiptLookupId });
}

async function supports(request: ApiRequest, issueId: string, deviceKey: string): Promise<boolean> {
  return (await request.em.count(Support, { issueId, deviceKey })) > 0;
}

async function followOutcome(inside: ApiRequest, issue: Issue, counts: VerdictCounts): Promise<void> {
  const outcome = outcomeOf(counts, issue.supportCount);
  if (outcome === null || outcome === issue.state || !mayMove(issue.state, outcome)) return;
  await moveIssue(inside, issue, outcome);
  await recordEvent(inside, issue.id, { change: outcome === 'CONFIRMED' ? 'VERDICT' : 'REOPENED' });
  await markRankingDue(inside, issue.communeCode);
  if (outcome === 'REOPENED') await inside.news.tell(inside, { type: 'IssueReopened', issueId: issue.id });
}
