import type { Verdict } from '@samleng/vocabulary';
import { type ApiRequest, type Batch, load } from '../../request.ts';
import { arrayOf, readRows } from '../../read-rows.ts';
import { type Issue, IssueEvent } from './issue.entity.ts';
import type { VerdictCounts } from './verdict-outcome.ts';

const none: VerdictCounts = { solved: 0, partly: 0, notSolved: 0 };

/** Verdicts on the last thing an office said, by issue. What was said about an earlier round is left out. */
const countsByIssue: Batch<string, VerdictCounts> = async (request, issueIds) => {
  const rows = await request.em.execute<(VerdictCounts & { issue_id: string; not_solved: number })[]>(
    `select issue_id, (count(*) filter (where verdict = 'SOLVED'))::int solved,
            (count(*) filter (where verdict = 'PARTLY'))::int partly,
            (count(*) filter (where verdict = 'NOT_SOLVED'))::int not_solved
       from verdicts join issues on issues.id = issue_id
      where issue_id = any(?::uuid[]) and given_at >= coalesce(over_since, given_at) group by issue_id`,
    [`{${issueIds.join(',')}}`],
  );
  return new Map(
    rows.map(({ issue_id: id, solved, partly, not_solved: notSolved }) => [
      id,
      { solved, partly, notSolved },
    ]),
  );
};

/** How many children say what of an issue. */
export async function verdictCountsOf(request: ApiRequest, issue: Pick<Issue, 'id'>): Promise<VerdictCounts> {
  return (await load(request, countsByIssue, issue.id)) ?? none;
}

/** The viewer's own verdicts, by issue. */
export const viewerVerdicts: Batch<string, Verdict> = async (request, issueIds) => {
  const { deviceKey } = request.viewer;
  if (deviceKey === null) return new Map();
  const rows = await request.em.execute<{ issue_id: string; verdict: Verdict }[]>(
    `select issue_id, verdict from verdicts join issues on issues.id = issue_id
      where issue_id = any(?::uuid[]) and voice_key = ? and given_at >= coalesce(over_since, given_at)`,
    [`{${issueIds.join(',')}}`, deviceKey],
  );
  return new Map(rows.map((row) => [row.issue_id, row.verdict]));
};

/** What was said under a receipt, by the receipt's lookup id. */
export const verdictsByReceipt: Batch<string, Verdict> = async (request, lookupIds) => {
  const rows = await request.em.execute<{ voice_key: string; verdict: Verdict }[]>(
    `select voice_key, verdict from verdicts join issues on issues.id = issue_id
      where voice_key = any(?::text[]) and given_at >= coalesce(over_since, given_at)`,
    [`{${lookupIds.join(',')}}`],
  );
  return new Map(rows.map((row) => [row.voice_key, row.verdict]));
};

/** When children last settled issues by their verdicts: the step in the history that says so. */
export const settledByIssue: Batch<string, IssueEvent> = async ({ em }, issueIds) => {
  const events = await readRows(
    em,
    IssueEvent,
    `where it.issue_id = any(?::uuid[]) and it.change in ('VERDICT', 'REOPENED') order by it.number`,
    [arrayOf(issueIds)],
  );
  return new Map(events.map((event) => [event.issueId, event]));
};
