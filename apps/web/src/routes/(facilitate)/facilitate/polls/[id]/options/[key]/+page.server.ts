import { error } from '@sveltejs/kit';
import { optionIn } from '#lib/ballots/poll-form.ts';
import { deed, refused } from '#lib/server/deed.ts';
import { ChangePollOption } from '#lib/server/operations/poll-work.ts';
import { giveFilesOfOption } from '#lib/server/poll-media.ts';
import { back, pollAtWork } from '#lib/server/poll-work.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  const { poll, option } = await optionOf(event);
  const { id, ballotType, questionKm, questionEn } = poll;
  return { id, ballotType, questionKm, questionEn, option };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const { poll, option } = await optionOf(event);
    const wish = optionIn(form, 'option-', poll.ballotType === 'BUDGET');
    if (Number.isNaN(wish.costRiel)) return refused(form, [{ code: 'NOT_A_NUMBER', field: 'option-cost' }]);
    const files = await giveFilesOfOption(event, form, 'option-', poll.id);
    if (!files.ok) return refused(form, files.problems);
    // A file that is not given anew stays, unless it is to be taken out.
    const stays = (name: string, id: string | undefined) => (form.get(name) === 'yes' ? null : (id ?? null));
    const input = {
      pollId: poll.id,
      key: option.key,
      ...wish,
      issueId: option.issue?.id ?? null,
      pictureId: files.pictureId ?? stays('pictureOut', option.picture?.id),
      soundId: files.soundId ?? stays('soundOut', option.sound?.id),
    };
    const done = await deed(event, form, ChangePollOption, { input }, (data) =>
      data.changePollOption.problems.map(({ code, field }) => ({ code, field: fields[field ?? ''] ?? null })),
    );
    return done.refusal ?? back(event, 'rewritten');
  },
};

/** The service's names of fields as this form has them. */
const fields: Readonly<Record<string, string>> = {
  titleKm: 'option-km',
  titleEn: 'option-en',
  costRiel: 'option-cost',
  pictureId: 'option-photo',
  soundId: 'option-sound',
};

/** The option of a draft that can still be changed. */
async function optionOf(event: RequestEvent) {
  const poll = await pollAtWork(event);
  const option = poll.options.find(({ key }) => key === event.params.key);
  if (!option) error(404, 'refused');
  if (!poll.viewerCan.change) error(403, 'refused');
  return { poll, option };
}
