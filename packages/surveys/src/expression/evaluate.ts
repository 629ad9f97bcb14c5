import type { Expression, FunctionName, Sign } from './parse.ts';

/** What an expression comes to: as in XPath 1.0 a text, a number (NaN: not a number) or a truth. */
export type Value = string | number | boolean;

export type Surroundings = {
  /** The answer of a question as text, `''` where there is none; several choices with spaces between. */
  readonly answer: (name: string) => string;
  /** The answer that `.` stands for. */
  readonly self: string;
  /** The day it is, `2026-11-23`. */
  readonly today: string;
};

/** What an expression comes to, given the answers (XPath 1.0, sections 3.4, 3.5 and 4). */
export function evaluate(expression: Expression, around: Surroundings): Value {
  switch (expression.is) {
    case 'NUMBER':
    case 'TEXT':
      return expression.value;
    case 'ANSWER':
      return around.answer(expression.name);
    case 'SELF':
      return around.self;
    case 'MINUS':
      return -asNumber(evaluate(expression.of, around));
    case 'PAIR':
      return pair(expression.sign, expression.left, expression.right, around);
    case 'CALL':
      return call(expression.name, expression.inputs, around);
  }
}

/** Whether an expression holds. */
export function holds(expression: Expression, around: Surroundings): boolean {
  return asTruth(evaluate(expression, around));
}

function pair(sign: Sign, leftSide: Expression, rightSide: Expression, around: Surroundings): Value {
  const left = evaluate(leftSide, around);
  if (sign === 'or') return asTruth(left) || asTruth(evaluate(rightSide, around));
  if (sign === 'and') return asTruth(left) && asTruth(evaluate(rightSide, around));
  const right = evaluate(rightSide, around);
  switch (sign) {
    case '=':
      return isEqual(left, right);
    case '!=':
      return !isEqual(left, right);
    case '<':
      return compare(left, right, (a, b) => a < b);
    case '<=':
      return compare(left, right, (a, b) => a <= b);
    case '>':
      return compare(left, right, (a, b) => a > b);
    case '>=':
      return compare(left, right, (a, b) => a >= b);
    case '+':
      return asNumber(left) + asNumber(right);
    case '-':
      return asNumber(left) - asNumber(right);
    case '*':
      return asNumber(left) * asNumber(right);
    case 'div':
      return asNumber(left) / asNumber(right);
    case 'mod':
      return asNumber(left) % asNumber(right);
  }
}

function call(name: FunctionName, inputs: readonly Expression[], around: Surroundings): Value {
  const value = (index: number): Value => evaluate(inputs[index]!, around);
  const text = (index: number) => asText(value(index));
  switch (name) {
    case 'selected':
      return chosen(text(0)).includes(text(1));
    case 'count-selected':
      return chosen(text(0)).length;
    case 'string-length':
      return [...text(0)].length;
    case 'not':
      return !asTruth(value(0));
    case 'true':
      return true;
    case 'false':
      return false;
    case 'if':
      return asTruth(value(0)) ? value(1) : value(2);
    case 'coalesce':
      return text(0) === '' ? value(1) : value(0);
    case 'number':
      return asNumber(value(0));
    case 'int':
      return Math.trunc(asNumber(value(0)));
    case 'round':
      // XPath rounds halves towards positive infinity, as Math.round does.
      return Math.round(asNumber(value(0)));
    case 'today':
      return around.today;
    case 'contains':
      return text(0).includes(text(1));
    case 'starts-with':
      return text(0).startsWith(text(1));
  }
}

/** The choices in an answer of a select. */
export function chosen(answer: string): readonly string[] {
  return answer.split(/\s+/).filter((name) => name !== '');
}

const day = /^\d{4}-\d{2}-\d{2}$/;

/** Less and more are of numbers; of two days they are of days, as phones that collect with XForms do it. */
function compare(left: Value, right: Value, holdsFor: (a: number, b: number) => boolean): boolean {
  if (typeof left === 'string' && typeof right === 'string' && day.test(left) && day.test(right))
    return holdsFor(Date.parse(left), Date.parse(right));
  return holdsFor(asNumber(left), asNumber(right));
}

function isEqual(left: Value, right: Value): boolean {
  if (typeof left === 'boolean' || typeof right === 'boolean') return asTruth(left) === asTruth(right);
  if (typeof left === 'number' || typeof right === 'number') return asNumber(left) === asNumber(right);
  return left === right;
}

function asTruth(value: Value): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0 && !Number.isNaN(value);
  return value !== '';
}

function asNumber(value: Value): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return /^\s*-?(\d+(\.\d*)?|\.\d+)\s*$/.test(value) ? Number(value) : Number.NaN;
}

function asText(value: Value): string {
  return typeof value === 'string' ? value : String(value);
}
