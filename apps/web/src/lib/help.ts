/**
 * What the help page shows when the service is away: the children's helpline, as it stood on this day. It must be
 * looked at whenever a version is made.
 */
export const childHelpline = { number: '1280', checkedOn: '2026-11-23' } as const;
