import type { RaiseValues } from '#lib/forms/raise.ts';
import { type Asker, attempt } from './api.ts';
import { RaiseConcern } from './operations/concerns.ts';
import { tryAgain } from './try-again.ts';

/** Raises a concern as the form has it; trying again is safe, since its key goes with it. */
export function raiseConcern(asker: Asker, values: RaiseValues) {
  const input = {
    idempotencyKey: values.key,
    receipt: values.receipt,
    communeCode: values.commune,
    villageCode: values.village,
    category: values.category,
    text: values.text,
    voiceId: values.voice,
    sex: values.about.sex,
    ageBand: values.about.ageBand,
    disability: values.about.disability,
    inSchool: values.about.inSchool,
    aboutOfficeKind: values.aboutOffice,
    language: null,
  };
  return tryAgain(() => attempt(asker, RaiseConcern, { input }));
}
