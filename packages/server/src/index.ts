export {
  type Database,
  type DatabaseEntityManager,
  type DatabaseOptions,
  type DatabaseOrm,
  DatabaseUnfit,
  openDatabase,
} from './database.ts';
export { embeddedClient } from './database-embedded.ts';
export { DirectoryInUse, lockDirectory, type LockHolder } from './directory-lock.ts';
export { Migration } from '@mikro-orm/migrations';
