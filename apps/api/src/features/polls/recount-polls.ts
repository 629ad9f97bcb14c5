import { canonicalJson, type Json, verifyAudit } from '@samleng/server';
import type { ApiRequest } from '../../request.ts';
import { PollResult } from './ballot.entity.ts';
import { ballotCells, countPoll } from './count-poll.ts';
import { PaperSheet, Poll, PollOption } from './poll.entity.ts';

/** What a recount found of one poll: nothing, or what differs. */
export type Recounted = { readonly pollId: string; readonly differences: readonly string[] };

type Entry = { subject_id: string; deed: string; detail: { digest?: string; totals?: Json } | string };

/**
 * Counts every closed poll again from its ballots and papers and holds it against its results and against what the
 * audit wrote down when it was closed. The audit itself is verified first.
 *
 * @param pollId only this one
 */
export async function recountPolls(
  { em }: Pick<ApiRequest, 'em'>,
  pollId?: string,
): Promise<{ readonly audit: string | null; readonly polls: readonly Recounted[] }> {
  const verdict = await verifyAudit(em);
  const audit = verdict.ok ? null : `entry ${verdict.sequence} of the audit: ${verdict.reason}`;
  const entries = await em.execute<Entry[]>(
    `select subject_id, deed, detail from audit_entries
      where subject_type = 'poll' and deed = 'confirmClose' order by sequence`,
  );
  const closings = Map.groupBy(entries, (entry) => entry.subject_id);
  const ids = new Set([
    ...closings.keys(),
    ...(await em.find(Poll, { state: 'CLOSED' })).map(({ id }) => id),
  ]);
  const polls: Recounted[] = [];
  for (const id of [...ids].sort())
    if (pollId === undefined || id === pollId)
      polls.push({ pollId: id, differences: await recount({ em }, id, closings.get(id) ?? []) });
  return { audit, polls };
}

async function recount(
  { em }: Pick<ApiRequest, 'em'>,
  pollId: string,
  closings: readonly Entry[],
): Promise<string[]> {
  const poll = await em.findOne(Poll, { id: pollId });
  if (poll === null) return ['the poll is gone'];
  if (closings.length === 0) return ['the audit does not know that it was closed'];
  const differences: string[] = [];
  if (closings.length > 1) differences.push('the audit says that it was closed more than once');
  if (poll.state !== 'CLOSED') differences.push(`it was closed and stands as ${poll.state}`);
  const [left] = await em.execute<{ ballots: number; keys: number }[]>(
    `select (select count(*) from ballots where poll_id = ?)::int as ballots,
            (select count(*) from poll_keys where poll_id = ?)::int as keys`,
    [pollId, pollId],
  );
  if (left!.ballots > 0) differences.push(`${left!.ballots} ballots were not written anew`);
  if (left!.keys > 0) differences.push('its key was not destroyed');
  const options = await em.find(
    PollOption,
    { pollId, state: 'STANDING' },
    { orderBy: [{ position: 'asc' }, { key: 'asc' }] },
  );
  const sheets = await em.find(PaperSheet, { pollId });
  const stored = await em.find(PollResult, { pollId });
  try {
    const counted = countPoll(poll, options, await ballotCells({ em }, pollId), sheets);
    const { digest } = detailOf(closings[0]!);
    if (counted.digest !== digest)
      differences.push(
        `ballots, papers or poll are not those that were counted (${counted.digest}, not ${digest})`,
      );
    if (textOf(counted.results) !== textOf(stored))
      differences.push('the results shown are not those of the ballots');
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof SyntaxError)) throw error;
    differences.push(`a ballot cannot be counted: ${error.message}`);
  }
  return differences;
}

function detailOf({ detail }: Entry): { digest?: string } {
  return typeof detail === 'string' ? (JSON.parse(detail) as { digest?: string }) : detail;
}

/** Results in one order and one writing, whatever the database did to their keys. */
function textOf(results: readonly Omit<PollResult, 'pollId'>[]): string {
  const texts = results.map((result) =>
    canonicalJson([
      result.voice,
      result.isWithoutDoubted,
      result.ballots,
      result.papers,
      result.outcome as Json,
      result.steps as readonly Json[],
      (result.opinionGroups ?? null) as Json,
      (result.splits ?? null) as Json,
    ]),
  );
  return texts.sort().join('\n');
}
