export type ReferralDoors = Record<string, never>;
