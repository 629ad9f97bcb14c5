import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

const deepest = 6;
const mostValues = 2_000;

function refuse(): never {
  throw new GraphQLError('This is not plain JSON, or too much of it.', {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

/** Lets plain JSON through, within bounds, copied so that nothing but its own keys comes along. */
function readJson(value: unknown, depth = 0, budget = { left: mostValues }): unknown {
  budget.left -= 1;
  if (depth > deepest || budget.left < 0) refuse();
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : refuse();
  if (Array.isArray(value)) return value.map((item) => readJson(item, depth + 1, budget));
  if (typeof value !== 'object') return refuse();
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, readJson(item, depth + 1, budget)]),
  );
}

function readLiteral(node: ValueNode): unknown {
  switch (node.kind) {
    case Kind.STRING:
    case Kind.BOOLEAN:
      return node.value;
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value);
    case Kind.NULL:
      return null;
    case Kind.LIST:
      return node.values.map(readLiteral);
    case Kind.OBJECT:
      return Object.fromEntries(node.fields.map((field) => [field.name.value, readLiteral(field.value)]));
    default:
      return refuse();
  }
}

/** Plain JSON whose shape the schema leaves to a closed list: ballots and what came of them. */
export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: 'Plain JSON; the field that holds it says in which shape.',
  serialize: (value) => value,
  parseValue: (value) => readJson(value),
  parseLiteral: (node) => readJson(readLiteral(node)),
});
