import { hasRole, hasRoleIn, speaksFor, type Viewer } from '../accounts/index.ts';
import type { Scorecard } from './scorecard.entity.ts';

type Where = Pick<Scorecard, 'placeCode'>;

/** Facilitators of the service's place open its scorecard, hold its sittings and record the meeting. */
export function mayRunScorecard(viewer: Viewer, { placeCode }: Where): boolean {
  return hasRoleIn(viewer, 'FACILITATOR', placeCode);
}

/** The service's staff assess themselves, keep its info sheet, and promise what follows. */
export function mayActForService(viewer: Viewer, { officeId }: { readonly officeId: string }): boolean {
  return speaksFor(viewer, officeId);
}

/** A published scorecard is for everybody; before, for those who run it, its service, and who watches over all. */
export function maySeeScorecard(
  viewer: Viewer,
  card: Pick<Scorecard, 'placeCode' | 'officeId' | 'state'>,
): boolean {
  return (
    card.state === 'PUBLISHED' ||
    mayRunScorecard(viewer, card) ||
    mayActForService(viewer, card) ||
    hasRole(viewer, 'ADMINISTRATOR') ||
    hasRoleIn(viewer, 'ANALYST', card.placeCode)
  );
}
