import type { AgeBand, Sex } from '@samleng/vocabulary';
import type { Confidence, IsoDay } from '../words.ts';

/** A group of children that may support an issue more or less than the others. */
export type PullGroup = AgeBand | Sex | 'DISABILITY';

/** What a moderator published from one or several concerns, in edited words. */
export type DemoIssue = {
  readonly key: string;
  /** At most 60 characters. */
  readonly titleKm: string;
  readonly titleEn: string;
  readonly bodyKm: string;
  readonly bodyEn: string;
  readonly kmConfidence: Confidence;
  /** The first concern made the issue, on the day it was published; the others were merged into it. */
  readonly from: readonly { readonly concern: string; readonly on: IsoDay }[];
  /** When its office said that it has it. */
  readonly acknowledgedOn: IsoDay | null;
  /** Share of the commune's children who support it, from 0 to 1. */
  readonly pull: number;
  /** The share among a group where it differs. */
  readonly pullOf: Readonly<Partial<Record<PullGroup, number>>>;
};
