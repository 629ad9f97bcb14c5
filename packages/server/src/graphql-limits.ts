import {
  GraphQLError,
  Kind,
  Lexer,
  Source,
  TokenKind,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql/index.js';

/** How much one operation may ask for. */
export type GraphqlLimits = {
  /** Fields inside fields, the leaf included. */
  depth: number;
  rootFields: number;
  /** Renamed fields in the whole operation. */
  aliases: number;
  /** Words and signs of the text. */
  tokens: number;
  /** See `measureOperation`. */
  cost: number;
  /** Items of one page, however many are asked for. */
  pageMost: number;
  /** Selections after unfolding fragments. */
  recursiveSelections: 10_000;
};

export const publicLimits: GraphqlLimits = {
  depth: 7,
  rootFields: 5,
  aliases: 5,
  tokens: 600,
  cost: 1_000,
  pageMost: 50,
  recursiveSelections: 10_000,
};

export const staffLimits: GraphqlLimits = {
  ...publicLimits,
  depth: 9,
  aliases: 15,
  tokens: 1_000,
  cost: 5_000,
};

/** Items of a page when none are asked for. */
export const pageUsual = 20;
/** `@skip` and `@include` in one operation. */
export const directivesMost = 10;
/** Assumed items of a list that has no pages, unless its field says `extensions: { listSize }`. */
const listUsual = 5;

/**
 * How many items a list may give.
 *
 * @param asked `first` or `last` as it came
 */
export function pageSize(asked: number | null | undefined, most: number = publicLimits.pageMost): number {
  if (asked === null || asked === undefined || !Number.isFinite(asked)) return Math.min(pageUsual, most);
  return Math.max(0, Math.min(Math.trunc(asked), most));
}

export type OperationSize = {
  depth: number;
  rootFields: number;
  aliases: number;
  cost: number;
  directives: number;
  sensitiveRootFields: number;
};

/** Whether a text has more tokens than allowed; stops reading there. Broken texts are left to the parser. */
export function hasMoreTokens(text: string, most: number): boolean {
  const lexer = new Lexer(new Source(text));
  try {
    for (let count = 0; count <= most; count += 1) {
      if (lexer.advance().kind === TokenKind.EOF) return false;
    }
    return true;
  } catch {
    return false;
  }
}

type Measure = { depth: number; aliases: number; cost: number; directives: number };

/**
 * Measures one operation of a valid document with the variables it came with.
 *
 * Cost: every field with fields of its own counts 1, plus what is inside it. What is inside a paged field
 * (one that takes `first` or `last`, also inside an input) counts as often as the page has items: the number
 * asked for, 20 when none is, `pageMost` at most. What is inside an unpaged list counts 5 times. A field may
 * say otherwise: `extensions: { cost, listSize }`. Fragments are measured once and counted at every use, so
 * the time taken grows with the text only.
 */
export function measureOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  options: { sensitiveRootFields: ReadonlySet<string>; pageMost: number },
): OperationSize {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const given = withDefaults(operation, variables);
  const measured = new Map<string, Measure>();

  function measureSelections(
    selections: SelectionSetNode,
    parent: GraphQLNamedType | undefined,
    insidePage: boolean,
  ): Measure {
    const total: Measure = { depth: 0, aliases: 0, cost: 0, directives: 0 };
    for (const selection of selections.selections) {
      total.directives += selection.directives?.length ?? 0;
      const part =
        selection.kind === Kind.FIELD
          ? measureField(selection, parent, insidePage)
          : selection.kind === Kind.INLINE_FRAGMENT
            ? measureSelections(
                selection.selectionSet,
                selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : parent,
                insidePage,
              )
            : measureFragment(selection.name.value, insidePage);
      total.depth = Math.max(total.depth, part.depth);
      total.aliases += part.aliases;
      total.cost += part.cost;
      total.directives += part.directives;
    }
    return total;
  }

  function measureFragment(name: string, insidePage: boolean): Measure {
    const key = `${name} ${insidePage}`;
    const before = measured.get(key);
    if (before) return before;
    const fragment = fragments.get(name);
    const nothing: Measure = { depth: 0, aliases: 0, cost: 0, directives: 0 };
    if (!fragment) return nothing;
    measured.set(key, nothing);
    const measure = measureSelections(
      fragment.selectionSet,
      schema.getType(fragment.typeCondition.name.value),
      insidePage,
    );
    measured.set(key, measure);
    return measure;
  }

  function measureField(node: FieldNode, parent: GraphQLNamedType | undefined, insidePage: boolean): Measure {
    // Introspection is refused in production; where it is allowed it reads no row.
    if (node.name.value.startsWith('__')) return { depth: 1, aliases: 0, cost: 0, directives: 0 };
    const field = fieldOf(parent, node.name.value);
    const type = field && getNamedType(field.type);
    const own = numberIn(field, 'cost') ?? (isCompositeType(type) ? 1 : 0);
    const alias = node.alias ? 1 : 0;
    if (!node.selectionSet) return { depth: 1, aliases: alias, cost: own, directives: 0 };
    const { times, isPage } = timesOf(field, node, insidePage);
    const inside = measureSelections(node.selectionSet, type, isPage);
    return {
      depth: inside.depth + 1,
      aliases: inside.aliases + alias,
      cost: own + times * inside.cost,
      directives: inside.directives,
    };
  }

  /** How often what is inside a field counts, and whether the list directly inside it is that page. */
  function timesOf(
    field: GraphQLField<unknown, unknown> | undefined,
    node: FieldNode,
    insidePage: boolean,
  ): { times: number; isPage: boolean } {
    const isList = field !== undefined && isListType(getNullableType(field.type));
    const asked = askedItems(node, given);
    const isPaged =
      asked !== undefined || (field?.args.some(({ name }) => name === 'first' || name === 'last') ?? false);
    if (isPaged) {
      return { times: Math.max(1, pageSize(asked, options.pageMost)), isPage: !isList };
    }
    if (!isList || insidePage) return { times: 1, isPage: false };
    return { times: numberIn(field, 'listSize') ?? listUsual, isPage: false };
  }

  const root = schema.getRootType(operation.operation) ?? undefined;
  const whole = measureSelections(operation.selectionSet, root, false);
  const roots = rootFields(operation.selectionSet, fragments);
  return {
    ...whole,
    directives: whole.directives + (operation.directives?.length ?? 0),
    rootFields: roots.size,
    sensitiveRootFields: [...roots.values()].filter((name) => options.sensitiveRootFields.has(name)).length,
  };
}

