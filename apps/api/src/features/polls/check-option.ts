import { isId, ok, refused, type Result } from '@samleng/kernel';
import { admitOptionalText } from '@samleng/text';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, load } from '../../request.ts';
import { liesIn } from '../accounts/index.ts';
import { issuesById } from '../issues/index.ts';
import { type Poll, PollOption } from './poll.entity.ts';
import type { MediaKind } from './poll-media.entity.ts';
import { pollMediaById } from './poll-media.queries.ts';
import { longestOption, mostOptions, mostStatements } from './poll-limits.ts';

export type OptionWish = {
  readonly titleKm?: string | null;
  readonly titleEn?: string | null;
  readonly pictureKey?: string | null;
  /** Files given to this poll: a picture, and a recording that reads the option aloud. */
  readonly pictureId?: string | null;
  readonly soundId?: string | null;
  readonly issueId?: string | null;
  readonly costRiel?: number | null;
};

export type CheckedOption = Pick<
  PollOption,
  'titleKm' | 'titleEn' | 'pictureKey' | 'pictureId' | 'soundId' | 'issueId' | 'costRiel'
>;

/** Checks an option: it has a title, its issue is of the poll's place, and it costs something where money is spent. */
export async function checkOption(
  request: ApiRequest,
  poll: Pick<Poll, 'placeCode' | 'ballotType'> & { readonly id?: string },
  wish: OptionWish,
): Promise<Result<CheckedOption, readonly Problem[]>> {
  const problems: Problem[] = [];
  const issueId = wish.issueId ?? null;
  const issue = issueId !== null && isId(issueId) ? await load(request, issuesById, issueId) : undefined;
  if (issueId !== null && (issue === undefined || !liesIn(issue.communeCode, poll.placeCode)))
    problems.push(problem('NOT_FOUND', 'issueId'));
  const titleKm = admitOptionalText(wish.titleKm ?? issue?.titleKm, { max: longestOption, oneLine: true });
  const titleEn = admitOptionalText(wish.titleEn ?? issue?.titleEn, { max: longestOption, oneLine: true });
  if (!titleKm.ok) problems.push(problem('TOO_LONG', 'titleKm'));
  if (!titleEn.ok) problems.push(problem('TOO_LONG', 'titleEn'));
  if (titleKm.ok && titleEn.ok && titleKm.value === null && titleEn.value === null)
    problems.push(problem('REQUIRED', 'titleKm'));
  const pictureKey = wish.pictureKey?.trim() || null;
  if (pictureKey !== null && !/^[\w-]{1,40}$/.test(pictureKey))
    problems.push(problem('NOT_IN_LIST', 'pictureKey'));
  const pictureId = wish.pictureId ?? null;
  const soundId = wish.soundId ?? null;
  if (!(await isMediaOf(request, poll.id, pictureId, 'PICTURE')))
    problems.push(problem('NOT_FOUND', 'pictureId'));
  if (!(await isMediaOf(request, poll.id, soundId, 'SOUND'))) problems.push(problem('NOT_FOUND', 'soundId'));
  const costRiel = poll.ballotType === 'BUDGET' ? (wish.costRiel ?? null) : null;
  if (poll.ballotType === 'BUDGET' && costRiel === null) problems.push(problem('REQUIRED', 'costRiel'));
  if (costRiel !== null && (!Number.isSafeInteger(costRiel) || costRiel < 0))
    problems.push(problem('OUT_OF_RANGE', 'costRiel'));
  if (problems.length > 0 || !titleKm.ok || !titleEn.ok) return refused(problems);
  return ok({
    titleKm: titleKm.value,
    titleEn: titleEn.value,
    pictureKey,
    pictureId,
    soundId,
    issueId,
    costRiel,
  });
}

/** Whether nothing is named, or a file of this kind that was given to this poll to be shown. */
export async function isMediaOf(
  request: ApiRequest,
  pollId: string | undefined,
  id: string | null,
  kind: MediaKind,
): Promise<boolean> {
  if (id === null) return true;
  const media = isId(id) ? await load(request, pollMediaById, id) : undefined;
  return media?.pollId === pollId && media?.purpose === 'OPTION' && media.kind === kind;
}

/** How many options a poll may have. */
export function optionsMost(poll: Pick<Poll, 'ballotType'>): number {
  return poll.ballotType === 'STATEMENTS' ? mostStatements : mostOptions;
}

/** Adds a checked option at the end of a locked poll. */
export function addOption(
  inside: ApiRequest,
  poll: Poll,
  option: CheckedOption,
  given: Pick<PollOption, 'state' | 'isProposedByChild'>,
): PollOption {
  poll.optionCount += 1;
  const number = poll.optionCount;
  return inside.em.create(PollOption, {
    pollId: poll.id,
    key: `o${number}`,
    position: number,
    ...option,
    ...given,
  });
}
