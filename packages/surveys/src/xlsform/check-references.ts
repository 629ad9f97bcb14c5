import { answersRead, parseExpression } from '../expression/parse.ts';
import { type FormItem, questionsOf } from '../form.ts';

export type ReferenceProblem = {
  /** The question or group whose expression it is. */
  readonly name: string;
  readonly code: 'REFERS_TO_NOTHING' | 'REFERS_TO_ITSELF';
  /** The name that is referred to. */
  readonly about: string;
};

/**
 * Whether every expression of a form reads only questions there are, and no question is asked because of itself,
 * be it through others.
 */
export function checkReferences(items: readonly FormItem[]): readonly ReferenceProblem[] {
  const problems: ReferenceProblem[] = [];
  const questions = questionsOf({ items });
  const known = new Set(questions.map(({ question }) => question.name));
  const reads = (source: string | null) => {
    const parsed = source === null ? undefined : parseExpression(source);
    return parsed?.ok ? answersRead(parsed.value) : [];
  };
  const check = (name: string, source: string | null) => {
    for (const about of reads(source))
      if (!known.has(about)) problems.push({ name, code: 'REFERS_TO_NOTHING', about });
  };

  const groups = new Map(questions.flatMap(({ groups }) => groups).map((group) => [group.name, group]));
  for (const group of groups.values()) check(group.name, group.relevant);
  for (const { question } of questions) {
    check(question.name, question.relevant);
    check(question.name, question.constraint);
  }

  const askedBecauseOf = new Map(
    questions.map(({ question, groups }) => [
      question.name,
      [question.relevant, ...groups.map((group) => group.relevant)].flatMap(reads),
    ]),
  );
  for (const { question } of questions)
    if (reaches(question.name, question.name, askedBecauseOf))
      problems.push({ name: question.name, code: 'REFERS_TO_ITSELF', about: question.name });
  return problems;
}

function reaches(from: string, to: string, edges: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>();
  const waiting = [...(edges.get(from) ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === to) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(edges.get(next) ?? []));
  }
  return false;
}
