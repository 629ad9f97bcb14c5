import { error } from '@sveltejs/kit';
import { optionIn } from '#lib/ballots/poll-form.ts';
import { textOf } from '#lib/forms/read.ts';
import { deed, refused } from '#lib/server/deed.ts';
import { ModerateProposal } from '#lib/server/operations/poll-work.ts';
import { back, deedDone, pollAtWork } from '#lib/server/poll-work.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const poll = await pollAtWork(event);
  if (!poll.viewerCan.run) error(403, 'refused');
  return { poll, done: deedDone(event) };
};

export const actions: Actions = {
  /** `accept` with the words as they shall stand, or not. */
  default: async (event) => {
    const form = await event.request.formData();
    const poll = await pollAtWork(event);
    const accept = form.get('accept') === 'yes';
    const key = textOf(form, 'key', 20);
    const option = optionIn(form, `${key}-`, poll.ballotType === 'BUDGET');
    if (accept && Number.isNaN(option.costRiel))
      return refused(form, [{ code: 'NOT_A_NUMBER', field: `${key}-cost` }]);
    const input = { pollId: poll.id, key, accept, ...(accept ? option : {}) };
    const done = await deed(event, form, ModerateProposal, { input }, (data) =>
      data.moderateProposal.problems.map(({ code, field }) => ({
        code,
        field: namesOf(key)[field ?? ''] ?? null,
      })),
    );
    return done.refusal ?? back(event, accept ? 'accepted' : 'refused', '/proposals');
  },
};

/** The service's names of fields as this form has them. */
function namesOf(key: string): Readonly<Record<string, string>> {
  return {
    titleKm: `${key}-km`,
    titleEn: `${key}-en`,
    costRiel: `${key}-cost`,
    pictureKey: `${key}-picture`,
  };
}
