import { hasRole, hasRoleIn, liesIn, type Viewer } from '../accounts/index.ts';
import type { Meeting } from './meeting.entity.ts';

type Where = Pick<Meeting, 'placeCode'>;

/** Facilitators of a meeting's place plan and record it; so do those of a commune whose district meets. */
export function mayRunMeeting(viewer: Viewer, { placeCode }: Where): boolean {
  if (viewer.accountId === null) return false;
  return viewer.grants.some(
    (grant) =>
      grant.role === 'FACILITATOR' &&
      (liesIn(placeCode, grant.placeCode ?? '') || liesIn(grant.placeCode, placeCode)),
  );
}

/**
 * The agenda, the time and the minutes are for staff: who runs it, administrators, analysts of the place, and officials
 * whose office is in the place, above it or, where a district meets, below it.
 *
 * @param officePlaces the places of the offices the viewer answers for
 */
export function maySeeMeeting(viewer: Viewer, meeting: Where, officePlaces: readonly string[]): boolean {
  if (viewer.accountId === null) return false;
  const { placeCode } = meeting;
  return (
    mayRunMeeting(viewer, meeting) ||
    hasRole(viewer, 'ADMINISTRATOR') ||
    hasRoleIn(viewer, 'ANALYST', placeCode) ||
    officePlaces.some((office) => liesIn(placeCode, office) || liesIn(office, placeCode))
  );
}

/** Who came and spoke, group by group, is for those who run meetings there: a group may be one child. */
export function maySeeAttendance(viewer: Viewer, meeting: Where): boolean {
  return mayRunMeeting(viewer, meeting);
}
