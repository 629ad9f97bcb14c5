export { Concern } from './concern.entity.ts';
export { mayModerateIn } from './concern.policy.ts';
export { ConcernNode, MyConcernCanNode, MyConcernNode } from './concern.type.ts';
export { eraseModeratedTexts } from './erase-moderated-texts.ts';
export { findPlaces, type WhereItIs } from './find-places.ts';
export { handOverWaiting } from './hand-over-concern.ts';
export { endWait, lockConcern } from './lock-concern.ts';
export { openReceipt } from './open-receipt.ts';
export { identifiersIn } from './read-signs.ts';
