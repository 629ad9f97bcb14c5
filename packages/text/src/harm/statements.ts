import * as heldOut from './statements.heldout.ts';
import * as tuning from './statements.tuning.ts';

/** What a person might write, and whether it discloses harm to the writer or to somebody near. */
export interface Statement {
  readonly text: string;
  readonly disclosure: boolean;
  readonly language: 'km' | 'en' | 'romanised' | 'emoji';
}

type Half = typeof tuning | typeof heldOut;

function statementsOf(half: Half): Statement[] {
  return [
    ...half.khmerDisclosures.map((text) => ({ text, disclosure: true, language: 'km' }) as const),
    ...half.englishDisclosures.map((text) => ({ text, disclosure: true, language: 'en' }) as const),
    ...half.otherDisclosures,
    ...half.khmerOthers.map((text) => ({ text, disclosure: false, language: 'km' }) as const),
    ...half.englishOthers.map((text) => ({ text, disclosure: false, language: 'en' }) as const),
    ...half.otherOthers,
  ];
}

/** Words and rules were tuned on these. */
export const tuningStatements: readonly Statement[] = statementsOf(tuning);

/** Written before the rules and never used to change them. */
export const heldOutStatements: readonly Statement[] = statementsOf(heldOut);
