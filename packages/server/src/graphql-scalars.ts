import { isIsoDay } from '@samleng/routing';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql/index.js';

function readDay(value: unknown): string {
  if (typeof value === 'string' && isIsoDay(value)) return value;
  throw new GraphQLError('A day is written like 2026-11-23.', { extensions: { code: 'BAD_USER_INPUT' } });
}

/** A day in Cambodia, as text. */
export const DayScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A day in Cambodia, written 2026-11-23.',
  serialize: readDay,
  parseValue: readDay,
  parseLiteral: (node) => readDay(node.kind === Kind.STRING ? node.value : null),
});

function readInstant(value: unknown): Date {
  const instant = value instanceof Date ? value : typeof value === 'string' ? new Date(value) : null;
  if (instant !== null && !Number.isNaN(instant.getTime())) return instant;
  throw new GraphQLError('An instant is written like 2026-11-23T08:00:00Z.', {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

/** An instant, in ISO 8601. */
export const InstantScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant, written 2026-11-23T08:00:00.000Z.',
  serialize: (value) => readInstant(value).toISOString(),
  parseValue: readInstant,
  parseLiteral: (node) => readInstant(node.kind === Kind.STRING ? node.value : null),
});
