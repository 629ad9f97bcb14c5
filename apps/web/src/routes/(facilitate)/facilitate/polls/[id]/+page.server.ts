import { error, redirect } from '@sveltejs/kit';
import { PUBLIC_URL } from '$app/env/private';
import { toLatinDigits } from '@samleng/text';
import { parseRiel } from '#lib/forms/answer.ts';
import { memberOf, textOf } from '#lib/forms/read.ts';
import type { ShownProblem } from '#lib/forms/refusal.ts';
import { ask, askIfThere } from '#lib/server/api.ts';
import { deed, refused, signInAgainWithForm } from '#lib/server/deed.ts';
import type { TypedDocumentString } from '#lib/server/generated/graphql.ts';
import {
  AddPollOption,
  ApproveCards,
  ClosePoll,
  ClubsOfCommune,
  ConfirmClose,
  EnterPaperCounts,
  KeepPollOpen,
  MakeCards,
  OpenPoll,
  PollToRun,
} from '#lib/server/operations/polls.ts';
import { qrPicture } from '#lib/server/qr.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const deeds = ['made', 'opened', 'added', 'asked', 'closed', 'kept', 'entered'] as const;
type Deed = (typeof deeds)[number];

export const load: PageServerLoad = async (event) => {
  const poll = await pollOf(event);
  const clubs =
    poll.viewerCan.makeCards && poll.electorate === 'CLUB'
      ? await askIfThere(event, ClubsOfCommune, { communeCode: poll.place.code.slice(0, 6) })
      : null;
  return {
    poll,
    clubs: clubs?.clubs.nodes ?? [],
    key: crypto.randomUUID(),
    done: memberOf(deeds, event.url.searchParams.get('done')),
  };
};

export const actions: Actions = {
  addOption: async (event) => {
    const form = await event.request.formData();
    const cost = parseRiel(textOf(form, 'costRiel', 40));
    if (Number.isNaN(cost)) return refused(form, [{ code: 'NOT_A_NUMBER', field: 'costRiel' }]);
    const input = {
      pollId: event.params.id,
      titleKm: textOf(form, 'titleKm', 500) || null,
      titleEn: textOf(form, 'titleEn', 500) || null,
      ...(cost === null ? {} : { costRiel: cost }),
    };
    const done = await deed(event, form, AddPollOption, { input }, (data) => data.addPollOption.problems);
    return done.refusal ?? back(event, 'added');
  },

  open: (event) => step(event, OpenPoll, (data) => data.openPoll.problems, 'opened'),
  close: (event) => step(event, ClosePoll, (data) => data.closePoll.problems, 'asked'),
  confirm: (event) => step(event, ConfirmClose, (data) => data.confirmClose.problems, 'closed'),
  keepOpen: (event) => step(event, KeepPollOpen, (data) => data.keepPollOpen.problems, 'kept'),

  /** The codes are shown with this one answer and never again: there is no page to go on to. */
  cards: async (event) => {
    const form = await event.request.formData();
    const again = await signInAgainWithForm(event, form);
    if (again) return again;
    const size = countOf(form, 'size');
    const voters = countOf(form, 'voters');
    const input = {
      pollId: event.params.id,
      idempotencyKey: textOf(form, 'key', 36),
      clubId: textOf(form, 'clubId', 40) || null,
      ...(size === null ? {} : { size }),
      ...(voters === null ? {} : { voters }),
    };
    const done = await deed(event, form, MakeCards, { input }, (data) => data.makeCards.problems);
    return done.refusal ?? sheetOf(event, done.data.makeCards.codes);
  },

  approve: async (event) => {
    const form = await event.request.formData();
    const again = await signInAgainWithForm(event, form);
    if (again) return again;
    const input = { batchId: textOf(form, 'batchId', 40) };
    const done = await deed(event, form, ApproveCards, { input }, (data) => data.approveCards.problems);
    return done.refusal ?? sheetOf(event, done.data.approveCards.codes);
  },

  papers: async (event) => {
    const form = await event.request.formData();
    const poll = await pollOf(event);
    const columns = poll.sheetColumns ?? [];
    const input = {
      pollId: poll.id,
      idempotencyKey: textOf(form, 'key', 36),
      papers: countOf(form, 'papers') ?? 0,
      photoKey: textOf(form, 'photoKey', 80),
      signers: [textOf(form, 'signer1', 80), textOf(form, 'signer2', 80)],
      counts: poll.options.map(({ key }) => ({
        option: key,
        columns: columns.map((column) => countOf(form, `count-${key}-${column}`) ?? 0),
      })),
    };
    const done = await deed(
      event,
      form,
      EnterPaperCounts,
      { input },
      (data) => data.enterPaperCounts.problems,
    );
    return done.refusal ?? back(event, 'entered');
  },
};

async function pollOf(event: RequestEvent) {
  if (!/^[0-9a-f-]{36}$/.test(event.params.id)) error(404, 'refused');
  const { poll } = await ask(event, PollToRun, { id: event.params.id });
  if (!poll) error(404, 'refused');
  return poll;
}

/** A deed that needs to know nothing but which poll. */
async function step<Result>(
  event: RequestEvent,
  operation: TypedDocumentString<Result, { input: { pollId: string } }>,
  problemsIn: (data: Result) => readonly ShownProblem[],
  deedDone: Deed,
) {
  const form = await event.request.formData();
  const done = await deed(event, form, operation, { input: { pollId: event.params.id } }, problemsIn);
  return done.refusal ?? back(event, deedDone);
}

function back(event: RequestEvent, done: Deed): never {
  redirect(303, `/facilitate/polls/${event.params.id}?done=${done}`);
}

/** A sheet of cards: each code with a picture that leads to the question with the card laid ready. */
function sheetOf(event: RequestEvent, codes: readonly string[]) {
  const start = `${PUBLIC_URL ?? event.url.origin}/polls`;
  const cards = codes.map((code) => ({
    code: code.includes('-') ? code : `${code.slice(0, 4)}-${code.slice(4)}`,
    qr: qrPicture(`${start}?card=${code}`),
  }));
  return { address: start.replace(/^https?:\/\//, ''), cards };
}

function countOf(form: FormData, name: string): number | null {
  const text = toLatinDigits(textOf(form, name, 10)).trim();
  return /^\d{1,6}$/.test(text) ? Number(text) : null;
}
