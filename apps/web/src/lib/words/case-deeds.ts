/** The forms of a case's page. */
export type CaseDeed =
  | 'open'
  | 'reply'
  | 'note'
  | 'triage'
  | 'take'
  | 'assign'
  | 'handOver'
  | 'accept'
  | 'escalate'
  | 'exclude'
  | 'close'
  | 'erase'
  | 'outcome';

/** What was just done, told above the card. */
export const doneAtCase = [
  'replied',
  'noted',
  'triaged',
  'taken',
  'assigned',
  'offered',
  'accepted',
  'escalated',
  'excluded',
  'closed',
  'outcome',
  'sent',
] as const;
