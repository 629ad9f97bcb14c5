import { ok, refused, type Result } from '@samleng/kernel';

/**
 * The part of XPath 1.0 that survey forms use (https://getodk.github.io/xforms-spec/#xpath-expressions):
 * numbers, texts, `${question}`, `.`, comparison, `and`, `or`, arithmetic, and the functions of FUNCTIONS.
 */
export type Expression =
  | { readonly is: 'NUMBER'; readonly value: number }
  | { readonly is: 'TEXT'; readonly value: string }
  | { readonly is: 'ANSWER'; readonly name: string }
  | { readonly is: 'SELF' }
  | { readonly is: 'MINUS'; readonly of: Expression }
  | { readonly is: 'PAIR'; readonly sign: Sign; readonly left: Expression; readonly right: Expression }
  | { readonly is: 'CALL'; readonly name: FunctionName; readonly inputs: readonly Expression[] };

export type Sign = 'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | 'div' | 'mod';

/** Each function with the fewest and the most inputs it takes. */
export const FUNCTIONS = {
  selected: [2, 2],
  'count-selected': [1, 1],
  'string-length': [1, 1],
  not: [1, 1],
  true: [0, 0],
  false: [0, 0],
  if: [3, 3],
  coalesce: [2, 2],
  number: [1, 1],
  int: [1, 1],
  round: [1, 1],
  today: [0, 0],
  contains: [2, 2],
  'starts-with': [2, 2],
} as const;
export type FunctionName = keyof typeof FUNCTIONS;

export type ExpressionProblem =
  /** It cannot be read at this place (0 is its first character). */
  | { readonly code: 'UNREADABLE'; readonly at: number }
  /** It uses a function or a path that surveys here do not know. */
  | { readonly code: 'UNKNOWN_FUNCTION'; readonly name: string }
  | { readonly code: 'WRONG_INPUTS'; readonly name: string }
  | { readonly code: 'TOO_LONG' };

/** Longer or deeper expressions are refused, so that reading one costs little whoever wrote it. */
const MOST_CHARACTERS = 1_000;
const MOST_DEPTH = 40;

type Token =
  | {
      readonly is: 'number' | 'text' | 'answer' | 'word' | 'sign';
      readonly value: string;
      readonly at: number;
    }
  | { readonly is: 'end'; readonly value: ''; readonly at: number };

const shapes: readonly (readonly [Exclude<Token['is'], 'end'>, RegExp])[] = [
  ['answer', /\$\{\s*([A-Za-z_][\w.-]*)\s*\}/y],
  ['number', /(\d+(?:\.\d*)?|\.\d+)/y],
  ['text', /'([^']*)'/y],
  ['text', /"([^"]*)"/y],
  ['sign', /(<=|>=|!=|[=<>+\-*(),.])/y],
  ['word', /([A-Za-z_][\w-]*)/y],
];

/** The levels of XPath 1.0, section 3, loosest first; all of them bind to the left. */
const levels: readonly (readonly Sign[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
];

class Unreadable {
  readonly problem: ExpressionProblem;
  constructor(problem: ExpressionProblem) {
    this.problem = problem;
  }
}

/** Reads an expression, or says where it cannot be read. */
export function parseExpression(source: string): Result<Expression, ExpressionProblem> {
  if (source.length > MOST_CHARACTERS) return refused({ code: 'TOO_LONG' });
  try {
    const tokens = tokensOf(source);
    let next = 0;
    let depth = 0;
    const peek = () => tokens[next]!;
    const take = () => tokens[next++]!;
    const expect = (value: string) => {
      const token = take();
      if (token.is !== 'sign' || token.value !== value)
        throw new Unreadable({ code: 'UNREADABLE', at: token.at });
    };

    const readLevel = (level: number): Expression => {
      const signs = levels[level];
      if (!signs) return readSigned();
      let left = readLevel(level + 1);
      for (;;) {
        const token = peek();
        const sign = signs.find((each) => each === token.value);
        if (!sign || (token.is !== 'sign' && token.is !== 'word')) return left;
        take();
        left = { is: 'PAIR', sign, left, right: readLevel(level + 1) };
      }
    };
    const readSigned = (): Expression => {
      if (peek().is === 'sign' && peek().value === '-') {
        take();
        return { is: 'MINUS', of: deeper(readSigned) };
      }
      return readPlain();
    };
    const deeper = <Value>(read: () => Value): Value => {
      depth += 1;
      if (depth > MOST_DEPTH) throw new Unreadable({ code: 'TOO_LONG' });
      const value = read();
      depth -= 1;
      return value;
    };
    const readPlain = (): Expression => {
      const token = take();
      if (token.is === 'number') return { is: 'NUMBER', value: Number(token.value) };
      if (token.is === 'text') return { is: 'TEXT', value: token.value };
      if (token.is === 'answer') return { is: 'ANSWER', name: token.value };
      if (token.is === 'sign' && token.value === '.') return { is: 'SELF' };
      if (token.is === 'sign' && token.value === '(') {
        const inside = deeper(() => readLevel(0));
        expect(')');
        return inside;
      }
      if (token.is === 'word') return readCall(token);
      throw new Unreadable({ code: 'UNREADABLE', at: token.at });
    };
    const readCall = (word: Token): Expression => {
      if (peek().value !== '(' || !Object.hasOwn(FUNCTIONS, word.value))
        throw new Unreadable({ code: 'UNKNOWN_FUNCTION', name: word.value });
      const name = word.value as FunctionName;
      expect('(');
      const inputs: Expression[] = [];
      while (!(peek().is === 'sign' && peek().value === ')')) {
        if (inputs.length > 0) expect(',');
        inputs.push(deeper(() => readLevel(0)));
      }
      expect(')');
      const [fewest, most] = FUNCTIONS[name];
      if (inputs.length < fewest || inputs.length > most)
        throw new Unreadable({ code: 'WRONG_INPUTS', name });
      return { is: 'CALL', name, inputs };
    };

    const expression = readLevel(0);
    if (peek().is !== 'end') throw new Unreadable({ code: 'UNREADABLE', at: peek().at });
    return ok(expression);
  } catch (reason) {
    if (reason instanceof Unreadable) return refused(reason.problem);
    throw reason;
  }
}

/** The names of the questions an expression reads. */
export function answersRead(expression: Expression): readonly string[] {
  switch (expression.is) {
    case 'ANSWER':
      return [expression.name];
    case 'MINUS':
      return answersRead(expression.of);
    case 'PAIR':
      return [...answersRead(expression.left), ...answersRead(expression.right)];
    case 'CALL':
      return expression.inputs.flatMap(answersRead);
    default:
      return [];
  }
}

function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    while (at < source.length && /\s/.test(source[at]!)) at += 1;
    if (at >= source.length) break;
    const found = firstShape(source, at);
    if (!found) throw new Unreadable({ code: 'UNREADABLE', at });
    tokens.push({ is: found.is, value: found.value, at });
    at = found.end;
  }
  tokens.push({ is: 'end', value: '', at });
  return tokens;
}

function firstShape(source: string, at: number) {
  for (const [is, shape] of shapes) {
    shape.lastIndex = at;
    const match = shape.exec(source);
    if (match) return { is, value: match[1] ?? '', end: shape.lastIndex };
  }
  return undefined;
}
