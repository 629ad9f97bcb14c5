import { type Form, questionsOf } from '@samleng/surveys';
import { toLatinDigits } from '@samleng/text';
import { answerSources } from '@samleng/vocabulary';
import { memberOf, textOf } from '#lib/forms/read.ts';
import type { ShownProblem } from '#lib/forms/refusal.ts';

/** One person's answers from the fields of a collection page (`a.<question>`), as the service takes them. */
export function readSheet(form: FormData, survey: Form) {
  const answers = questionsOf(survey).flatMap(({ question: { name, kind } }) => {
    const given = form.getAll(`a.${name}`).filter((value) => typeof value === 'string');
    const text = given
      .map((value) => value.trim())
      .filter((value) => value !== '')
      .join(' ');
    if (text === '' || kind === 'NOTE') return [];
    const isNumber = kind === 'INTEGER' || kind === 'DECIMAL';
    return [{ name, value: isNumber ? toLatinDigits(text).replace(',', '.') : text.slice(0, 5_000) }];
  });
  return { ...whereFrom(form), answeredOn: textOf(form, 'on', 10), answers };
}

/** The counts of a group from the fields of a collection page (`c.<question>.<choice>`, `c.<question>`). */
export function readTally(form: FormData, survey: Form) {
  const counts = questionsOf(survey).flatMap(({ question }) => {
    const list = survey.lists.find(({ name }) => name === question.list);
    const cell = (choice: string | null) => {
      const field = choice === null ? `c.${question.name}` : `c.${question.name}.${choice}`;
      const text = toLatinDigits(textOf(form, field, 12)).trim();
      if (text === '') return [];
      const count = /^\d{1,7}$/.test(text) ? Number(text) : -1;
      return [{ question: question.name, choice, count }];
    };
    if (question.kind === 'NOTE') return [];
    return list ? list.choices.flatMap(({ name }) => cell(name)) : cell(null);
  });
  const people = toLatinDigits(textOf(form, 'people', 6)).trim();
  return {
    ...whereFrom(form),
    countedOn: textOf(form, 'on', 10),
    people: /^\d+$/.test(people) ? Number(people) : 0,
    counts,
  };
}

/** Problems of a sheet at the fields of its page: `sheets.0.q1` stands at `a.q1`. */
export function atFields(problems: readonly ShownProblem[]): readonly ShownProblem[] {
  return problems.map(({ code, field }) => {
    const name = /^sheets\.0\.(.+)$/.exec(field ?? '')?.[1];
    if (name === undefined) return { code, field: field === 'countedOn' ? 'on' : (field ?? null) };
    return { code, field: name === 'answeredOn' ? 'on' : name === 'id' ? null : `a.${name}` };
  });
}

function whereFrom(form: FormData) {
  return {
    id: textOf(form, 'id', 36),
    source: memberOf(answerSources, form.get('source')) ?? ('PHONE' as const),
  };
}
