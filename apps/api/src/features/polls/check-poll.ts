import { type BallotTypeName, ballotTypeOf } from '@samleng/ballots';
import { isId, ok, refused, type Result } from '@samleng/kernel';
import { admitOptionalText } from '@samleng/text';
import type { Electorate, Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, load } from '../../request.ts';
import { officesById } from '../offices/index.ts';
import { placesByCode } from '../places/index.ts';
import type { Poll } from './poll.entity.ts';
import { longestQuestion } from './poll-limits.ts';

/** A poll as a facilitator wants it. */
export type PollWish = {
  readonly placeCode: string;
  readonly questionKm?: string | null;
  readonly questionEn?: string | null;
  readonly wordsKm?: string | null;
  readonly wordsEn?: string | null;
  readonly ballotType: BallotTypeName;
  readonly settings?: readonly { readonly name: string; readonly value: number }[] | null;
  readonly rule?: string | null;
  readonly seats?: number | null;
  readonly electorate: Electorate;
  readonly schoolOfficeId?: string | null;
  readonly takesOpenSupport?: boolean | null;
  readonly takesProposals?: boolean | null;
  readonly isSensitive?: boolean | null;
  readonly opensAt: Date;
  readonly closesAt: Date;
};

export type CheckedPoll = Pick<
  Poll,
  | 'placeCode'
  | 'questionKm'
  | 'questionEn'
  | 'wordsKm'
  | 'wordsEn'
  | 'ballotType'
  | 'settings'
  | 'rule'
  | 'seats'
  | 'electorate'
  | 'schoolOfficeId'
  | 'takesOpenSupport'
  | 'takesProposals'
  | 'isSensitive'
  | 'opensAt'
  | 'closesAt'
>;

const fields = ['questionKm', 'questionEn', 'wordsKm', 'wordsEn'] as const;

/** Checks all that can be checked before the options are known; opening checks the rest. */
export async function checkPoll(
  request: ApiRequest,
  wish: PollWish,
): Promise<Result<CheckedPoll, readonly Problem[]>> {
  const problems: Problem[] = [];
  const texts: Record<(typeof fields)[number], string | null> = {
    questionKm: null,
    questionEn: null,
    wordsKm: null,
    wordsEn: null,
  };
  for (const field of fields) {
    const isQuestion = field.startsWith('question');
    const text = admitOptionalText(wish[field], {
      max: isQuestion ? longestQuestion : 1_000,
      oneLine: isQuestion,
    });
    if (text.ok) texts[field] = text.value;
    else problems.push(problem('TOO_LONG', field));
  }
  if (problems.length === 0 && texts.questionKm === null && texts.questionEn === null)
    problems.push(problem('REQUIRED', 'questionKm'));
  const type = ballotTypeOf(wish.ballotType);
  const settings: Record<string, number> = {};
  for (const { name, value } of wish.settings ?? []) {
    const field = type.settings.find((one) => one.name === name);
    if (field === undefined || !Number.isSafeInteger(value) || value < field.least)
      problems.push(problem('SETTINGS_NOT_RIGHT', name.slice(0, 40)));
    else settings[name] = value;
  }
  const rule = wish.rule ?? type.rules[0];
  if (!type.rules.includes(rule)) problems.push(problem('RULE_OF_ANOTHER_TYPE', 'rule'));
  const seats = wish.seats ?? null;
  if (seats !== null && (!Number.isSafeInteger(seats) || seats < 1))
    problems.push(problem('OUT_OF_RANGE', 'seats'));
  if (wish.closesAt <= wish.opensAt) problems.push(problem('CLOSES_BEFORE_OPENING', 'closesAt'));
  const isPlace =
    /^(\d\d){1,4}$/.test(wish.placeCode) && (await load(request, placesByCode, wish.placeCode)) !== undefined;
  if (!isPlace) problems.push(problem('PLACE_NOT_FOUND', 'placeCode'));
  const schoolOfficeId = wish.electorate === 'SCHOOL' ? (wish.schoolOfficeId ?? null) : null;
  if (wish.electorate === 'SCHOOL' && !(await isSchool(request, schoolOfficeId)))
    problems.push(problem('NOT_FOUND', 'schoolOfficeId'));
  if (problems.length > 0) return refused(problems);
  return ok({
    ...texts,
    placeCode: wish.placeCode,
    ballotType: wish.ballotType,
    settings,
    rule,
    seats,
    electorate: wish.electorate,
    schoolOfficeId,
    takesOpenSupport: wish.electorate === 'OPEN' || (wish.takesOpenSupport ?? false),
    takesProposals: wish.takesProposals ?? false,
    isSensitive: wish.isSensitive ?? false,
    opensAt: wish.opensAt,
    closesAt: wish.closesAt,
  });
}

async function isSchool(request: ApiRequest, id: string | null): Promise<boolean> {
  const office = id !== null && isId(id) ? await load(request, officesById, id) : undefined;
  return office !== undefined && office.isActive && office.kind === 'SCHOOL';
}
