import { buildSchema, getOperationAST, parse } from 'graphql/index.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hasMoreTokens,
  measureOperation,
  pageSize,
  publicLimits,
  refusalOf,
  staffLimits,
} from './graphql-limits.ts';

const schema = buildSchema(`
  type Query { me: Person, issues(first: Int, last: Int, where: Where): Issues!, offices: [Office!]!, report: Int, sized: [Office!]!, plain(first: Int): [Office!]! }
  input Where { text: String, page: Page }
  input Page { first: Int }
  type Issues { edges: [Edge!]!, pageInfo: PageInfo! }
  type PageInfo { more: Boolean! }
  type Edge { node: Issue! }
  type Issue { id: ID!, office: Office, issues(first: Int): Issues!, cells: [Cell!]! }
  type Office { name: String!, parent: Office }
  type Cell { count: Int! }
  type Person { name: String! }
`);
Object.assign(schema.getQueryType()!.getFields()['report']!, { extensions: { cost: 40 } });
Object.assign(schema.getQueryType()!.getFields()['sized']!, { extensions: { listSize: 30 } });

function measure(query: string, variables: Record<string, unknown> = {}) {
  const document = parse(query);
  return measureOperation(schema, document, getOperationAST(document)!, variables, {
    sensitiveRootFields: new Set(['me']),
    pageMost: 50,
  });
}

describe('the cost of an operation', () => {
  it.each<[string, Record<string, unknown>, number]>([
    ['{ report: __typename }', {}, 0],
    ['{ me { name } }', {}, 1],
    ['{ report }', {}, 40],
    // 1 for the page, then 3 × (edge + node)
    ['{ issues(first: 3) { edges { node { id } } } }', {}, 1 + 3 * 2],
    ['{ issues { edges { node { id } } } }', {}, 1 + 20 * 2],
    ['{ issues(first: null) { edges { node { id } } } }', {}, 1 + 20 * 2],
    ['{ issues(first: 1000) { edges { node { id } } } }', {}, 1 + 50 * 2],
    ['{ issues(first: -5) { edges { node { id } } } }', {}, 1 + 1 * 2],
    ['{ issues(last: 7) { edges { node { id } } } }', {}, 1 + 7 * 2],
    ['{ issues(first: 2, last: 7) { edges { node { id } } } }', {}, 1 + 7 * 2],
    ['query($n: Int) { issues(first: $n) { edges { node { id } } } }', { n: 4 }, 1 + 4 * 2],
    ['query($n: Int = 6) { issues(first: $n) { edges { node { id } } } }', {}, 1 + 6 * 2],
    ['query($n: Int = 6) { issues(first: $n) { edges { node { id } } } }', { n: null }, 1 + 20 * 2],
    ['query($n: Int) { issues(first: $n) { edges { node { id } } } }', {}, 1 + 20 * 2],
    ['{ issues(where: { page: { first: 9 } }) { edges { node { id } } } }', {}, 1 + 9 * 2],
    [
      'query($w: Where) { issues(where: $w) { edges { node { id } } } }',
      { w: { page: { first: 9 } } },
      1 + 9 * 2,
    ],
    [
      'query($p: Page) { issues(where: { page: $p }) { edges { node { id } } } }',
      { p: { first: 9 } },
      1 + 9 * 2,
    ],
    // page info stands once on the page, yet counts as what is inside it
    ['{ issues(first: 2) { edges { node { id } } pageInfo { more } } }', {}, 1 + 2 * 3],
    [
      '{ issues(first: 10) { edges { node { issues(first: 10) { edges { node { id } } } } } } }',
      {},
      1 + 10 * (2 + 1 + 10 * 2),
    ],
    // lists without pages: 5 times, or what the field says; what is inside a plain page is not multiplied again
    ['{ offices { name } }', {}, 1],
    ['{ offices { parent { name } } }', {}, 1 + 5],
    ['{ sized { parent { name } } }', {}, 1 + 30],
    ['{ plain(first: 3) { parent { name } } }', {}, 1 + 3],
    ['{ issues(first: 2) { edges { node { cells { count } office { name } } } } }', {}, 1 + 2 * 4],
    // a fragment counts wherever it is used
    ['{ a: offices { ...F } b: offices { ...F } } fragment F on Office { parent { name } }', {}, 2 * (1 + 5)],
    ['{ ... on Query { me { name } } ... { me { name } } }', {}, 2],
  ])('%s with %j is %i', (query, variables, expected) => {
    expect(measure(query, variables).cost).toBe(expected);
  });

  it('is never less with a larger page, nor grows over the largest', () => {
    const costOf = (first: number) =>
      measure(`{ issues(first: ${first}) { edges { node { office { name } } } } }`).cost;
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 2_000 }), fc.nat(1_000), (first, more) => {
        expect(costOf(first + more)).toBeGreaterThanOrEqual(costOf(first));
        expect(costOf(first)).toBeLessThanOrEqual(costOf(50));
      }),
    );
  });
});

