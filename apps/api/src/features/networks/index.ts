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
export { type ImportLine, lineReader, type ReadLine, readList } from './import-list.ts';
export { ImportPayload } from './network.type.ts';
export { memberOf } from './sheet-words.ts';
