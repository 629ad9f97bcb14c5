export * from './categories.ts';
export * from './lifecycles.ts';
export * from './office-kinds.ts';
export * from './people.ts';
export * from './places.ts';
export * from './polls.ts';
export * from './problems.ts';
export * from './rights.ts';
