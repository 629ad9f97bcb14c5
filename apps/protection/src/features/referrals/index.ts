export type { ReferralDoors } from './doors.ts';
