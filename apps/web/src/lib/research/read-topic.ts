import { categoryKeys, researchMethods } from '@samleng/vocabulary';
import { wholeOf } from '#lib/forms/headcounts.ts';
import { memberOf, textOf } from '#lib/forms/read.ts';

/** What a form of TopicFields.svelte says of a topic. */
export function readTopic(form: FormData) {
  return {
    category: memberOf(categoryKeys, form.get('category')) ?? 'OTHER',
    clubId: textOf(form, 'clubId', 36) || null,
    titleKm: textOf(form, 'titleKm', 1_000),
    titleEn: textOf(form, 'titleEn', 1_000),
    question: textOf(form, 'question'),
    method: memberOf(researchMethods, form.get('method')) ?? 'SURVEY',
    isSensitive: form.has('isSensitive'),
    teamGirls: wholeOf(form.get('teamGirls')),
    teamBoys: wholeOf(form.get('teamBoys')),
    teamAdults: wholeOf(form.get('teamAdults')),
  };
}
