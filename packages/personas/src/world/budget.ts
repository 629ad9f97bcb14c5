/** A commune's budget in riel; invented, shaped on published ones. `ofWhichChildren` is part of social services. */
export const demoBudget = {
  communeCode: '140907',
  year: 2026,
  total: 320000000,
  administration: 160000000,
  infrastructure: 118000000,
  socialServices: 25600000,
  ofWhichChildren: 14400000,
  reserve: 16400000,
} as const;
