import type { EntityName, EntityProperty } from '@mikro-orm/core';
import { type DatabaseEntityManager, queryDirectly } from '@samleng/server';

export type Reader = {
  /** The columns to select, quoted, each under its table's alias when one is given, named with a prefix. */
  columns(alias?: string, prefix?: string): string;
  /** A row as an object of the entity's shape, from the columns with that prefix. */
  shape(row: Record<string, unknown>, prefix?: string): object;
};

const readers = new Map<unknown, Reader>();

/**
 * Reads rows as plain objects of an entity's shape, for lists and batch loads that only show. The ORM's own `find`
 * keeps every row under watch for changes and takes ten times as long (`pnpm bench:api`); what is read here must not be
 * changed and flushed.
 *
 * @param rest the statement after `select … from table as it`, with `?` for values, naming columns by `it.`
 * @example await readRows(em, Office, 'where it.id = any(?::uuid[])', [arrayOf(ids)])
 */
export async function readRows<Entity extends object>(
  em: DatabaseEntityManager,
  entity: EntityName<Entity>,
  rest: string,
  values: readonly unknown[],
): Promise<Entity[]> {
  const reader = readerOf(em, entity);
  const { tableName } = em.getMetadata().get(entity);
  const rows = await queryDirectly(
    em,
    `select ${reader.columns('it')} from ${tableName} as it ${rest}`,
    values,
  );
  return rows.map((row) => reader.shape(row) as Entity);
}

/**
 * As `readRows`, bringing along a row of another table that is joined as `other`.
 *
 * @example readRowsWith(em, Assignment, Office, 'join offices as other on other.id = it.office_id where …', […])
 */
export async function readRowsWith<Entity extends object, Other extends object>(
  em: DatabaseEntityManager,
  entity: EntityName<Entity>,
  otherEntity: EntityName<Other>,
  rest: string,
  values: readonly unknown[],
): Promise<{ row: Entity; other: Other }[]> {
  const reader = readerOf(em, entity);
  const otherReader = readerOf(em, otherEntity);
  const { tableName } = em.getMetadata().get(entity);
  const rows = await queryDirectly(
    em,
    `select ${reader.columns('it')}, ${otherReader.columns('other', 'other_')} from ${tableName} as it ${rest}`,
    values,
  );
  return rows.map((row) => ({
    row: reader.shape(row) as Entity,
    other: otherReader.shape(row, 'other_') as Other,
  }));
}

/** A list as one value for `any(?::type[])`: the same statement for any number of ids. */
export function arrayOf(items: readonly string[]): string {
  return `{${items.map((item) => `"${item.replace(/["\\]/g, (sign) => `\\${sign}`)}"`).join(',')}}`;
}

/** How rows of an entity's table are read; made once. */
export function readerOf<Entity extends object>(
  em: DatabaseEntityManager,
  entity: EntityName<Entity>,
): Reader {
  const made = readers.get(entity) ?? partReaderOf(em, entity, null);
  readers.set(entity, made);
  return made;
}

/**
 * As `readerOf`, with some properties only: the others are missing from what it shapes, which only fields may see that
 * do without them (`propertiesAsked`).
 *
 * @param names the properties; null for all. Names that no column has are passed over
 */
export function partReaderOf<Entity extends object>(
  em: DatabaseEntityManager,
  entity: EntityName<Entity>,
  names: ReadonlySet<string> | null,
): Reader {
  const meta = em.getMetadata().get(entity);
  const properties = (Object.values(meta.properties) as EntityProperty[]).filter(
    // Arrays serve searching; nobody shows them.
    (property) =>
      (names === null || names.has(property.name)) &&
      property.persist !== false &&
      property.fieldNames?.length === 1 &&
      !property.columnTypes[0]?.endsWith('[]'),
  );
  const fields = properties.map((property) => ({
    name: property.name,
    column: property.fieldNames[0]!,
    read: conversionOf(property),
  }));
  const prototype = gettersOf(meta.class.prototype as object, new Set(Object.keys(meta.properties)));
  return {
    columns: (alias, prefix) =>
      fields
        .map(
          ({ column }) =>
            `${alias === undefined ? '' : `${alias}.`}"${column}"${prefix === undefined ? '' : ` as "${prefix}${column}"`}`,
        )
        .join(', '),
    shape: (row, prefix = '') => {
      const shaped = Object.create(prototype) as Record<string, unknown>;
      for (const { name, column, read } of fields) {
        const value = row[prefix + column];
        shaped[name] = value === null || value === undefined || read === null ? (value ?? null) : read(value);
      }
      return shaped;
    },
  };
}

/** The two drivers hand some types over as text. */
function conversionOf(property: EntityProperty): ((value: unknown) => unknown) | null {
  switch (property.columnTypes[0]?.split('(')[0]) {
    case 'timestamptz':
      return (value) => (value instanceof Date ? value : new Date(value as string));
    case 'date':
      return (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value);
    case 'bigint':
      return Number;
    case 'jsonb':
      return (value) => (typeof value === 'string' ? (JSON.parse(value) as unknown) : value);
    default:
      return null;
  }
}

/** What the class computes of its columns; the accessors the ORM adds for its columns are left behind. */
function gettersOf(prototype: object, columns: ReadonlySet<string>): object {
  const own = Object.entries(Object.getOwnPropertyDescriptors(prototype)).filter(
    ([name, descriptor]) => descriptor.get !== undefined && !columns.has(name) && !name.startsWith('__'),
  );
  return Object.create(Object.prototype, Object.fromEntries(own)) as object;
}
