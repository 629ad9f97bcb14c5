import { ok, refused, type Result } from '@samleng/kernel';
import { appendAudit } from '@samleng/server';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { mayModerateIn } from '../concerns/index.ts';
import { Issue } from './issue.entity.ts';
import { lockIssue } from './move-issue.ts';
import { rankAfterDeed } from './rank-commune.ts';
import { recordEvent } from './record-event.ts';

/**
 * A moderator of the commune joins two issues of it that say the same. Supporters, concerns and verdicts go over to the
 * one that stays, each child once; every supporter hears of it, and the other one leads to it from then on.
 */
export async function mergeIssues(
  request: ApiRequest,
  { fromIssueId, intoIssueId }: { fromIssueId: string; intoIssueId: string },
): Promise<Result<Issue, readonly Problem[]>> {
  const merged = await inTransaction(request, async (inside) => {
    const pair = await lockBoth(inside, fromIssueId, intoIssueId);
    if (!pair.ok) return pair;
    const { from, into } = pair.value;
    await moveVoices(inside, from.id, into.id);
    into.concernCount += from.concernCount;
    from.mergedIntoId = into.id;
    await inside.em.flush();
    await recordEvent(inside, into.id, { change: 'MERGED' });
    await appendAudit(inside.em, {
      occurredAt: inside.clock.now(),
      actorId: inside.viewer.accountId,
      deed: 'mergeIssues',
      subjectType: 'Issue',
      subjectId: from.id,
      detail: { intoIssueId: into.id },
    });
    await inside.news.tell(inside, { type: 'IssueMerged', fromIssueId: from.id, intoIssueId: into.id });
    return ok({ id: into.id, communeCode: into.communeCode });
  });
  if (!merged.ok) return merged;
  await rankAfterDeed(request, merged.value.communeCode);
  return ok(await request.em.findOneOrFail(Issue, { id: merged.value.id }));
}

/** Both issues, held in the order of their ids, so that two mergers of the same pair do not hold each other up. */
async function lockBoth(
  inside: ApiRequest,
  fromId: string,
  intoId: string,
): Promise<Result<{ from: Issue; into: Issue }, readonly Problem[]>> {
  if (fromId === intoId) return refused([problem('NOT_IN_LIST', 'intoIssueId')]);
  const isFromFirst = fromId < intoId;
  const first = await lockIssue(inside, isFromFirst ? fromId : intoId);
  const second = await lockIssue(inside, isFromFirst ? intoId : fromId);
  const [from, into] = isFromFirst ? [first, second] : [second, first];
  if (from === null || !mayModerateIn(inside.viewer, from.communeCode))
    return refused([problem('NOT_FOUND', 'fromIssueId')]);
  if (into === null || !mayModerateIn(inside.viewer, into.communeCode))
    return refused([problem('NOT_FOUND', 'intoIssueId')]);
  // Support counts within a commune: an issue of another one would bring voices that are none of its children's.
  if (from.communeCode !== into.communeCode) return refused([problem('NOT_IN_LIST', 'intoIssueId')]);
  return ok({ from, into });
}

async function moveVoices(inside: ApiRequest, fromId: string, intoId: string): Promise<void> {
  await inside.em.execute(
    `insert into supports (issue_id, device_key, age_band, sex, disability, village_code, since_event, seen_event)
     select into_issue.id, device_key, age_band, sex, disability, supports.village_code,
            into_issue.event_count, into_issue.event_count
       from supports, issues into_issue where issue_id = ? and into_issue.id = ? on conflict do nothing`,
    [fromId, intoId],
  );
  await inside.em.execute('delete from supports where issue_id = ?', [fromId]);
  await inside.em.execute(
    `insert into verdicts (issue_id, voice_key, verdict, given_at)
     select ?, voice_key, verdict, given_at from verdicts where issue_id = ? on conflict do nothing`,
    [intoId, fromId],
  );
  await inside.em.execute('delete from verdicts where issue_id = ?', [fromId]);
  await inside.em.execute(
    `update issues set support_count = (select count(*) from supports where issue_id = issues.id) where id in (?, ?)`,
    [fromId, intoId],
  );
  await inside.em.execute('update concerns set issue_id = ? where issue_id = ?', [intoId, fromId]);
  await inside.em.execute('update issues set merged_into_id = ? where merged_into_id = ?', [intoId, fromId]);
}