/**
 * The refusal of an operation that is larger than its limits, or nothing.
 * Codes: TOO_DEEP, TOO_MANY_ROOT_FIELDS, TOO_MANY_ALIASES, TOO_COSTLY, TOO_MANY_DIRECTIVES, ONE_SENSITIVE_FIELD.
 */
export function refusalOf(size: OperationSize, limits: GraphqlLimits): GraphQLError | undefined {
  if (size.depth > limits.depth) return tooMuch('TOO_DEEP', 'fields inside fields', limits.depth);
  if (size.rootFields > limits.rootFields) {
    return tooMuch('TOO_MANY_ROOT_FIELDS', 'fields at the root', limits.rootFields);
  }
  if (size.aliases > limits.aliases) return tooMuch('TOO_MANY_ALIASES', 'aliases', limits.aliases);
  if (size.directives > directivesMost) return tooMuch('TOO_MANY_DIRECTIVES', 'directives', directivesMost);
  if (size.cost > limits.cost) return tooMuch('TOO_COSTLY', 'cost', limits.cost);
  if (size.sensitiveRootFields > 1) return tooMuch('ONE_SENSITIVE_FIELD', 'sensitive fields', 1);
  return undefined;
}

export function tooMuch(code: string, what: string, most: number): GraphQLError {
  return new GraphQLError(`This operation is too large: ${what}, at most ${most}.`, {
    extensions: { code, http: { status: 400, headers: new Map() } },
  });
}

/** Response names at the root with the field each stands for. */
function rootFields(
  selections: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  found = new Map<string, string>(),
  entered = new Set<string>(),
): Map<string, string> {
  for (const selection of selections.selections) {
    if (selection.kind === Kind.FIELD) {
      if (selection.name.value === '__typename') continue;
      found.set(selection.alias?.value ?? selection.name.value, selection.name.value);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      rootFields(selection.selectionSet, fragments, found, entered);
    } else if (!entered.has(selection.name.value)) {
      entered.add(selection.name.value);
      const fragment = fragments.get(selection.name.value);
      if (fragment) rootFields(fragment.selectionSet, fragments, found, entered);
    }
  }
  return found;
}

function fieldOf(
  parent: GraphQLNamedType | undefined,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
}

function numberIn(
  field: GraphQLField<unknown, unknown> | undefined,
  name: 'cost' | 'listSize',
): number | undefined {
  const value = field?.extensions[name];
  return typeof value === 'number' ? value : undefined;
}

/** The largest `first` or `last` among a field's arguments; `undefined` when none is a number. */
function askedItems(node: FieldNode, given: Readonly<Record<string, unknown>>): number | undefined {
  const asked = (node.arguments ?? []).flatMap(({ name, value }) => pagesIn(name.value, value, given, 0));
  return asked.length === 0 ? undefined : Math.max(...asked);
}

function pagesIn(
  name: string,
  node: ValueNode,
  given: Readonly<Record<string, unknown>>,
  depth: number,
): number[] {
  if (node.kind === Kind.VARIABLE) return pagesInValue(name, given[node.name.value], depth);
  if (node.kind === Kind.INT && isPaging(name)) return [Number(node.value)];
  if (node.kind === Kind.OBJECT && depth < 3) {
    return node.fields.flatMap((field) => pagesIn(field.name.value, field.value, given, depth + 1));
  }
  return [];
}

function pagesInValue(name: string, value: unknown, depth: number): number[] {
  if (typeof value === 'number' && isPaging(name)) return [value];
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth >= 3) return [];
  return Object.entries(value).flatMap(([key, inner]) => pagesInValue(key, inner, depth + 1));
}

function isPaging(name: string): boolean {
  return name === 'first' || name === 'last';
}

/** The variables given, and the operation's own defaults for those that are not. */
function withDefaults(
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const all: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    if (Object.hasOwn(variables, name)) all[name] = variables[name];
    else if (defaultValue?.kind === Kind.INT) all[name] = Number(defaultValue.value);
  }
  return all;
}
