import { error, redirect } from '@sveltejs/kit';
import { textOf } from '#lib/forms/read.ts';
import { ask } from '#lib/server/api.ts';
import { deed } from '#lib/server/deed.ts';
import { GiveScores, Sitting } from '#lib/server/operations/scorecards.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { openSitting } = await ask(event, Sitting, { code: event.params.code });
  return { sitting: openSitting ?? null, isThanked: event.url.searchParams.has('thanks') };
};

/** What was tapped so far travels from screen to screen in the form: never in an address, nowhere on the tablet. */
function readMarks(form: FormData): { criterion: string; score: number }[] {
  return textOf(form, 'marks', 2_000)
    .split(',')
    .flatMap((mark) => {
      const [criterion, score] = mark.split(':');
      return criterion ? [{ criterion, score: Number(score) }] : [];
    });
}

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const { openSitting } = await ask(event, Sitting, { code: event.params.code });
    if (!openSitting) error(404, 'refused');
    const before = readMarks(form);
    const [, criterion, score] = /^(\w+):([0-5])$/.exec(textOf(form, 'go', 60)) ?? [];
    const isNext = criterion && criterion === openSitting.criteria[before.length];
    const marks = isNext ? [...before, { criterion, score: Number(score) }] : before;
    const key = textOf(form, 'key', 40) || crypto.randomUUID();
    const at = marks.length;
    const step = { key, at, marks: marks.map((mark) => `${mark.criterion}:${String(mark.score)}`).join(',') };
    if (at < openSitting.criteria.length) return { step, problems: [], isAway: false };
    // A question that was passed over stands as 0 and is not sent.
    const input = { code: event.params.code, key, scores: marks.filter((mark) => mark.score > 0) };
    if (input.scores.length > 0) {
      const done = await deed(event, form, GiveScores, { input }, (data) => data.giveScores.problems);
      if (done.refusal)
        return { step, problems: done.refusal.data.problems, isAway: done.refusal.data.isAway };
    }
    redirect(303, `/score/${event.params.code}?thanks`);
  },
};
