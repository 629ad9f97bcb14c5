export { Concern } from './concern.entity.ts';
export { mayModerateIn } from './concern.policy.ts';
export { concernsById } from './concern.queries.ts';
export { ConcernNode, MyConcernCanNode, MyConcernNode } from './concern.type.ts';
export { longestNote } from './concern-limits.ts';
export { findPlaces, type WhereItIs } from './find-places.ts';
export { endWait, lockConcern } from './lock-concern.ts';
export { openReceipt } from './open-receipt.ts';
export { identifiersIn } from './read-signs.ts';
