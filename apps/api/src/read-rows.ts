import type { EntityName, EntityProperty } from '@mikro-orm/core';
import { type DatabaseEntityManager, queryDirectly } from '@samleng/server';

type Reader = {
  /** The columns to select, quoted, each under its table's alias when one is given. */
  columns(alias?: string): string;
  /** A row as an object of the entity's shape. */
  shape(row: Record<string, unknown>): object;
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
  const rows = await queryDirectly<{ other: Record<string, unknown> | string }>(
    em,
    `select ${reader.columns('it')}, to_jsonb(other) as other from ${tableName} as it ${rest}`,
    values,
  );
  return rows.map(({ other, ...row }) => ({
    row: reader.shape(row) as Entity,
    other: otherReader.shape(
      typeof other === 'string' ? (JSON.parse(other) as Record<string, unknown>) : other,
    ) as Other,
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
  const made = readers.get(entity);
  if (made !== undefined) return made;
  const meta = em.getMetadata().get(entity);
  const properties = (Object.values(meta.properties) as EntityProperty[]).filter(
    // Arrays serve searching; nobody shows them.
    (property) =>
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
  const reader: Reader = {
    columns: (alias) =>
      fields.map(({ column }) => `${alias === undefined ? '' : `${alias}.`}"${column}"`).join(', '),
    shape: (row) => {
      const shaped = Object.create(prototype) as Record<string, unknown>;
      for (const { name, column, read } of fields) {
        const value = row[column];
        shaped[name] = value === null || value === undefined || read === null ? (value ?? null) : read(value);
      }
      return shaped;
    },
  };
  readers.set(entity, reader);
  return reader;
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
