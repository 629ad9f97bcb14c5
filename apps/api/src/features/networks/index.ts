export { Club } from './club.entity.ts';
export {
  ActivitySession,
  ClubKeeper,
  ClubMember,
  ConsentReminder,
  type Headcount,
  Network,
  NetworkPlace,
} from './network.entity.ts';
export { ClubNode } from './club.type.ts';
export { checkHeadcounts, headcountKey, headsIn, isOfChildren } from './check-headcounts.ts';
export { HeadcountInput } from './network-inputs.type.ts';
export { CountedAgeEnum, CountedDisabilityEnum, CountedSexEnum, HeadcountNode } from './network.type.ts';
export { remindOfConsents } from './remind-of-consents.ts';
