import { ok, refused, type Result } from '@samleng/kernel';
import { addDays, type IsoDay } from '@samleng/routing';
import { admitText, characters, searchKey } from '@samleng/text';
import { type AgeBand, consentDays, type Problem, type SaidAnswer, type Sex } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';

export type MemberWish = {
  readonly alias: string;
  readonly ageBand: AgeBand;
  readonly sex?: Sex | null;
  readonly disability?: SaidAnswer | null;
  readonly isLeader?: boolean | null;
  readonly assentOn: IsoDay;
  readonly guardianConsentOn?: IsoDay | null;
};

/** A member as it is kept. */
export type CheckedMember = {
  readonly alias: string;
  readonly aliasKey: string;
  readonly ageBand: AgeBand;
  readonly sex: Sex | null;
  readonly disability: SaidAnswer | null;
  readonly isLeader: boolean;
  readonly assentOn: IsoDay;
  readonly guardianConsentOn: IsoDay | null;
  readonly consentUntil: IsoDay;
};

const aliasMost = 24;

/**
 * Checks what is kept of a member: an alias of one word without digits, so that no family name and no phone comes
 * along; the child's own assent and, under 18, a guardian's consent, both given within the last year.
 *
 * @param today the day it is in Cambodia
 */
export function checkMember(wish: MemberWish, today: IsoDay): Result<CheckedMember, readonly Problem[]> {
  const problems: Problem[] = [];
  const alias = checkAlias(wish.alias);
  if (!alias.ok) problems.push(...alias.problem);
  const consent = checkConsent(wish.ageBand, wish, today);
  if (!consent.ok) problems.push(...consent.problem);
  if (!alias.ok || !consent.ok) return refused(problems);
  return ok({
    alias: alias.value,
    aliasKey: aliasKeyOf(alias.value),
    ageBand: wish.ageBand,
    sex: wish.sex ?? null,
    disability: wish.disability ?? null,
    isLeader: wish.isLeader ?? false,
    ...consent.value,
  });
}

/** An alias as it is compared: case, marks and spelling do not make another one. */
export function aliasKeyOf(alias: string): string {
  return (searchKey(alias) || alias.toLowerCase()).slice(0, 80);
}

function checkAlias(text: string): Result<string, readonly Problem[]> {
  const admitted = admitText(text, { max: 200, oneLine: true });
  if (!admitted.ok)
    return refused([problem(admitted.problem.code === 'EMPTY' ? 'REQUIRED' : 'TOO_LONG', 'alias')]);
  const alias = admitted.value.replace(/[\u200B-\u200D\u00AD]/g, '');
  if (/^[=+\-@\t]/.test(alias)) return refused([problem('FORMULA_IN_CELL', 'alias')]);
  // A second word is mostly a family name; digits are mostly a phone or an address.
  if (/\s/.test(alias) || /\p{N}/u.test(alias) || alias.includes('@'))
    return refused([problem('ONE_WORD_ONLY', 'alias')]);
  return characters(alias) > aliasMost ? refused([problem('TOO_LONG', 'alias')]) : ok(alias);
}

/** The two consents: both there where they are needed, not of tomorrow, and not more than a year old. */
export function checkConsent(
  ageBand: AgeBand,
  given: { readonly assentOn: IsoDay; readonly guardianConsentOn?: IsoDay | null },
  today: IsoDay,
): Result<Pick<CheckedMember, 'assentOn' | 'guardianConsentOn' | 'consentUntil'>, readonly Problem[]> {
  const { assentOn } = given;
  const guardianConsentOn = given.guardianConsentOn ?? null;
  const problems: Problem[] = [];
  if (assentOn > today) problems.push(problem('OUT_OF_RANGE', 'assentOn'));
  if (guardianConsentOn !== null && guardianConsentOn > today)
    problems.push(problem('OUT_OF_RANGE', 'guardianConsentOn'));
  if (guardianConsentOn === null && ageBand !== 'AGE_18_24')
    problems.push(problem('CONSENT_MISSING', 'guardianConsentOn'));
  const earlier = guardianConsentOn !== null && guardianConsentOn < assentOn ? guardianConsentOn : assentOn;
  const consentUntil = addDays(earlier, consentDays);
  if (problems.length === 0 && consentUntil < today)
    problems.push(problem('CONSENT_ENDED', earlier === assentOn ? 'assentOn' : 'guardianConsentOn'));
  return problems.length > 0 ? refused(problems) : ok({ assentOn, guardianConsentOn, consentUntil });
}
