import { type Form, type Question, questionsOf } from '@samleng/surveys';

/** That a question has a certain choice as its answer: the condition a page can offer and put in words. */
export type Condition = { readonly question: Question; readonly choice: string };

const one = /^\$\{([\w.-]+)\}\s*=\s*'([^']+)'$/;
const several = /^selected\(\$\{([\w.-]+)\},\s*'([^']+)'\)$/;

/** What an expression asks for, where it is as simple as a page writes it; null for every other. */
export function conditionOf(form: Form, expression: string): Condition | null {
  const found = one.exec(expression.trim()) ?? several.exec(expression.trim());
  const question = questionsOf(form).find((each) => each.question.name === found?.[1])?.question;
  return question?.list && found?.[2] ? { question, choice: found[2] } : null;
}

/** The expression of a condition, in XLSForm. */
export function expressionOf({ question, choice }: Condition): string {
  return question.kind === 'SELECT_ONE'
    ? `\${${question.name}} = '${choice}'`
    : `selected(\${${question.name}}, '${choice}')`;
}

/** The conditions that questions asked before another may be: each of their choices. */
export function conditionsBefore(form: Form, name: string): readonly Condition[] {
  const questions = questionsOf(form).map(({ question }) => question);
  const at = questions.findIndex((question) => question.name === name);
  const before = at < 0 ? questions : questions.slice(0, at);
  return before.flatMap((question) => {
    const list = form.lists.find((each) => each.name === question.list);
    return (list?.choices ?? []).map((choice) => ({ question, choice: choice.name }));
  });
}

/** Smallest and largest number of a constraint as a page writes it; null for every other. */
export function limitsOf(constraint: string | null): { least: string; most: string } | null {
  if (constraint === null) return { least: '', most: '' };
  const both = /^\. >= (-?[\d.]+) and \. <= (-?[\d.]+)$/.exec(constraint);
  if (both) return { least: both[1]!, most: both[2]! };
  const least = /^\. >= (-?[\d.]+)$/.exec(constraint);
  if (least) return { least: least[1]!, most: '' };
  const most = /^\. <= (-?[\d.]+)$/.exec(constraint);
  return most ? { least: '', most: most[1]! } : null;
}

/** The constraint of limits; null without any. */
export function constraintOf(least: string, most: string): string | null {
  const parts = [...(least === '' ? [] : [`. >= ${least}`]), ...(most === '' ? [] : [`. <= ${most}`])];
  return parts.length > 0 ? parts.join(' and ') : null;
}
