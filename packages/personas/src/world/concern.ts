import type {
  AgeBand,
  Category,
  OfficeKind,
  ReturnReason,
  SaidAnswer,
  Sex,
  Topic,
  Urgency,
} from '@samleng/vocabulary';
import type { Confidence, DemoWords, IsoDay } from '../words.ts';

/** What a child may have said about themselves; null is "not said". */
export type SaidOfThemselves = {
  readonly ageBand: AgeBand | null;
  readonly sex: Sex | null;
  readonly disability: SaidAnswer | null;
  readonly inSchool: SaidAnswer | null;
};

/** What a child raised: private words, before any moderator touched them. */
export type RaisedConcern = {
  readonly key: string;
  readonly category: Category;
  readonly placeCode: string;
  readonly km: string;
  readonly en: string;
  readonly kmConfidence: Confidence;
  /** The language the child wrote in; the other text is a translation. */
  readonly raisedIn: 'km' | 'en';
  readonly raisedOn: IsoDay;
  readonly child: SaidOfThemselves;
};

/** One of the seventy. */
export type DemoConcern = RaisedConcern & {
  readonly topic: Topic;
  /** It is about the people of this office at its place: it goes elsewhere. */
  readonly aboutOfficeKind: OfficeKind | null;
  /** Where it must arrive. */
  readonly expectedOfficeKind: OfficeKind;
  /** Articles of the Convention it touches, the first foremost. */
  readonly articles: readonly number[];
  readonly sensitivity: 'NORMAL' | 'SENSITIVE' | 'NAMES_OFFICIAL';
  /** The published fact behind it; TYP: typical, no source found. */
  readonly basis: string;
};

/** A concern that waits for a moderator. */
export type WaitingConcern = RaisedConcern & {
  readonly urgency: Urgency;
  /** Parts of the texts that must be marked before it may be published, exactly as they stand there. */
  readonly identifiers: readonly string[];
  /** The issue a moderator should find it like, if any. */
  readonly similarTo: string | null;
};

/** A concern that came back to the child with a reason. */
export type ReturnedConcern = RaisedConcern & {
  readonly returned: { readonly reason: ReturnReason; readonly on: IsoDay; readonly words: DemoWords };
};
