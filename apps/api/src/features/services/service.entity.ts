import { defineEntity, p } from '@mikro-orm/core';
import type { EmergencyKind, Need, ServiceKind } from '@samleng/vocabulary';

/** A door one can go to, or a number of the place, with the day on which somebody saw that it is still so. */
export const ServicePointSchema = defineEntity({
  name: 'ServicePoint',
  tableName: 'service_points',
  properties: {
    id: p.uuid().primary(),
    kind: p.string().length(32).$type<ServiceKind>(),
    nameKm: p.string().length(200),
    nameEn: p.string().length(200),
    placeCode: p.string().length(8),
    hours: p.string().length(80),
    phone: p.string().length(24).nullable(),
    isFree: p.boolean(),
    latitude: p.double().nullable(),
    longitude: p.double().nullable(),
    checkedOn: p.date(),
    /** An office or a club, never a person's name: it is public. */
    checkedBy: p.string().length(120),
    retiredAt: p.datetime().nullable(),
    madeBy: p.uuid(),
  },
});
export class ServicePoint extends ServicePointSchema.class {}
ServicePointSchema.setClass(ServicePoint);

/** How many families of a village lack something. The number itself is never shown, see need.queries.ts. */
export const NeedCountSchema = defineEntity({
  name: 'NeedCount',
  tableName: 'need_counts',
  properties: {
    villageCode: p.string().length(8).primary(),
    need: p.string().length(40).$type<Need>().primary(),
    families: p.integer(),
    countedOn: p.date(),
    countedBy: p.uuid(),
  },
});
export class NeedCount extends NeedCountSchema.class {}
NeedCountSchema.setClass(NeedCount);

/** An area struck by something, from one moment until another. It ends by itself; nothing has to run for that. */
export const EmergencySchema = defineEntity({
  name: 'Emergency',
  tableName: 'emergencies',
  properties: {
    id: p.uuid().primary(),
    kind: p.string().length(16).$type<EmergencyKind>(),
    placeCode: p.string().length(8),
    messageKm: p.string().length(280),
    messageEn: p.string().length(280),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    /** When somebody ended it before its time. */
    endedAt: p.datetime().nullable(),
    declaredBy: p.uuid(),
  },
});
export class Emergency extends EmergencySchema.class {}
EmergencySchema.setClass(Emergency);

/** The quick poll of an emergency in a place: one each. */
export const EmergencyPollSchema = defineEntity({
  name: 'EmergencyPoll',
  tableName: 'emergency_polls',
  properties: {
    emergencyId: p.uuid().primary(),
    placeCode: p.string().length(8).primary(),
    pollId: p.uuid(),
  },
});
export class EmergencyPoll extends EmergencyPollSchema.class {}
EmergencyPollSchema.setClass(EmergencyPoll);

/** What the guide to complaints says of OP3; without a row it is not open. There is one row at most. */
export const ComplaintGuideSchema = defineEntity({
  name: 'ComplaintGuide',
  tableName: 'complaint_guides',
  properties: {
    key: p.string().length(8).primary(),
    isOpen: p.boolean(),
    /** Where it is written, such as an address of the treaty list. */
    source: p.string().length(300).nullable(),
    changedOn: p.date(),
    changedBy: p.uuid(),
  },
});
export class ComplaintGuide extends ComplaintGuideSchema.class {}
ComplaintGuideSchema.setClass(ComplaintGuide);
