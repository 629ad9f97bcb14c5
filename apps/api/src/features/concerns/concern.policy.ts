import { hasRole, hasRoleIn, placesOfRole, type Viewer } from '../accounts/index.ts';
import type { Concern } from './concern.entity.ts';

/**
 * Who moderates in a place: a facilitator of it or of a place around it, and an administrator. A concern that names no
 * commune belongs to the facilitators of the whole country.
 */
export function mayModerateIn(viewer: Viewer, communeCode: string | null): boolean {
  return hasRole(viewer, 'ADMINISTRATOR') || hasRoleIn(viewer, 'FACILITATOR', communeCode);
}

/** Reading a concern is part of moderating it: nobody else does. */
export function mayReadConcern(viewer: Viewer, concern: Pick<Concern, 'communeCode'>): boolean {
  return mayModerateIn(viewer, concern.communeCode ?? null);
}

/** Publishing, merging and returning end a concern's wait: each is done once. */
export function mayModerate(viewer: Viewer, concern: Pick<Concern, 'communeCode' | 'state'>): boolean {
  return mayReadConcern(viewer, concern) && concern.state === 'RECEIVED';
}

/** The places whose concerns the viewer reads; the whole country is the empty code. */
export function moderatedPlaces(viewer: Viewer): readonly string[] {
  if (hasRole(viewer, 'ADMINISTRATOR')) return [''];
  const places = placesOfRole(viewer, 'FACILITATOR');
  return places.includes('') ? [''] : places;
}
