// The file is named, as in packages/server: bundlers take graphql's other build for the bare name, and the two do not
// know each other's types.
import {
  type FieldNode,
  getNamedType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql/index.js';

/** What an operation asks of one type: its fields by name, all uses of a name together, with what is asked of them. */
export type Asked = {
  readonly type: GraphQLObjectType;
  readonly fields: ReadonlyMap<string, Asked | null>;
};

type Growing = { readonly type: GraphQLObjectType; readonly fields: Map<string, Growing | null> };
type Info = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments' | 'schema' | 'returnType'>;

/** By the field's own place in the text: texts are parsed once, and the field asks the same each time. */
const known = new WeakMap<FieldNode, Asked | null>();

/**
 * What is asked of the items of a list field, over `nodes` and `edges { node }` together. Conditions (`@include`) count
 * as met. Null when it cannot be said: then everything may be asked.
 */
export function askedOfNodes(info: Info): Asked | null {
  return askedAt(info, nodePaths);
}

/** As `askedOfNodes`, of the thing in a payload's field. */
export function askedOfPayload(info: Info, field: string): Asked | null {
  return askedAt(info, [[field]]);
}

const nodePaths = [['nodes'], ['edges', 'node']];

function askedAt(info: Info, paths: readonly (readonly string[])[]): Asked | null {
  const [field] = info.fieldNodes;
  // Several uses under one name can differ from run to run by their conditions.
  if (field === undefined || info.fieldNodes.length !== 1) return null;
  const before = known.get(field);
  if (before !== undefined) return before;
  const asked = follow(info, field, paths);
  known.set(field, asked);
  return asked;
}

function follow(info: Info, field: FieldNode, paths: readonly (readonly string[])[]): Asked | null {
  const type = getNamedType(info.returnType);
  if (!isObjectType(type)) return null;
  const whole: Growing = { type, fields: new Map() };
  if (!collect(info, field.selectionSet, whole, 0)) return null;
  let merged: Growing | null = null;
  for (const path of paths) {
    const part = path.reduce<Growing | null>((at, name) => at?.fields.get(name) ?? null, whole);
    if (part && merged) merge(part, merged);
    merged ??= part;
  }
  return merged;
}

/** @returns whether all of it could be followed */
function collect(
  info: Info,
  selections: SelectionSetNode | undefined,
  into: Growing,
  depth: number,
): boolean {
  // Deeper than any operation within the limits.
  if (depth > 20) return false;
  return (selections?.selections ?? []).every((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD)
      return collect(info, info.fragments[selection.name.value]?.selectionSet, into, depth + 1);
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return collect(info, selection.selectionSet, into, depth + 1);
    const name = selection.name.value;
    if (name === '__typename') return true;
    const type = getNamedType(into.type.getFields()[name]?.type);
    if (selection.selectionSet === undefined) {
      into.fields.set(name, null);
      return true;
    }
    if (!isObjectType(type)) return false;
    const inside = into.fields.get(name) ?? { type, fields: new Map() };
    into.fields.set(name, inside);
    return collect(info, selection.selectionSet, inside, depth + 1);
  });
}

function merge(from: Growing, into: Growing): void {
  for (const [name, part] of from.fields) {
    const there = into.fields.get(name);
    if (part && there) merge(part, there);
    else into.fields.set(name, part);
  }
}

/**
 * The properties from which the fields asked for are told, or null when a field is among them that may need any: one
 * with a resolver of its own that `needs` does not name.
 *
 * @param needs fields with resolvers, with the properties these read; an empty list: they read none
 */
export function propertiesAsked(
  asked: Asked,
  needs: Readonly<Record<string, readonly string[]>>,
): ReadonlySet<string> | null {
  const properties = new Set<string>();
  const fields = asked.type.getFields();
  for (const name of asked.fields.keys()) {
    if (Object.hasOwn(needs, name)) for (const property of needs[name] ?? []) properties.add(property);
    else if (fields[name]?.resolve === undefined) properties.add(name);
    else return null;
  }
  return properties;
}
