import { type AgeBand, ageBands, type SaidAnswer, saidAnswers, type Sex, sexes } from '@samleng/vocabulary';
import { memberOf } from './read.ts';

/** What a child may say of itself; null is "not said". */
export interface AboutMe {
  readonly sex: Sex | null;
  readonly ageBand: AgeBand | null;
  readonly disability: SaidAnswer | null;
  readonly inSchool: SaidAnswer | null;
}

export const nothingSaid: AboutMe = { sex: null, ageBand: null, disability: null, inSchool: null };

/** Reads the fields of `AboutMe.svelte`, or of the cookie that remembers them. */
export function readAboutMe(get: (name: string) => unknown): AboutMe {
  return {
    sex: memberOf(sexes, get('sex')),
    ageBand: memberOf(Object.keys(ageBands) as AgeBand[], get('ageBand')),
    disability: memberOf(saidAnswers, get('disability')),
    inSchool: memberOf(saidAnswers, get('inSchool')),
  };
}

export function saysSomething(about: AboutMe): boolean {
  return Object.values(about).some((value) => value !== null);
}

/** As it stands in the cookie: `GIRL.AGE_10_13..YES`. */
export function writeAboutMe(about: AboutMe): string {
  return [about.sex, about.ageBand, about.disability, about.inSchool].map((value) => value ?? '').join('.');
}

export function parseAboutMe(text: string | undefined): AboutMe {
  const parts = (text ?? '').split('.');
  const names = ['sex', 'ageBand', 'disability', 'inSchool'];
  return readAboutMe((name) => parts[names.indexOf(name)]);
}
