import type { AgeBand, Sex } from '@samleng/vocabulary';
import type { IsoDay } from '../words.ts';
import type { SaidOfThemselves } from './concern.ts';
import type { DemoIssue } from './issue.ts';
import { lot } from './lot.ts';
import { demoPlaces } from './places.ts';

/** A device that took part in the demo, with what the child who holds it said of themselves. */
export type DemoSupporter = SaidOfThemselves & {
  readonly key: string;
  readonly communeCode: string;
  readonly villageCode: string;
};

export type DemoSupport = {
  readonly supporter: string;
  readonly issue: string;
  readonly on: IsoDay;
};

const devicesByCommune = { '140907': 140, '170704': 44, '020808': 46, '160702': 48 } as const;

/** Out of a hundred children, up to which number each answer is given; the rest did not say. */
const sexUpTo: readonly (readonly [Sex, number])[] = [
  ['GIRL', 51],
  ['BOY', 92],
  ['OTHER', 94],
];
const ageUpTo: readonly (readonly [AgeBand, number])[] = [
  ['AGE_6_9', 9],
  ['AGE_10_13', 46],
  ['AGE_14_17', 84],
  ['AGE_18_24', 96],
];

/** The devices of the four communes: 278, drawn by a fixed lot. */
export const demoSupporters: readonly DemoSupporter[] = Object.entries(devicesByCommune).flatMap(
  ([communeCode, count]) => Array.from({ length: count }, (_, index) => supporter(communeCode, index + 1)),
);

function supporter(communeCode: string, number: number): DemoSupporter {
  const key = `device-${communeCode}-${String(number).padStart(3, '0')}`;
  const villages = demoPlaces.filter(
    (place) => place.code.length === 8 && place.code.startsWith(communeCode),
  );
  const disabilityAt = 100 * lot(key, 'disability');
  return {
    key,
    communeCode,
    villageCode: villages[Math.floor(lot(key, 'village') * villages.length)]!.code,
    sex: answerAt(sexUpTo, 100 * lot(key, 'sex')),
    ageBand: answerAt(ageUpTo, 100 * lot(key, 'age')),
    disability: disabilityAt < 12 ? 'YES' : disabilityAt < 88 ? 'NO' : null,
    inSchool: lot(key, 'school') < 0.85 ? 'YES' : 'NO',
  };
}

function answerAt<Answer>(upTo: readonly (readonly [Answer, number])[], drawn: number): Answer | null {
  return upTo.find(([, limit]) => drawn < limit)?.[0] ?? null;
}

/**
 * Who supports which issue of their commune: every pair is drawn by a fixed lot against the issue's pull, so that the
 * same demo comes out everywhere. The day lies between publication and `today`.
 */
export function drawSupports(
  issues: readonly (DemoIssue & { readonly communeCode: string })[],
  supporters: readonly DemoSupporter[],
  today: IsoDay,
): DemoSupport[] {
  const supports: DemoSupport[] = [];
  for (const issue of issues)
    for (const supporter of supporters) {
      if (supporter.communeCode !== issue.communeCode) continue;
      if (lot(supporter.key, issue.key) >= pullOn(issue, supporter)) continue;
      const on = dayBetween(issue.from[0]!.on, today, lot(supporter.key, issue.key, 'day'));
      supports.push({ supporter: supporter.key, issue: issue.key, on });
    }
  return supports;
}

/** The strongest of the pulls that hold for a child's groups; the general one when none does. */
function pullOn(issue: DemoIssue, supporter: DemoSupporter): number {
  const groups = [
    supporter.sex,
    supporter.ageBand,
    supporter.disability === 'YES' ? 'DISABILITY' : null,
  ] as const;
  const pulls = groups.map((group) => (group === null ? undefined : issue.pullOf[group]));
  const known = pulls.filter((pull) => pull !== undefined);
  return known.length === 0 ? issue.pull : Math.max(...known);
}

function dayBetween(from: IsoDay, to: IsoDay, part: number): IsoDay {
  const first = Date.parse(from);
  const days = Math.floor(part * ((Date.parse(to) - first) / 86_400_000 + 1));
  return new Date(first + days * 86_400_000).toISOString().slice(0, 10);
}
