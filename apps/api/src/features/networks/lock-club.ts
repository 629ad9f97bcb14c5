import { LockMode } from '@mikro-orm/core';
import { isId } from '@samleng/kernel';
import type { ApiRequest } from '../../request.ts';
import { Club } from './club.entity.ts';
import { mayKeepClub } from './club.policy.ts';
import { ClubKeeper } from './network.entity.ts';

/**
 * A club whose records the viewer keeps, locked so that two lists are not read in at once; null when it is not there or
 * not the viewer's to keep.
 */
export async function lockClub({ em, viewer }: ApiRequest, clubId: string): Promise<Club | null> {
  if (!isId(clubId)) return null;
  const club = await em.findOne(Club, { id: clubId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (club === null) return null;
  const keepers = await em.find(ClubKeeper, { clubId });
  return mayKeepClub(
    viewer,
    club,
    keepers.map(({ accountId }) => accountId),
  )
    ? club
    : null;
}
