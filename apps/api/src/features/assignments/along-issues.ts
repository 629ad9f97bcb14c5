import type { EntityName } from '@mikro-orm/core';
import type { DatabaseEntityManager } from '@samleng/server';
import { type Asked, propertiesAsked } from '../../graph/asked.ts';
import { type Along, type AlongPlan, bringAlong } from '../../graph/brought-along.ts';
import { partReaderOf } from '../../read-rows.ts';
import { Office } from '../offices/index.ts';
import { Answer, Assignment } from './assignment.entity.ts';

/** The office whose turn it is, in the statement of a list of issues. */
export const alongCurrentTurn: Along = {
  field: 'currentAssignment',
  plan: (em, asked) =>
    withOffice(em, asked, Assignment, 'turn', {
      join: 'left join assignments as turn on turn.issue_id = i.id and turn.ended_at is null',
      // What is read of the turn's columns by its fields with resolvers.
      needs: { office: ['officeId'], isCurrent: ['endedAt'] },
    }),
};

/** The last answer, in the statement of a list of issues. */
export const alongLatestAnswer: Along = {
  field: 'latestAnswer',
  plan: (em, asked) =>
    withOffice(em, asked, Answer, 'answer', {
      join: `left join lateral (select * from answers where issue_id = i.id order by answered_at desc, id desc limit 1)
               as answer on true`,
      needs: { office: ['officeId'] },
    }),
};

/** A row of an entity that has an office, with the columns asked for, and its office where that is asked for. */
function withOffice<Entity extends object>(
  em: DatabaseEntityManager,
  asked: Asked,
  entity: EntityName<Entity>,
  alias: string,
  { join, needs }: { join: string; needs: Readonly<Record<string, readonly string[]>> },
): AlongPlan {
  const properties = propertiesAsked(asked, needs);
  const reader = partReaderOf(em, entity, properties && new Set(['id', ...properties]));
  const askedOffice = asked.fields.get('office');
  if (!askedOffice)
    return {
      columns: reader.columns(alias, `${alias}_`),
      join,
      read: (row) => (row[`${alias}_id`] === null ? null : reader.shape(row, `${alias}_`)),
    };
  const office = `${alias}_office`;
  const officeReader = partReaderOf(em, Office, propertiesAsked(askedOffice, {}));
  return {
    columns: `${reader.columns(alias, `${alias}_`)}, ${officeReader.columns(office, `${office}_`)}`,
    join: `${join} left join offices as ${office} on ${office}.id = ${alias}.office_id`,
    read: (row) => {
      if (row[`${alias}_id`] === null) return null;
      const shaped = reader.shape(row, `${alias}_`);
      bringAlong(shaped, 'office', officeReader.shape(row, `${office}_`));
      return shaped;
    },
  };
}
