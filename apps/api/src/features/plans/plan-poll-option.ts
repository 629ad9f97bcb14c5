import { refused, type Result } from '@samleng/kernel';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, load } from '../../request.ts';
import { liesIn } from '../accounts/index.ts';
import { issuesById } from '../issues/index.ts';
import { pollById, resultsOf, standingOptions } from '../polls/index.ts';
import { addPlanItem } from './add-plan-item.ts';
import type { PlanItemInput } from './check-plan-item.ts';
import type { PlanItem } from './plan-item.entity.ts';

export type PlannedOption = Omit<PlanItemInput, 'issueId' | 'costRiel'> & {
  readonly pollId: string;
  readonly option: string;
  /** For an option that stands for no issue: the one it is about. */
  readonly issueId?: string | null;
  readonly costRiel?: number | null;
};

/**
 * An official takes what children chose in a poll into the office's plan: a plan item that says which poll it follows
 * from. Title and cost are those of the option unless said otherwise. The poll is closed and its result shown; any of
 * its options may be promised, for an office may well do more than was chosen first.
 */
export async function planPollOption(
  request: ApiRequest,
  { pollId, option: key, ...wish }: PlannedOption,
): Promise<Result<PlanItem, readonly Problem[]>> {
  const poll = await pollById(request, pollId);
  if (poll === null) return refused([problem('NOT_FOUND', 'pollId')]);
  if ((await resultsOf(request, poll)).length === 0) return refused([problem('WRONG_STATE', 'pollId')]);
  const option = (await standingOptions(request, poll.id)).find((one) => one.key === key);
  if (option === undefined) return refused([problem('OPTION_UNKNOWN', 'option')]);
  const issueId = option.issueId ?? wish.issueId ?? null;
  if (issueId === null) return refused([problem('REQUIRED', 'issueId')]);
  const issue = await load(request, issuesById, issueId);
  if (issue === undefined || !liesIn(issue.communeCode, poll.placeCode))
    return refused([problem('NOT_FOUND', 'issueId')]);
  const isUntitled = !wish.titleKm?.trim() && !wish.titleEn?.trim();
  const costRiel = wish.costRiel ?? option.costRiel ?? null;
  if (costRiel === null) return refused([problem('REQUIRED', 'costRiel')]);
  const titles = isUntitled ? { titleKm: option.titleKm ?? null, titleEn: option.titleEn ?? null } : {};
  return addPlanItem(
    request,
    { ...wish, ...titles, issueId, costRiel },
    { pollId: poll.id, pollOption: option.key },
  );
}
