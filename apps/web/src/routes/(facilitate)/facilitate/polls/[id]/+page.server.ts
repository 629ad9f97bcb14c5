import { ageBandKeys, sexes } from '@samleng/vocabulary';
import { optionIn } from '#lib/ballots/poll-form.ts';
import { memberOf, textOf } from '#lib/forms/read.ts';
import { askIfThere } from '#lib/server/api.ts';
import { deed, refused, signInAgainWithForm } from '#lib/server/deed.ts';
import {
  AddPollOption,
  ApproveCards,
  ClosePoll,
  ClubsOfCommune,
  ConfirmClose,
  KeepPollOpen,
  MakeCards,
  OpenPoll,
  OrderPollOptions,
  RecordCardDrawn,
  RemovePollOption,
  ReviewFlag,
  VoidCard,
  VoidCards,
} from '#lib/server/operations/poll-work.ts';
import { BringPoll, MeetingsToCome } from '#lib/server/operations/meetings.ts';
import { giveFilesOfOption } from '#lib/server/poll-media.ts';
import { back, countOf, deedDone, pollAtWork, sheetOf, step } from '#lib/server/poll-work.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const poll = await pollAtWork(event);
  const clubs =
    poll.viewerCan.makeCards && poll.electorate === 'CLUB'
      ? await askIfThere(event, ClubsOfCommune, { communeCode: poll.place.code.slice(0, 6) })
      : null;
  const coming =
    poll.state === 'CLOSED' && poll.viewerCan.run
      ? await askIfThere(event, MeetingsToCome, {
          placeCode: poll.place.code,
          from: new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10),
        })
      : null;
  const brought = new Set(poll.agendaItems.map(({ meeting }) => meeting.id));
  const meetings = (coming?.meetings.nodes ?? []).filter(({ id }) => !brought.has(id));
  return { poll, meetings, clubs: clubs?.clubs.nodes ?? [], key: crypto.randomUUID(), done: deedDone(event) };
};

const batchIn = (form: FormData) => ({ batchId: textOf(form, 'batchId', 40) });

export const actions: Actions = {
  addOption: async (event) => {
    const form = await event.request.formData();
    const poll = await pollAtWork(event);
    const option = optionIn(form, 'option-new-', poll.ballotType === 'BUDGET');
    if (Number.isNaN(option.costRiel))
      return refused(form, [{ code: 'NOT_A_NUMBER', field: 'option-new-cost' }]);
    const files = await giveFilesOfOption(event, form, 'option-new-', poll.id);
    if (!files.ok) return refused(form, files.problems);
    const { pictureId, soundId } = files;
    const input = { pollId: poll.id, ...option, pictureId, soundId };
    const done = await deed(event, form, AddPollOption, { input }, (data) => data.addPollOption.problems);
    return done.refusal ?? back(event, 'added');
  },
  removeOption: (event) =>
    step(
      event,
      RemovePollOption,
      (form) => ({ pollId: event.params.id, key: textOf(form, 'key', 20) }),
      (data) => data.removePollOption.problems,
      'removed',
    ),
  /** One place up in the order. */
  up: async (event) => {
    const form = await event.request.formData();
    const poll = await pollAtWork(event);
    const keys = poll.options.map(({ key }) => key);
    const place = keys.indexOf(textOf(form, 'key', 20));
    if (place > 0) keys.splice(place - 1, 2, keys[place] ?? '', keys[place - 1] ?? '');
    const input = { pollId: poll.id, keys };
    const done = await deed(
      event,
      form,
      OrderPollOptions,
      { input },
      (data) => data.orderPollOptions.problems,
    );
    return done.refusal ?? back(event, 'ordered');
  },

  open: (event) =>
    step(
      event,
      OpenPoll,
      () => ({ pollId: event.params.id }),
      (data) => data.openPoll.problems,
      'opened',
    ),
  close: (event) =>
    step(
      event,
      ClosePoll,
      () => ({ pollId: event.params.id }),
      (data) => data.closePoll.problems,
      'asked',
    ),
  confirm: (event) =>
    step(
      event,
      ConfirmClose,
      () => ({ pollId: event.params.id }),
      (data) => data.confirmClose.problems,
      'closed',
    ),
  keepOpen: (event) =>
    step(
      event,
      KeepPollOpen,
      () => ({ pollId: event.params.id }),
      (data) => data.keepPollOpen.problems,
      'kept',
    ),

  /** What came of the poll goes to a meeting. */
  bring: (event) =>
    step(
      event,
      BringPoll,
      (form) => ({ pollId: event.params.id, meetingId: textOf(form, 'meetingId', 40) }),
      (data) => data.bringPoll.problems,
      'brought',
    ),

  /** The codes are shown with this one answer and never again: there is no page to go on to. */
  cards: async (event) => {
    const form = await event.request.formData();
    const again = await signInAgainWithForm(event, form);
    if (again) return again;
    const [kind, group] = textOf(form, 'group', 40).split(':');
    const input = {
      pollId: event.params.id,
      idempotencyKey: textOf(form, 'key', 36),
      clubId: textOf(form, 'clubId', 40) || null,
      size: countOf(form, 'size'),
      voters: countOf(form, 'voters'),
      sex: kind === 'sex' ? memberOf(sexes, group) : null,
      ageBand: kind === 'age' ? memberOf(ageBandKeys, group) : null,
    };
    const done = await deed(event, form, MakeCards, { input }, (data) => data.makeCards.problems);
    return done.refusal ?? sheetOf(event, done.data.makeCards.batch?.id ?? '', done.data.makeCards.codes);
  },
  approve: async (event) => {
    const form = await event.request.formData();
    const again = await signInAgainWithForm(event, form);
    if (again) return again;
    const input = batchIn(form);
    const done = await deed(event, form, ApproveCards, { input }, (data) => data.approveCards.problems);
    return done.refusal ?? sheetOf(event, input.batchId, done.data.approveCards.codes);
  },
  drawn: (event) =>
    step(
      event,
      RecordCardDrawn,
      (form) => ({ ...batchIn(form), member: textOf(form, 'member', 200) }),
      (data) => data.recordCardDrawn.problems,
      'drawn',
    ),
  voidCards: (event) => step(event, VoidCards, batchIn, (data) => data.voidCards.problems, 'voided'),
  voidCard: (event) =>
    step(
      event,
      VoidCard,
      (form) => ({ pollId: event.params.id, card: textOf(form, 'card', 60) }),
      (data) => data.voidCard.problems,
      'voidedOne',
    ),
  review: (event) =>
    step(
      event,
      ReviewFlag,
      (form) => ({
        ...batchIn(form),
        review: form.get('review') === 'DOUBTFUL' ? ('DOUBTFUL' as const) : ('NOTHING_WRONG' as const),
      }),
      (data) => data.reviewFlag.problems,
      'reviewed',
    ),
};
