import { auditMigration, rateLimitMigration } from '@samleng/server';
import { TheFirstTables } from './0001-the-first-tables.ts';

/** Oldest first. A migration that has run anywhere is never changed. */
export const migrations = [
  auditMigration,
  rateLimitMigration,
  { name: '0001-the-first-tables', class: TheFirstTables },
];
