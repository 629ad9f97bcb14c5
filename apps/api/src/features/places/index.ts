export { Place } from './place.entity.ts';
export { placesByCode } from './place.queries.ts';
export { PlaceNode } from './place.type.ts';
export { pathOf } from './path-of.ts';
