import { ok, refused, type Result } from '@samleng/kernel';
import type { Electorate, Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import type { ApiRequest } from '../../request.ts';
import { Issue } from '../issues/index.ts';
import { makePoll } from './make-poll.ts';
import type { Poll } from './poll.entity.ts';
import { mayRunPolls } from './poll.policy.ts';

export type TopIssuesPoll = {
  readonly idempotencyKey: string;
  readonly communeCode: string;
  readonly count?: number | null;
  readonly electorate: Electorate;
  readonly schoolOfficeId?: string | null;
  readonly takesOpenSupport?: boolean | null;
  readonly opensAt: Date;
  readonly closesAt: Date;
};

/**
 * A facilitator lets children rank the top issues of a commune, for its investment programme: a draft of a ranked poll
 * whose options are the issues that stand first, merged and settled ones left out.
 */
export async function pollFromTopIssues(
  request: ApiRequest,
  { communeCode, count, ...wish }: TopIssuesPoll,
): Promise<Result<Poll, readonly Problem[]>> {
  if (!/^\d{6}$/.test(communeCode) || !mayRunPolls(request.viewer, communeCode))
    return refused([problem('NOT_FOUND', 'communeCode')]);
  const most = count ?? 6;
  if (!Number.isSafeInteger(most) || most < 2 || most > 12)
    return refused([problem('OUT_OF_RANGE', 'count')]);
  const issues = await standingFirst(request, communeCode, most);
  if (issues.length < 2) return refused([problem('TOO_FEW_OPTIONS', 'communeCode')]);
  const made = await makePoll(
    request,
    {
      ...wish,
      placeCode: communeCode,
      questionKm: 'តើឃុំគួរដោះស្រាយអ្វីមុនគេសម្រាប់កុមារ?',
      questionEn: 'What should the commune fix first for children?',
      ballotType: 'RANKED',
      options: issues.map(({ id }) => ({ issueId: id })),
    },
    { isFromIssues: true },
  );
  return made.ok ? ok(made.value) : made;
}

/** The issues of a commune that wait for something, in the order of its ranking. */
function standingFirst({ em }: ApiRequest, communeCode: string, most: number): Promise<Issue[]> {
  return em.find(
    Issue,
    { communeCode, mergedIntoId: null, state: { $nin: ['DONE', 'CONFIRMED', 'NOT_POSSIBLE'] } },
    { orderBy: [{ position: 'asc' }, { id: 'asc' }], limit: most },
  );
}
