export { memoryDatabases } from './memory-databases.ts';
export { countQueries } from './query-counter.ts';
export { startRealPostgres, type RealPostgres } from './real-postgres.ts';
export { serviceDatabases, startTemplateServer } from './service-databases.ts';
