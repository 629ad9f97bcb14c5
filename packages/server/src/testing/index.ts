export { countQueries } from './query-counter.ts';
