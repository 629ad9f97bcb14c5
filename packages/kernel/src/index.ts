export { type Clock, systemClock, movableClock, type MovableClock } from './clock.ts';
export { type Id, newId, isId } from './ids.ts';
export { type Result, ok, refused, isOk } from './result.ts';
