import { defineEntity, p } from '@mikro-orm/core';
import { newId } from '@samleng/kernel';
import type {
  ActivityKind,
  AgeBand,
  CountedAge,
  CountedDisability,
  CountedSex,
  NetworkKind,
  SaidAnswer,
  Sex,
} from '@samleng/vocabulary';

/** A movement, a coalition or an organisation: what clubs belong to. */
export const NetworkSchema = defineEntity({
  name: 'Network',
  tableName: 'networks',
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    idempotencyKey: p.uuid().unique(),
    kind: p.string().length(16).$type<NetworkKind>(),
    nameKm: p.string().length(200),
    nameEn: p.string().length(200),
    parentId: p.uuid().nullable(),
  },
});
export class Network extends NetworkSchema.class {}
NetworkSchema.setClass(Network);

/** A place a network works in; several networks share one. */
export const NetworkPlaceSchema = defineEntity({
  name: 'NetworkPlace',
  tableName: 'network_places',
  properties: { networkId: p.uuid().primary(), placeCode: p.string().length(8).primary() },
});
export class NetworkPlace extends NetworkPlaceSchema.class {}
NetworkPlaceSchema.setClass(NetworkPlace);

/** A facilitator who keeps the records of a club. Where a club has any, no other facilitator sees its members. */
export const ClubKeeperSchema = defineEntity({
  name: 'ClubKeeper',
  tableName: 'club_keepers',
  properties: { clubId: p.uuid().primary(), accountId: p.uuid().primary() },
});
export class ClubKeeper extends ClubKeeperSchema.class {}
ClubKeeperSchema.setClass(ClubKeeper);

/** A child in a club, by the name friends use. No family name, no phone, nothing free to write. */
export const ClubMemberSchema = defineEntity({
  name: 'ClubMember',
  tableName: 'club_members',
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    idempotencyKey: p.uuid().unique(),
    /** The file a member came with: the same file is not read in twice. */
    importId: p.uuid().nullable(),
    clubId: p.uuid(),
    alias: p.string().length(24),
    /** The alias as it is compared: one alias, one member of a club. */
    aliasKey: p.string().length(80),
    ageBand: p.string().length(16).$type<AgeBand>(),
    sex: p.string().length(8).$type<Sex>().nullable(),
    disability: p.string().length(8).$type<SaidAnswer>().nullable(),
    isLeader: p.boolean().default(false),
    assentOn: p.date(),
    guardianConsentOn: p.date().nullable(),
    /** The last day of the earlier of the two consents: afterwards the member is in no list and no count. */
    consentUntil: p.date(),
    leftOn: p.date().nullable(),
    version: p.integer().version(),
  },
});
export class ClubMember extends ClubMemberSchema.class {}
ClubMemberSchema.setClass(ClubMember);

/** What a facilitator is told of consents that end: one a club, as last counted. */
export const ConsentReminderSchema = defineEntity({
  name: 'ConsentReminder',
  tableName: 'consent_reminders',
  properties: {
    clubId: p.uuid().primary(),
    toldOn: p.date(),
    ending: p.integer(),
    ended: p.integer(),
  },
});
export class ConsentReminder extends ConsentReminderSchema.class {}
ConsentReminderSchema.setClass(ConsentReminder);

/** How many people of one group came. */
export type Headcount = {
  readonly sex: CountedSex;
  readonly ageBand: CountedAge;
  readonly disability: CountedDisability;
  readonly count: number;
};

/** A session held with children or parents: what about, when, and how many came. Nobody is named. */
export const ActivitySessionSchema = defineEntity({
  name: 'ActivitySession',
  tableName: 'activity_sessions',
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    idempotencyKey: p.uuid().unique(),
    importId: p.uuid().nullable(),
    clubId: p.uuid().nullable(),
    placeCode: p.string().length(8),
    kind: p.string().length(24).$type<ActivityKind>(),
    heldOn: p.date(),
    counts: p.json<readonly Headcount[]>(),
    recordedBy: p.uuid(),
    withdrawnAt: p.datetime().nullable(),
  },
});
export class ActivitySession extends ActivitySessionSchema.class {}
ActivitySessionSchema.setClass(ActivitySession);
