import { auditMigration, rateLimitMigration } from '@samleng/server';
import { TheFirstTables } from './0001-the-first-tables.ts';
import { Polls } from './0002-polls.ts';
import { ClubsAndMeetings } from './0003-clubs-and-meetings.ts';
import { Research } from './0004-research.ts';
import { Recordings } from './0005-recordings.ts';
import { Scorecards } from './0006-scorecards.ts';
import { Reports } from './0007-reports.ts';
import { WordMarks } from './0008-word-marks.ts';
import { ServicesAndEmergencies } from './0009-services-and-emergencies.ts';
import { FindingsOfIssues } from './0010-findings-of-issues.ts';
import { CommuneBudgets } from './0011-commune-budgets.ts';

/** Oldest first. A migration that has run anywhere is never changed. */
export const migrations = [
  { name: '0001-the-first-tables', class: TheFirstTables },
  auditMigration,
  rateLimitMigration,
  { name: '0002-polls', class: Polls },
  { name: '0003-clubs-and-meetings', class: ClubsAndMeetings },
  { name: '0004-research', class: Research },
  { name: '0005-recordings', class: Recordings },
  { name: '0006-scorecards', class: Scorecards },
  { name: '0007-reports', class: Reports },
  { name: '0008-word-marks', class: WordMarks },
  { name: '0009-services-and-emergencies', class: ServicesAndEmergencies },
  { name: '0010-findings-of-issues', class: FindingsOfIssues },
  { name: '0011-commune-budgets', class: CommuneBudgets },
];
