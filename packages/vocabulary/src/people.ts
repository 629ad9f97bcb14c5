/** Age bands a child may choose; `isPublished` tells which may stand in published splits. */
export const ageBands = {
  AGE_6_9: { from: 6, to: 9, isPublished: false },
  AGE_10_13: { from: 10, to: 13, isPublished: true },
  AGE_14_17: { from: 14, to: 17, isPublished: true },
  AGE_18_24: { from: 18, to: 24, isPublished: true },
} as const;
export type AgeBand = keyof typeof ageBands;
export const ageBandKeys = Object.keys(ageBands) as readonly AgeBand[];

export const sexes = ['GIRL', 'BOY', 'OTHER'] as const;
export type Sex = (typeof sexes)[number];

/** Answers to a question that may be left unsaid. */
export const saidAnswers = ['YES', 'NO'] as const;
export type SaidAnswer = (typeof saidAnswers)[number];

/**
 * What people are here for. `scope` says what a grant of the role is tied to. Protection workers have their own
 * accounts in their own service and no role here.
 */
export const roles = {
  FACILITATOR: { scope: 'PLACE' },
  OFFICIAL: { scope: 'OFFICE' },
  ANALYST: { scope: 'PLACE' },
  ADMINISTRATOR: { scope: 'NATION' },
} as const;
export type Role = keyof typeof roles;
export const roleKeys = Object.keys(roles) as readonly Role[];
