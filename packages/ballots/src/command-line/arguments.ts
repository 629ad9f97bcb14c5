import { ok, refused, type Result } from '@samleng/kernel';
import { rankedRules } from '../rules/ranked-rules.ts';

/** What `ballots:tally` is asked for. */
export interface TallyRequest {
  readonly file: string;
  readonly rule: string;
  readonly seats: number | null;
  readonly ties: readonly TieWord[];
}

export const tieWords = ['lowest-cost', 'most-supporters', 'id'] as const;
export type TieWord = (typeof tieWords)[number];

const endings = ['', '-add1', '-add1u', '-addpm', '-addpmu', '-greedy'];
const budgetRuleNames = [
  'greedy-cost',
  'greedy-cardinality',
  ...['equal-shares-cost', 'equal-shares-cardinality'].flatMap((rule) => endings.map((end) => rule + end)),
];
export const ruleNames: readonly string[] = [...budgetRuleNames, ...rankedRules, 'opinion-groups'];

export const help = `Counts a ballot file and prints the result as one JSON object.

  pnpm --silent ballots:tally FILE --rule RULE [--seats N] [--ties ORDER]

FILE    .soc .soi .toc .toi (PrefLib), .blt, .pb (Pabulib), or the votes of a Polis conversation (.csv)
RULE    ${ruleNames.slice(0, 8).join(', ')},
        ${ruleNames.slice(8).join(', ')}
N       how many win; for stv-scottish the seats (usually those the .blt file names). Without --seats, rules with
        one winner leave a tie for the first place standing: several winners.
ORDER   how ties are broken, one after the other: ${tieWords.join(',')} (all three when left out). In files
        without costs only id counts: the option with the lower number is luckier.

Prints { "rule", "winners", "order", "ties", "rounds" }; opinion-groups elects nobody and adds "groups" (of each
participant), "representative", "common", "consensus" and how the groups were found. Options are named as in the
file: PrefLib alternatives and .blt candidates by their numbers, Pabulib projects by their ids as text. A file that
cannot be read, an unknown rule or a rule that does not fit the file is refused with the reason on standard error and
exit status 2.
`;

/** Reads the words after the command's name; the problem is a sentence for standard error. */
export function readArguments(words: readonly string[]): Result<TallyRequest, string> {
  const options = new Map<string, string>();
  const files: string[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i]!;
    if (!word.startsWith('--')) {
      files.push(word);
      continue;
    }
    const [name = '', inline] = word.split(/=(.*)/s);
    if (!['--rule', '--seats', '--ties'].includes(name)) return refused(`unknown option ${name}`);
    if (options.has(name)) return refused(`${name} is given twice`);
    const value = inline ?? words[(i += 1)];
    if (value === undefined) return refused(`${name} needs a value`);
    options.set(name, value);
  }
  const [file] = files;
  if (file === undefined) return refused('no file is named');
  if (files.length > 1) return refused(`one file at a time, not also ${files[1]}`);
  const rule = options.get('--rule');
  if (rule === undefined) return refused('no --rule is named');
  if (!ruleNames.includes(rule)) return refused(`unknown rule ${rule}; known are ${ruleNames.join(', ')}`);
  const seats = options.get('--seats');
  if (seats !== undefined && !/^[1-9]\d{0,4}$/.test(seats))
    return refused(`--seats ${seats} is not a number from 1`);
  const ties = options.get('--ties')?.split(',') ?? [...tieWords];
  const strange = ties.find((tie) => !(tieWords as readonly string[]).includes(tie));
  if (strange !== undefined)
    return refused(`unknown tie order "${strange}"; known are ${tieWords.join(', ')}`);
  return ok({ file, rule, seats: seats === undefined ? null : Number(seats), ties: ties as TieWord[] });
}
