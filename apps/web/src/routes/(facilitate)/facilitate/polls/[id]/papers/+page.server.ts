import { ballotsOfPapers, paperIn, parsePapers, writePapers } from '#lib/ballots/papers.ts';
import { askedOf } from '#lib/ballots/asked.ts';
import { textOf } from '#lib/forms/read.ts';
import { deed, refused } from '#lib/server/deed.ts';
import { EnterPaperCounts, WithdrawPaperSheet } from '#lib/server/operations/poll-work.ts';
import { giveFile } from '#lib/server/poll-media.ts';
import { back, countOf, deedDone, pollAtWork, step } from '#lib/server/poll-work.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const poll = await pollAtWork(event);
  return { poll, settings: askedOf(poll).settings, key: crypto.randomUUID(), done: deedDone(event) };
};

export const actions: Actions = {
  /** One paper more, or the last lot taken back: nothing is sent to the service before the sheet is whole. */
  add: async (event) => {
    const form = await event.request.formData();
    const asked = askedOf(await pollAtWork(event));
    const before = parsePapers(textOf(form, 'entered', 200_000), asked);
    if (form.has('takeBack')) {
      const place = Number(textOf(form, 'takeBack', 5));
      return { entered: writePapers(before.filter((_, index) => index !== place)), ...laid(form) };
    }
    const draft = paperIn(form, asked);
    const count = textOf(form, 'same', 10).trim() === '' ? 1 : countOf(form, 'same');
    if (!draft || draft.length === 0)
      return refused(form, [{ code: draft ? 'NOTHING_CHOSEN' : 'BALLOT_UNREADABLE' }]);
    if (!count) return refused(form, [{ code: 'NOT_A_NUMBER', field: 'same' }]);
    return { entered: writePapers([...before, { draft, count }]), ...laid(form) };
  },

  enter: async (event) => {
    const form = await event.request.formData();
    const poll = await pollAtWork(event);
    const asked = askedOf(poll);
    const columns = poll.sheetColumns;
    const photo = await giveFile(event, form, 'photo', poll.id, 'SHEET');
    if (!photo.ok) return refused(form, photo.problems);
    const input = {
      pollId: poll.id,
      idempotencyKey: textOf(form, 'key', 36),
      papers: countOf(form, 'papers') ?? 0,
      photoId: photo.id,
      photoKey: textOf(form, 'photoKey', 80).trim() || null,
      signers: [textOf(form, 'signer1', 80), textOf(form, 'signer2', 80)],
      ...(columns
        ? {
            counts: poll.options.map(({ key }) => ({
              option: key,
              columns: columns.map((column) => countOf(form, `count-${key}-${column}`) ?? 0),
            })),
          }
        : { ballots: ballotsOfPapers(parsePapers(textOf(form, 'entered', 200_000), asked), asked) }),
    };
    const done = await deed(
      event,
      form,
      EnterPaperCounts,
      { input },
      (data) => data.enterPaperCounts.problems,
    );
    return done.refusal ?? back(event, 'entered', '/papers');
  },

  withdraw: (event) =>
    step(
      event,
      WithdrawPaperSheet,
      (form) => ({ sheetId: textOf(form, 'sheetId', 40) }),
      (data) => data.withdrawPaperSheet.problems,
      'withdrawn',
      '/papers',
    ),
};

/** What stands beside the papers while they are typed in. */
function laid(form: FormData) {
  return { key: textOf(form, 'key', 36) };
}
