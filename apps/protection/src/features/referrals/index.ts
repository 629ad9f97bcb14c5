export { Referral } from './referral.entity.ts';
export { openReferralDoors, type ReferralDoors } from './doors.ts';
