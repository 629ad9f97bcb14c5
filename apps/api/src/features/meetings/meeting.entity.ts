import { defineEntity, p } from '@mikro-orm/core';
import { newId } from '@samleng/kernel';
import type {
  AgendaItemKind,
  AgendaOutcome,
  AttendanceRole,
  CountedSex,
  MeetingFace,
  MeetingKind,
  MeetingState,
} from '@samleng/vocabulary';
import type { Headcount } from '../networks/index.ts';

/** How many people of one group and role came to a meeting. */
export type Attendance = Headcount & { readonly role: AttendanceRole };
/** Who spoke on an agenda item: how many, of which role and sex. */
export type Speakers = { readonly role: AttendanceRole; readonly sex: CountedSex; readonly count: number };
/** How many children chose each face. */
export type Faces = { readonly [Face in MeetingFace]: number };

/** A meeting children bring issues to: planned, held and recorded, or called off. Nobody is named. */
export const MeetingSchema = defineEntity({
  name: 'Meeting',
  tableName: 'meetings',
  indexes: [{ name: 'meetings_of_place', properties: ['placeCode', 'startsAt', 'id'] }],
  properties: {
    /** Made where the meeting was written down, so that a record kept offline finds its meeting. */
    id: p.uuid().primary(),
    kind: p.string().length(24).$type<MeetingKind>(),
    placeCode: p.string().length(8),
    state: p.string().length(12).$type<MeetingState>(),
    startsAt: p.datetime(),
    minutes: p.integer().nullable(),
    venue: p.string().length(120).nullable(),
    invitedGirls: p.integer().default(0),
    invitedBoys: p.integer().default(0),
    invitedFacilitators: p.integer().default(0),
    attendance: p.json<readonly Attendance[]>().nullable(),
    faces: p.json<Faces>().nullable(),
    /** The minutes in words; staff only. */
    notes: p.text().nullable(),
    /** The record that stands, as the device that wrote it called it. */
    recordId: p.uuid().nullable(),
    /** What that record said, to tell a repetition from another record. */
    recordHash: p.string().length(64).nullable(),
    recordedAt: p.datetime().nullable(),
    recordedBy: p.uuid().nullable(),
    madeBy: p.uuid(),
    version: p.integer().version(),
  },
});
export class Meeting extends MeetingSchema.class {}
MeetingSchema.setClass(Meeting);

/** One thing a meeting speaks about, and what became of it. */
export const AgendaItemSchema = defineEntity({
  name: 'AgendaItem',
  tableName: 'agenda_items',
  indexes: [{ properties: ['issueId'] }],
  properties: {
    id: p.uuid().primary(),
    meetingId: p.uuid(),
    position: p.integer(),
    kind: p.string().length(12).$type<AgendaItemKind>(),
    issueId: p.uuid().nullable(),
    /** What another feature brings: a finding by its id. */
    subjectId: p.uuid().nullable(),
    titleKm: p.string().length(200).nullable(),
    titleEn: p.string().length(200).nullable(),
    minutes: p.integer().nullable(),
    /** Children leave the room for it: numbers of protection cases. */
    isWithoutChildren: p.boolean().default(false),
    /** The item of an earlier meeting it goes on with, which may still be on its way from a tablet. */
    carriedFromId: p.uuid().nullable(),
    outcome: p.string().length(16).$type<AgendaOutcome>().nullable(),
    decisionKm: p.string().length(1000).nullable(),
    decisionEn: p.string().length(1000).nullable(),
    dueOn: p.date().nullable(),
    officeId: p.uuid().nullable(),
    planItemId: p.uuid().nullable(),
    spoke: p.json<readonly Speakers[]>().nullable(),
  },
});
export class AgendaItem extends AgendaItemSchema.class {}
AgendaItemSchema.setClass(AgendaItem);

/** A secret address under which a calendar program reads the meetings of a place. Only its hash is kept. */
export const CalendarAddressSchema = defineEntity({
  name: 'CalendarAddress',
  tableName: 'calendar_addresses',
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    tokenHash: p.string().length(64).unique(),
    placeCode: p.string().length(8),
    accountId: p.uuid(),
    madeAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
  },
});
export class CalendarAddress extends CalendarAddressSchema.class {}
CalendarAddressSchema.setClass(CalendarAddress);
