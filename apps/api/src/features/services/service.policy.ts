import { hasRole, hasRoleIn, liesIn, placesOfRole, type Viewer } from '../accounts/index.ts';
import type { Emergency } from './service.entity.ts';

/**
 * Service points and counts of needs are kept by facilitators of the place, by officials whose office is in it or
 * above it, and by administrators.
 *
 * @param officePlaces the places of the offices the viewer answers for
 */
export function mayKeepServices(viewer: Viewer, officePlaces: readonly string[], placeCode: string): boolean {
  if (viewer.accountId === null) return false;
  return (
    hasRole(viewer, 'ADMINISTRATOR') ||
    hasRoleIn(viewer, 'FACILITATOR', placeCode) ||
    officePlaces.some((office) => office !== '' && liesIn(placeCode, office))
  );
}

/**
 * An emergency is declared, and ended, by an official of the district or the province it lies in, or by an
 * administrator. A commune asks its district: a banner on every child's phone takes somebody who looks at more than one
 * commune.
 */
export function mayDeclareEmergency(
  viewer: Viewer,
  officePlaces: readonly string[],
  placeCode: string,
): boolean {
  if (viewer.accountId === null) return false;
  return (
    hasRole(viewer, 'ADMINISTRATOR') ||
    officePlaces.some((office) => (office.length === 2 || office.length === 4) && liesIn(placeCode, office))
  );
}

/**
 * Where the viewer may ask what children need now: facilitators run polls, in their own place within the emergency, or
 * in all of it where their place is around it.
 */
export function placesToAskIn(viewer: Viewer, { placeCode }: Pick<Emergency, 'placeCode'>): string[] {
  if (viewer.accountId === null) return [];
  const places = placesOfRole(viewer, 'FACILITATOR').flatMap((own) => {
    if (liesIn(placeCode, own)) return [placeCode];
    return liesIn(own, placeCode) ? [own] : [];
  });
  return [...new Set(places)];
}

/** What the guide to complaints says of OP3 is the law of the country: administrators write it. */
export function mayChangeComplaintGuide(viewer: Viewer): boolean {
  return viewer.accountId !== null && hasRole(viewer, 'ADMINISTRATOR');
}
