import { parseRiel } from '#lib/forms/answer.ts';
import { memberOf, textOf } from '#lib/forms/read.ts';
import type { ShownProblem } from '#lib/forms/refusal.ts';
import type {
  BallotTypesQuery,
  ChangePollInput,
  MakePollInput,
  PollOptionInput,
  PollToRunQuery,
} from '#lib/server/generated/graphql.ts';
import { pictureOf } from './pictures.ts';

export const electorates = ['CLUB', 'SCHOOL', 'OPEN'] as const;

export type TypeToMake = BallotTypesQuery['ballotTypes'][number];

/** What a form about a poll starts with, by field; a tick that is set is `yes`. */
export type Before = Readonly<Record<string, string>>;

/** What a form says of a poll, all but its place and options. */
export type PollWish = Omit<ChangePollInput, 'pollId' | 'placeCode' | 'ballotType'>;

/** Reads all of a poll but its place and its options, for a known way of answering. */
export function wishOf(form: FormData, type: TypeToMake): { wish: PollWish; problems: ShownProblem[] } {
  const problems: ShownProblem[] = [];
  const electorate = memberOf(electorates, form.get('electorate')) ?? 'CLUB';
  const school = textOf(form, 'schoolOfficeId', 40);
  if (electorate === 'SCHOOL' && school === '') problems.push({ code: 'REQUIRED', field: 'schoolOfficeId' });
  const settings = type.settings.flatMap(({ name }) => {
    const value = parseRiel(textOf(form, `setting-${name}`, 40));
    if (Number.isNaN(value)) problems.push({ code: 'NOT_A_NUMBER', field: `setting-${name}` });
    return value === null || Number.isNaN(value) ? [] : [{ name, value }];
  });
  if (type.name === 'BUDGET' && settings.every(({ name }) => name !== 'money'))
    problems.push({ code: 'REQUIRED', field: 'setting-money' });
  const seats = parseRiel(textOf(form, 'seats', 10));
  if (Number.isNaN(seats)) problems.push({ code: 'NOT_A_NUMBER', field: 'seats' });
  const times = timesOf(form);
  const wish = {
    questionKm: textOf(form, 'questionKm', 1_000) || null,
    questionEn: textOf(form, 'questionEn', 1_000) || null,
    wordsKm: textOf(form, 'wordsKm', 5_000) || null,
    wordsEn: textOf(form, 'wordsEn', 5_000) || null,
    electorate,
    schoolOfficeId: electorate === 'SCHOOL' ? school || null : null,
    settings,
    rule: textOf(form, 'rule', 60) || null,
    seats,
    takesOpenSupport: electorate === 'OPEN' || form.get('takesOpenSupport') === 'yes',
    takesProposals: form.get('takesProposals') === 'yes',
    isSensitive: form.get('isSensitive') === 'yes',
    opensAt: times.opensAt,
    closesAt: times.closesAt,
  };
  return { wish, problems: [...problems, ...times.problems] };
}

/** Days of Cambodia as instants: from the first minute of one to the last of the other. */
export function timesOf(form: FormData): { opensAt: string; closesAt: string; problems: ShownProblem[] } {
  const opens = new Date(`${textOf(form, 'opensAt', 10)}T00:00:00+07:00`);
  const closes = new Date(`${textOf(form, 'closesAt', 10)}T23:59:59+07:00`);
  const problems: ShownProblem[] = [];
  if (Number.isNaN(opens.getTime())) problems.push({ code: 'NOT_A_DATE', field: 'opensAt' });
  if (Number.isNaN(closes.getTime())) problems.push({ code: 'NOT_A_DATE', field: 'closesAt' });
  if (problems.length > 0) return { opensAt: '', closesAt: '', problems };
  return { opensAt: opens.toISOString(), closesAt: closes.toISOString(), problems };
}

/** The day in Cambodia of an instant, as a field of days takes it. */
export function dayInCambodia(instant: string): string {
  return new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10);
}

/** Rows of options (`option-1-km` …) in their order; a row without words is none. */
export function optionsOf(
  form: FormData,
  hasCosts: boolean,
): { options: NonNullable<MakePollInput['options']>; problems: ShownProblem[] } {
  const problems: ShownProblem[] = [];
  const options: PollOptionInput[] = [];
  for (let row = 1; form.has(`option-${String(row)}-km`); row += 1) {
    const option = optionIn(form, `option-${String(row)}-`, hasCosts);
    if (!option.titleKm && !option.titleEn) continue;
    if (hasCosts && (option.costRiel === null || Number.isNaN(option.costRiel)))
      problems.push({
        code: option.costRiel === null ? 'REQUIRED' : 'NOT_A_NUMBER',
        field: `option-${row}-cost`,
      });
    else options.push(option);
  }
  return { options, problems };
}

/** One option: its words in one or both languages, its picture, and what it costs (null: not said, NaN: no amount). */
export function optionIn(form: FormData, prefix: string, hasCosts: boolean) {
  const picture = textOf(form, `${prefix}picture`, 40);
  return {
    titleKm: textOf(form, `${prefix}km`, 500).trim() || null,
    titleEn: textOf(form, `${prefix}en`, 500).trim() || null,
    pictureKey: pictureOf(picture) ? picture : null,
    ...(hasCosts ? { costRiel: parseRiel(textOf(form, `${prefix}cost`, 40)) } : {}),
  };
}

/** The fields of a form about a poll that is already there. */
export function beforeOf(poll: NonNullable<PollToRunQuery['poll']>): Before {
  const tick = (isSet: boolean) => (isSet ? 'yes' : '');
  return {
    questionKm: poll.questionKm ?? '',
    questionEn: poll.questionEn ?? '',
    wordsKm: poll.wordsKm ?? '',
    wordsEn: poll.wordsEn ?? '',
    electorate: poll.electorate,
    schoolOfficeId: poll.school?.id ?? '',
    placeCode: poll.place.code,
    opensAt: dayInCambodia(poll.opensAt),
    closesAt: dayInCambodia(poll.closesAt),
    rule: poll.rule,
    seats: poll.seats ? String(poll.seats) : '',
    takesOpenSupport: tick(poll.takesOpenSupport),
    takesProposals: tick(poll.takesProposals),
    isSensitive: tick(poll.isSensitive),
    ...settingsBefore(poll.settings),
  };
}

/** Settings of a poll or of a template as the fields of the form have them. */
export function settingsBefore(
  settings: readonly { readonly name: string; readonly value: number }[] = [],
): Before {
  return Object.fromEntries(settings.map(({ name, value }) => [`setting-${name}`, String(value)]));
}
