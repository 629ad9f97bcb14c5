import { isId, ok, refused, type Result } from '@samleng/kernel';
import { admitText, parseReceipt } from '@samleng/text';
import type { AgeBand, Category, OfficeKind, Problem, SaidAnswer, Sex, Topic } from '@samleng/vocabulary';
import { topicsOf } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import type { ApiRequest } from '../../request.ts';
import { longestConcern } from './concern-limits.ts';
import { findPlaces } from './find-places.ts';
import { guessLanguage } from './guess-language.ts';

/** What a form sends. Only the key, the receipt and the words are always there. */
export type RaisedConcern = {
  readonly idempotencyKey: string;
  readonly receipt: string;
  readonly text: string;
  readonly communeCode?: string | null;
  readonly villageCode?: string | null;
  readonly category?: Category | null;
  readonly topic?: Topic | null;
  readonly ageBand?: AgeBand | null;
  readonly sex?: Sex | null;
  readonly disability?: SaidAnswer | null;
  readonly inSchool?: SaidAnswer | null;
  readonly aboutOfficeKind?: OfficeKind | null;
  readonly language?: string | null;
  /** A recording that came before, from the same phone. */
  readonly voiceId?: string | null;
};

/** A form's content as it is stored: nothing is left open. */
export type AdmittedConcern = {
  [Key in keyof Required<RaisedConcern>]: NonNullable<RaisedConcern[Key]> | null;
} & {
  readonly idempotencyKey: string;
  readonly receipt: string;
  readonly text: string;
  readonly category: Category;
  readonly language: string;
};

/** Checks a form's content: every problem at once, so that the child mends them in one go. */
export async function admitConcern(
  request: ApiRequest,
  raised: RaisedConcern,
): Promise<Result<AdmittedConcern, readonly Problem[]>> {
  const problems: Problem[] = [];
  const idempotencyKey = raised.idempotencyKey.toLowerCase();
  if (!isId(idempotencyKey)) problems.push(problem('REQUIRED', 'idempotencyKey'));
  const receipt = parseReceipt(raised.receipt);
  if (!receipt.ok) problems.push(problem('RECEIPT_NOT_RIGHT', 'receipt'));
  const text = admitText(raised.text, { max: longestConcern });
  const voiceId = raised.voiceId?.toLowerCase() ?? null;
  if (voiceId !== null && !isId(voiceId)) problems.push(problem('NOT_FOUND', 'voiceId'));
  // Who speaks need not write.
  const isSpoken = voiceId !== null && !text.ok && text.problem.code === 'EMPTY';
  const words = text.ok ? text.value : '';
  if (!text.ok && !isSpoken)
    problems.push(problem(text.problem.code === 'EMPTY' ? 'REQUIRED' : 'TOO_LONG', 'text'));
  const category = raised.category ?? 'OTHER';
  const topic = raised.topic ?? null;
  if (topic !== null && !topicsOf(category).includes(topic))
    problems.push(problem('TOPIC_OF_ANOTHER_CATEGORY', 'topic'));
  const places = await findPlaces(request, raised);
  if (!places.ok) problems.push(...places.problem);
  if (problems.length > 0 || !receipt.ok || !places.ok) return refused(problems);
  return ok({
    idempotencyKey,
    receipt: receipt.value,
    text: words,
    voiceId,
    ...places.value,
    category,
    topic,
    ageBand: raised.ageBand ?? null,
    sex: raised.sex ?? null,
    disability: raised.disability ?? null,
    inSchool: raised.inSchool ?? null,
    aboutOfficeKind: raised.aboutOfficeKind ?? null,
    language: languageCode(raised.language) ?? guessLanguage(words, request.language),
  });
}

/** A language's short code, or null for anything else. */
function languageCode(given: string | null | undefined): string | null {
  return given && /^[a-z]{2,3}$/.test(given) ? given : null;
}