describe('the other measures', () => {
  it('count fields inside fields, roots, aliases, directives and sensitive fields', () => {
    const query = `query($n: Int) @a { x: me { name } me { name } ...R @include(if: true) issues(first: $n) { edges { node { o: office { parent { name @skip(if: false) } } } } } }
      fragment R on Query { y: offices { name } x: me { name } }`;
    expect(measure(query, { n: 1 })).toEqual({
      depth: 6,
      rootFields: 4,
      aliases: 4,
      cost: 3 + 1 + 1 + 4,
      directives: 3,
      sensitiveRootFields: 2,
    });
  });

  it('take time by the length of the text, however often fragments hold fragments', () => {
    const levels = Array.from(
      { length: 60 },
      (_, level) =>
        `fragment F${level} on Office { parent { ...F${level + 1} } p: parent { ...F${level + 1} } }`,
    );
    const { cost, aliases } = measure(
      `{ offices { ...F0 } } ${levels.join(' ')} fragment F60 on Office { name }`,
    );
    // 2 + 4 + … + 2^60 parents, five times
    expect(cost).toBeGreaterThan(2 ** 61);
    expect(aliases).toBeGreaterThan(2 ** 58);
  });

  it.each([
    ['{ a }', 3, false],
    ['{ a }', 2, true],
    ['{ a # not counted } } }\n }', 3, false],
    ['{ "broken', 1, false],
    ['', 0, false],
  ])('of %j, more than %i tokens: %s', (text, most, expected) => {
    expect(hasMoreTokens(text, most)).toBe(expected);
  });
});

describe('the refusal', () => {
  const fitting = {
    depth: 7,
    rootFields: 5,
    aliases: 5,
    cost: 1_000,
    directives: 10,
    sensitiveRootFields: 1,
  };
  it('lets what fits pass, to the last', () => {
    expect(refusalOf(fitting, publicLimits)).toBeUndefined();
    expect(refusalOf({ ...fitting, depth: 9, aliases: 15, cost: 5_000 }, staffLimits)).toBeUndefined();
  });

  it.each([
    [{ depth: 8 }, 'TOO_DEEP'],
    [{ rootFields: 6 }, 'TOO_MANY_ROOT_FIELDS'],
    [{ aliases: 6 }, 'TOO_MANY_ALIASES'],
    [{ cost: 1_001 }, 'TOO_COSTLY'],
    [{ directives: 11 }, 'TOO_MANY_DIRECTIVES'],
    [{ sensitiveRootFields: 2 }, 'ONE_SENSITIVE_FIELD'],
  ])('of %j is %s', (more, code) => {
    expect(refusalOf({ ...fitting, ...more }, publicLimits)?.extensions['code']).toBe(code);
  });
});

it.each([
  [undefined, 20],
  [null, 20],
  [0, 0],
  [-3, 0],
  [7.9, 7],
  [50, 50],
  [51, 50],
  [Number.NaN, 20],
])('a page of %j has %i items', (asked, expected) => {
  expect(pageSize(asked)).toBe(expected);
});
