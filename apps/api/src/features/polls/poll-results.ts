import type { ApiRequest, Batch } from '../../request.ts';
import { load } from '../../request.ts';
import { PollResult } from './ballot.entity.ts';
import type { Poll } from './poll.entity.ts';
import { maySeeWork } from './poll.policy.ts';

const limit = 10;

/** A result of fewer ballots would tell what one child chose, whatever was asked. */
const fewestShown = 3;

/** Why no result of a poll is shown. */
export const hiddenReasons = ['NOT_CLOSED', 'NO_BALLOTS', 'TOO_FEW'] as const;
export type HiddenReason = (typeof hiddenReasons)[number];

const storedResults: Batch<string, readonly PollResult[]> = async ({ em }, pollIds) => {
  const results = await em.find(
    PollResult,
    { pollId: { $in: [...pollIds] } },
    { orderBy: [{ voice: 'desc' }, { isWithoutDoubted: 'asc' }] },
  );
  return Map.groupBy(results, (result) => result.pollId);
};

/** Whether so many answered that a result may be shown: three, and of a sensitive question ten. */
export function isShown(
  poll: Pick<Poll, 'isSensitive'>,
  result: Pick<PollResult, 'ballots' | 'papers'>,
): boolean {
  return sizeOf(result) >= (poll.isSensitive ? limit : fewestShown);
}

/**
 * What came of a poll, once it is closed, as far as it may be shown; the count without doubted ballots is shown to all
 * only where those and the others are ten or more, else to those who run the poll.
 */
export async function resultsOf(request: ApiRequest, poll: Poll): Promise<readonly PollResult[]> {
  if (poll.state !== 'CLOSED') return [];
  const all = (await load(request, storedResults, poll.id)) ?? [];
  return all.filter((result) => {
    if (!isShown(poll, result)) return false;
    if (!result.isWithoutDoubted || maySeeWork(request.viewer, poll)) return true;
    const whole = all.find(({ voice, isWithoutDoubted }) => voice === result.voice && !isWithoutDoubted);
    const doubted = whole === undefined ? 0 : sizeOf(whole) - sizeOf(result);
    return doubted >= limit && sizeOf(result) >= limit;
  });
}

export async function hiddenBecause(request: ApiRequest, poll: Poll): Promise<HiddenReason | null> {
  if (poll.state !== 'CLOSED') return 'NOT_CLOSED';
  if ((await resultsOf(request, poll)).length > 0) return null;
  const all = (await load(request, storedResults, poll.id)) ?? [];
  return all.length > 0 ? 'TOO_FEW' : 'NO_BALLOTS';
}

export type Step = { readonly key: string; readonly values: object };

const sentences = ['WON', 'WON_SEVERAL', 'NOBODY_WON', 'STATEMENT_COMMON', 'NO_COMMON_STATEMENT'];

/** The one step that says what came of it; the words for it are in `messages`. */
export function sentenceOf({ steps }: Pick<PollResult, 'steps'>): Step {
  const all = steps as readonly Step[];
  // Several that won because none came before the others are a tie, not a choice of several.
  const tie = all.find(({ key }) => key === 'TIE_LEFT');
  return tie ?? all.find(({ key }) => sentences.includes(key)) ?? all[0] ?? { key: 'NOBODY_WON', values: {} };
}

function sizeOf({ ballots, papers }: Pick<PollResult, 'ballots' | 'papers'>): number {
  return ballots + papers;
}
