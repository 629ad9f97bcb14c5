import { firstBallotWithTie, isComplete, type BallotProfile, type OptionId } from '../profile/profile.ts';
import type { PrefLibKind } from './preflib.ts';
import { oneLine, sortedBallots } from './sorted-ballots.ts';

/** What stands in the header; what is left out stands there empty. */
export interface PrefLibHeader {
  /** Without the ending, which follows from the ballots. */
  readonly fileName: string;
  readonly title: string;
  readonly description?: string;
  readonly modificationType?: 'original' | 'induced' | 'imbued' | 'synthetic';
  readonly relatesTo?: string;
  readonly relatedFiles?: readonly string[];
  /** YYYY-MM-DD. */
  readonly publicationDate?: string;
  readonly modificationDate?: string;
}

/** The narrowest kind that holds these ballots. */
export function prefLibKindOf(profile: BallotProfile<OptionId>): PrefLibKind {
  const hasTies = firstBallotWithTie(profile) !== null;
  if (isComplete(profile)) return hasTies ? 'toc' : 'soc';
  return hasTies ? 'toi' : 'soi';
}

/**
 * A PrefLib file of the narrowest kind: the header lines in PrefLib's order, then one line a distinct order, most
 * frequent first. Alternatives are numbered from 1 in the order of the profile's options. Blank papers are not
 * written: the format has no place for them.
 *
 * @param names name of each option, in the profile's order
 */
export function writePrefLib(
  profile: BallotProfile<OptionId>,
  names: readonly string[],
  header: PrefLibHeader,
): { readonly fileName: string; readonly text: string } {
  const kind = prefLibKindOf(profile);
  const fileName = `${header.fileName}.${kind}`;
  const lines: [string, string | number][] = [
    ['FILE NAME', fileName],
    ['TITLE', header.title],
    ['DESCRIPTION', header.description ?? ''],
    ['DATA TYPE', kind],
    ['MODIFICATION TYPE', header.modificationType ?? 'original'],
    ['RELATES TO', header.relatesTo ?? ''],
    ['RELATED FILES', (header.relatedFiles ?? []).join(',')],
    ['PUBLICATION DATE', header.publicationDate ?? ''],
    ['MODIFICATION DATE', header.modificationDate ?? header.publicationDate ?? ''],
    ['NUMBER ALTERNATIVES', profile.options.length],
    ['NUMBER VOTERS', profile.ballots],
    ['NUMBER UNIQUE ORDERS', profile.distinct],
    ...names.map((name, i): [string, string] => [`ALTERNATIVE NAME ${i + 1}`, name]),
  ];
  const head = lines.map(([key, value]) => `# ${key}: ${oneLine(String(value))}`);
  const orders = sortedBallots(profile, (position) => position + 1).map(({ count, levels }) => {
    const order = levels.map((level) => (level.length === 1 ? `${level[0]}` : `{${level.join(',')}}`));
    return `${count}: ${order.join(',')}`;
  });
  return { fileName, text: [...head, ...orders, ''].join('\n') };
}
