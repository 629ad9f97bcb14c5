/**
 * How sure we are of the Khmer: `high` is checked wording, anything below waits for a native reader.
 */
export type Confidence = 'high' | 'medium' | 'low';

export type DemoWords = { readonly km: string; readonly en: string };

/** A calendar day, `YYYY-MM-DD`. */
export type IsoDay = string;
