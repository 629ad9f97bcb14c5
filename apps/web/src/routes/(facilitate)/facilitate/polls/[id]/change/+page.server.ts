import { error } from '@sveltejs/kit';
import { beforeOf, wishOf } from '#lib/ballots/poll-form.ts';
import { ask } from '#lib/server/api.ts';
import { deed, refused } from '#lib/server/deed.ts';
import { BallotTypes, ChangePoll } from '#lib/server/operations/poll-work.ts';
import { giveFile } from '#lib/server/poll-media.ts';
import { back, pollAtWork } from '#lib/server/poll-work.ts';
import { readPlace } from '#lib/server/read-place.ts';
import { schoolsOf } from '#lib/server/schools-of-polls.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  const { poll, type } = await draftOf(event);
  const { questionKm, questionEn, sound } = poll;
  const schools = await schoolsOf(event, poll.place.code);
  return { id: poll.id, questionKm, questionEn, sound, type, before: beforeOf(poll), schools };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const { poll, type } = await draftOf(event);
    const place = await readPlace(event, form, 'placeCode');
    if (!place.ok) return refused(form, place.problems, { found: place.found });
    const { wish, problems } = wishOf(form, type);
    if (!place.code) problems.push({ code: 'REQUIRED', field: 'placeCode' });
    if (!place.code || problems.length > 0) return refused(form, problems);
    const sound = await giveFile(event, form, 'sound', poll.id, 'OPTION');
    if (!sound.ok) return refused(form, sound.problems);
    const input = {
      ...wish,
      pollId: poll.id,
      ballotType: poll.ballotType,
      placeCode: place.code,
      // Not saying a recording leaves the one that is there; only `null` takes it out.
      ...(sound.id !== null
        ? { soundId: sound.id }
        : form.get('soundOut') === 'yes'
          ? { soundId: null }
          : {}),
    };
    const done = await deed(event, form, ChangePoll, { input }, (data) =>
      data.changePoll.problems.map((one) => (one.field === 'soundId' ? { ...one, field: 'sound' } : one)),
    );
    return done.refusal ?? back(event, 'changed');
  },
};

/** The poll while it can still be changed, with the way it is answered. */
async function draftOf(event: RequestEvent) {
  const [poll, { ballotTypes }] = await Promise.all([pollAtWork(event), ask(event, BallotTypes)]);
  const type = ballotTypes.find(({ name }) => name === poll.ballotType);
  if (!poll.viewerCan.change || !type) error(403, 'refused');
  return { poll, type };
}
