import { type Form, type FormWords, type Question } from '@samleng/surveys';
import { inReadersLanguage, m } from '#lib/words/words.ts';
import { conditionOf } from './condition.ts';

/** Words of a form in the reader's language, else in the other. */
export function formWords(words: FormWords): { text: string; lang: 'km' | 'en' } {
  return inReadersLanguage(words.km, words.en);
}

/** A choice of a question in words; its name where the form has none for it. */
export function choiceWords(form: Form, list: string | null, name: string): string {
  const choice = form.lists.find((each) => each.name === list)?.choices.find((each) => each.name === name);
  return choice ? formWords(choice.words).text : name;
}

/** When a question is asked, in words; null: always. */
export function whenAsked(form: Form, relevant: string | null): string | null {
  if (relevant === null) return null;
  const condition = conditionOf(form, relevant);
  if (condition === null) return m['research.onlyIfOther']();
  const { question, choice } = condition;
  return m['research.onlyIf']({
    question: formWords(question.words).text,
    choice: choiceWords(form, question.list, choice),
  });
}

/** The choices of a question. */
export function choicesIn(form: Form, { list }: Pick<Question, 'list'>) {
  return form.lists.find((each) => each.name === list)?.choices ?? [];
}
