import { readFileSync } from 'node:fs';
import {
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { participationSchema } from '../../apps/api/src/schema.ts';

const committed = new URL('../../apps/api/schema.graphql', import.meta.url);
let schema: GraphQLSchema;

beforeAll(async () => {
  schema = await participationSchema();
});

describe('the schema of the participation service', () => {
  it('is the committed one (`pnpm schema:print` writes it)', () => {
    expect(`${printSchema(lexicographicSortSchema(schema))}\n`).toBe(readFileSync(committed, 'utf8'));
  });

  it('has a sentence for every type, field and argument', () => {
    const silent: string[] = [];
    for (const type of Object.values(schema.getTypeMap())) {
      if (isIntrospectionType(type) || ['String', 'Int', 'Float', 'Boolean', 'ID'].includes(type.name))
        continue;
      const isRoot = type === schema.getQueryType() || type === schema.getMutationType();
      if (!type.description && !isRoot) silent.push(type.name);
      if (!isObjectType(type) && !isInputObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        if (!field.description) silent.push(`${type.name}.${field.name}`);
        if (!('args' in field)) continue;
        for (const argument of field.args)
          if (!argument.description) silent.push(`${type.name}.${field.name}(${argument.name})`);
      }
    }
    expect(silent).toEqual([]);
  });

  it('gives every mutation one input at most, and problems in its payload', () => {
    const wrong: string[] = [];
    for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
      if (field.args.some((argument) => argument.name !== 'input'))
        wrong.push(`${field.name}: other arguments than input`);
      if (!/problems: \[Problem!\]!/.test(payloadText(schema, String(field.type))))
        wrong.push(`${field.name}: no problems`);
    }
    expect(wrong).toEqual([]);
  });

  it('names nothing of the protection desk beyond what a child is told', () => {
    const text = printSchema(schema);
    expect(text).not.toMatch(/\b(ProtectionCase|Case|Disclosure|Worker|Referral|Triage)\b/);
  });

  it('shows closed lists as enums that are not empty', () => {
    for (const type of Object.values(schema.getTypeMap()))
      if (isEnumType(type)) expect(type.getValues().length, type.name).toBeGreaterThan(0);
  });
});

function payloadText(schema: GraphQLSchema, typeName: string): string {
  const type = schema.getType(typeName.replace(/[![\]]/g, ''));
  if (!isObjectType(type)) return '';
  return Object.values(type.getFields())
    .map((field) => `${field.name}: ${String(field.type)}`)
    .join('\n');
}
