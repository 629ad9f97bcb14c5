import { isId } from '@samleng/kernel';
import { dayInCambodia } from '@samleng/routing';
import { checkCursor, type Page, pageOf, pageSize, readCursor } from '../../graph/connection.ts';
import { type ApiRequest, type Batch, load } from '../../request.ts';
import { Club } from './club.entity.ts';
import { mayKeepClub, mayRecordSessions, maySeeClub } from './club.policy.ts';
import {
  ActivitySession,
  ClubKeeper,
  ClubMember,
  ConsentReminder,
  Network,
  NetworkPlace,
} from './network.entity.ts';

type PageAsked = { first?: number | null; after?: string | null };

/** The accounts that keep each club. */
export const keepersByClub: Batch<string, readonly string[]> = async ({ em }, clubIds) => {
  const keepers = await em.find(ClubKeeper, { clubId: { $in: [...clubIds] } });
  return new Map(
    [...Map.groupBy(keepers, ({ clubId }) => clubId)].map(([id, list]) => [
      id,
      list.map(({ accountId }) => accountId),
    ]),
  );
};

export const remindersByClub: Batch<string, ConsentReminder> = async ({ em }, clubIds) => {
  const reminders = await em.find(ConsentReminder, { clubId: { $in: [...clubIds] } });
  return new Map(reminders.map((reminder) => [reminder.clubId, reminder]));
};

export const networksById: Batch<string, Network> = async ({ em }, ids) => {
  const networks = await em.find(Network, { id: { $in: ids.filter(isId) } });
  return new Map(networks.map((network) => [network.id, network]));
};

export const placesByNetwork: Batch<string, readonly string[]> = async ({ em }, ids) => {
  const places = await em.find(
    NetworkPlace,
    { networkId: { $in: [...ids] } },
    { orderBy: { placeCode: 'asc' } },
  );
  return new Map(
    [...Map.groupBy(places, ({ networkId }) => networkId)].map(([id, list]) => [
      id,
      list.map(({ placeCode }) => placeCode),
    ]),
  );
};

/** A club the viewer may see; null alike for one that is not there. */
export async function clubById(request: ApiRequest, id: string): Promise<Club | null> {
  const club = isId(id) ? await request.em.findOne(Club, { id }) : null;
  return club !== null && maySeeClub(request.viewer, club) ? club : null;
}

/** Whether the viewer keeps the club's records: members are shown to nobody else. */
export async function keepsClub(request: ApiRequest, club: Club): Promise<boolean> {
  return mayKeepClub(request.viewer, club, (await load(request, keepersByClub, club.id)) ?? []);
}

/** The whole tree above the clubs, by kind and name: a few dozen rows. */
export function allNetworks({ em }: ApiRequest): Promise<Network[]> {
  return em.find(Network, {}, { orderBy: [{ nameEn: 'asc' }, { id: 'asc' }], limit: 500 });
}

/** Members with a consent that holds today, by alias; for those who keep the club, and empty for everybody else. */
export async function membersOf(
  request: ApiRequest,
  club: Club,
  isEnded: boolean,
  args: PageAsked,
): Promise<Page<ClubMember>> {
  const first = pageSize(args);
  if (!(await keepsClub(request, club))) return pageOf<ClubMember>([], first, () => []);
  const after = readCursor<[string, string]>(args.after, ['string', 'string']);
  if (after !== null) checkCursor(after, ['any', 'id']);
  const today = dayInCambodia(request.clock.now());
  const members = await request.em.find(
    ClubMember,
    {
      clubId: club.id,
      leftOn: null,
      consentUntil: isEnded ? { $lt: today } : { $gte: today },
      ...(after && { $or: [{ alias: { $gt: after[0] } }, { alias: after[0], id: { $gt: after[1] } }] }),
    },
    { orderBy: [{ alias: 'asc' }, { id: 'asc' }], limit: first + 1 },
  );
  return pageOf(members, first, ({ alias, id }) => [alias, id]);
}

export type MemberGroup = {
  readonly sex: string | null;
  readonly ageBand: string;
  readonly disability: string | null;
  readonly count: number;
};

/** Members with a consent that holds today, counted by sex, age band and disability; for those who keep the club. */
export async function memberGroupsOf(request: ApiRequest, club: Club): Promise<MemberGroup[]> {
  if (!(await keepsClub(request, club))) return [];
  return request.em.execute<MemberGroup[]>(
    `select sex, age_band as "ageBand", disability, count(*)::int as count from club_members
      where club_id = ? and left_on is null and consent_until >= ?
      group by sex, age_band, disability order by age_band, sex, disability`,
    [club.id, dayInCambodia(request.clock.now())],
  );
}

/** The sessions of a club, newest first; for those who keep it. */
export async function sessionsOf(
  request: ApiRequest,
  club: Club,
  args: PageAsked,
): Promise<Page<ActivitySession>> {
  if (!(await keepsClub(request, club))) return pageOf<ActivitySession>([], pageSize(args), () => []);
  return listSessions(request, { clubId: club.id }, args);
}

/** Sessions recorded in a place, newest first; for its facilitators, those of clubs they do not keep left out. */
export async function sessionsIn(
  request: ApiRequest,
  placeCode: string,
  args: PageAsked,
): Promise<Page<ActivitySession>> {
  if (!/^\d{6}(\d\d)?$/.test(placeCode) || !mayRecordSessions(request.viewer, placeCode))
    return pageOf<ActivitySession>([], pageSize(args), () => []);
  return listSessions(request, { clubId: null, placeCode: { $like: `${placeCode}%` } }, args);
}

async function listSessions(
  { em }: ApiRequest,
  where: object,
  args: PageAsked,
): Promise<Page<ActivitySession>> {
  const first = pageSize(args);
  const after = readCursor<[string, string]>(args.after, ['string', 'string']);
  if (after !== null) checkCursor([`${after[0]}T`, after[1]], ['any', 'id']);
  const beyond =
    after === null || !/^\d{4}-\d\d-\d\d$/.test(after[0])
      ? {}
      : { $or: [{ heldOn: { $lt: after[0] } }, { heldOn: after[0], id: { $lt: after[1] } }] };
  const sessions = await em.find(
    ActivitySession,
    { $and: [where, { withdrawnAt: null }, beyond] },
    { orderBy: [{ heldOn: 'desc' }, { id: 'desc' }], limit: first + 1 },
  );
  return pageOf(sessions, first, ({ heldOn, id }) => [heldOn, id]);
}
