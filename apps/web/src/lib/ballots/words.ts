import type { BallotTypeName } from '#lib/server/generated/graphql.ts';
import { m } from '#lib/words/words.ts';

type Say = () => string;

/** The words of a key that is put together, or null where there are none. */
function sayOf(key: string): string | null {
  const say = (m as unknown as Record<string, Say | undefined>)[key];
  return say ? say() : null;
}

/** A way of counting in words; one that only specialists ask for keeps its name. */
export function ruleWords(rule: string): string {
  const [, base = '', completion = ''] = /^(equal-shares-(?:cost|cardinality))-(.+)$/.exec(rule) ?? [];
  const whole = sayOf(`poll.rule.${rule}`);
  if (whole) return whole;
  return base ? `${sayOf(`poll.rule.${base}`) ?? base} + ${completion}` : rule;
}

/** A number of a way of answering in words. */
export function settingWords(type: BallotTypeName, name: string): { label: string; hint: string | null } {
  return {
    label: sayOf(`polls.run.setting.${type}.${name}`) ?? name,
    hint: sayOf(`polls.run.settingHint.${type}.${name}`),
  };
}

/** What a picture shows. */
export function pictureWords(name: string): string {
  const mood = /^face-([1-5])$/.exec(name)?.[1];
  if (mood) return sayOf(`poll.face.${mood}`) ?? name;
  return sayOf(`poll.picture.${name}`) ?? sayOf(`category.${name}`) ?? name;
}
