import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('../../', import.meta.url));
const files = globSync('**/*.svelte', { cwd: source });

/** Attributes whose words people see or hear. */
const spoken = new Set([
  'alt',
  'title',
  'placeholder',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'label',
]);
/** What is the same in every language: the product's name, the helpline, marks. */
const sameEverywhere = /^(Samleng|សំឡេង|1280|A4|JSON|RSS|CSV|XLSX|PDF|QR|km|en|m|x)$/;

type Node = Readonly<Record<string, unknown>>;

/** The words that stand in a page itself instead of coming from the messages. */
function hardWired(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap((each) => hardWired(each));
  if (typeof node !== 'object' || node === null) return [];
  const { type, name, value, data } = node as Node;
  if (type === 'Text') return typeof data === 'string' ? words(data) : [];
  if (type === 'Attribute') return spoken.has(String(name)) ? hardWired(value) : [];
  if (type === 'ExpressionTag') return literals((node as Node)['expression']);
  // Keys to press and commands to type are what they are.
  if (type === 'RegularElement' && (name === 'kbd' || name === 'code')) return [];
  return Object.values(node as Node).flatMap((each) => hardWired(each));
}

/** Texts that an expression shows as they are: `'yes'`, and both sides of a choice between them. */
function literals(expression: unknown): string[] {
  const { type, value, consequent, alternate } = (expression ?? {}) as Node;
  if (type === 'Literal' && typeof value === 'string') return words(value);
  if (type === 'ConditionalExpression') return [...literals(consequent), ...literals(alternate)];
  return [];
}

function words(text: string): string[] {
  return text
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word) && !sameEverywhere.test(word.replaceAll(/[^\p{L}\p{N}]/gu, '')));
}

describe('the pages', () => {
  it.each(files)('%s has all its words from the messages', (file) => {
    const { fragment } = parse(readFileSync(`${source}${file}`, 'utf8'), { modern: true });
    expect(hardWired(fragment)).toEqual([]);
  });
});
