import { type ActionFailure, error, fail, redirect } from '@sveltejs/kit';
import { type ReturnReason, returnReasons } from '@samleng/vocabulary';
import { type IssueDraft, readDraft, wordsOf } from '#lib/forms/issue-words.ts';
import { titleFrom, withoutMarks } from '#lib/forms/marked-words.ts';
import { memberOf, textOf } from '#lib/forms/read.ts';
import { keep, type Refusal } from '#lib/forms/refusal.ts';
import { ask } from '#lib/server/api.ts';
import { placesUnder } from '#lib/server/choose-place.ts';
import { deed, refused } from '#lib/server/deed.ts';
import type { ConcernToReadQuery, MoveConcernMutation } from '#lib/server/generated/graphql.ts';
import { marksLeft } from '#lib/server/marks-left.ts';
import {
  ConcernToRead,
  MergeConcern,
  MoveConcern,
  PublishIssue,
  QueueOfConcerns,
  ReturnConcern,
} from '#lib/server/operations/moderation.ts';
import { readPlace } from '#lib/server/read-place.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

type Concern = NonNullable<ConcernToReadQuery['concern']>;

export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  const [{ concern }, { concernsToModerate }] = await Promise.all([
    ask(event, ConcernToRead, { id }),
    ask(event, QueueOfConcerns),
  ]);
  if (!concern) error(404, 'refused');
  const queue = concernsToModerate.nodes.map((one) => one.id);
  const at = queue.indexOf(id);
  return {
    concern,
    draft: firstDraft(concern),
    villages: concern.commune ? await placesUnder(event, concern.commune.code) : [],
    queue: {
      position: at + 1,
      length: queue.length,
      isMore: concernsToModerate.pageInfo.hasNextPage,
      before: queue[at - 1] ?? null,
      // Whoever stands nowhere in the queue (any more) goes on with its first.
      after: (at < 0 ? queue[0] : queue[at + 1]) ?? null,
    },
    done: memberOf(['published', 'merged', 'returned', 'moved'] as const, event.url.searchParams.get('done')),
  };
};

export const actions: Actions = {
  /** Shows the words as everybody will read them. Nothing is sent. */
  preview: async (event) => {
    const form = await event.request.formData();
    const draft = readDraft(form);
    return { problems: [], kept: keep(form), isAway: false, draft, marks: marksLeft(draft) };
  },

  publish: async (event) => {
    const form = await event.request.formData();
    const draft = readDraft(form);
    /** The editor as it was left, with the names and numbers that still stand in it. */
    const shownAgain = ({ status, data }: ActionFailure<Refusal>) =>
      fail(status, { ...data, draft, marks: marksLeft(draft) });
    const place = await placeOf(event, form, draft);
    if (!place.ok) return shownAgain(refused(form, place.problems, place));
    const input = {
      concernId: event.params.id,
      ...wordsOf(draft),
      category: draft.category ?? 'OTHER',
      topic: draft.topic,
      communeCode: place.communeCode,
      villageCode: place.villageCode,
      aboutOfficeKind: draft.aboutOfficeKind,
      justifiedIdentifiers: [...draft.justified],
    };
    const done = await deed(event, form, PublishIssue, { input }, (data) => data.publishIssue.problems);
    if (done.refusal) return shownAgain(done.refusal);
    goOn(form, 'published');
  },

  merge: async (event) => {
    const form = await event.request.formData();
    const input = { concernId: event.params.id, issueId: textOf(form, 'issue', 40) };
    const done = await deed(event, form, MergeConcern, { input }, (data) => data.mergeConcern.problems);
    if (done.refusal) return done.refusal;
    goOn(form, 'merged');
  },

  return: async (event) => {
    const form = await event.request.formData();
    const reason = memberOf<ReturnReason>(returnReasons, form.get('reason'));
    if (!reason) return refused(form, [{ code: 'REQUIRED', field: 'reason' }]);
    const input = { concernId: event.params.id, reason, note: textOf(form, 'note', 5_000) || null };
    const done = await deed(event, form, ReturnConcern, { input }, (data) => data.returnConcern.problems);
    if (done.refusal) return done.refusal;
    goOn(form, 'returned');
  },

  move: async (event) => {
    const form = await event.request.formData();
    const input = { concernId: event.params.id, isAboutSomeoneInCharge: form.get('inCharge') === 'yes' };
    const problemsOf = (data: MoveConcernMutation) => data.moveConcernToProtection.problems;
    const done = await deed(event, form, MoveConcern, { input }, problemsOf);
    if (done.refusal) return done.refusal;
    goOn(form, 'moved');
  },
};

/** After each deed the concern that followed opens: thirty are screened in ten minutes. */
function goOn(form: FormData, done: 'published' | 'merged' | 'returned' | 'moved'): never {
  const after = textOf(form, 'after', 40);
  const next = /^[0-9a-f-]{36}$/.test(after) ? after : 'next';
  redirect(303, `/facilitate/concerns/${next}?done=${done}`);
}

/**
 * What the editor begins with: the child's words in their language, without the marked names and numbers. Where they may
 * speak of harm it begins empty: nobody publishes such words by a slip.
 */
function firstDraft(concern: Concern): IssueDraft {
  const words = concern.signs.length > 0 ? '' : withoutMarks(concern.text ?? '', concern.identifiers);
  const title = titleFrom(words);
  const isKhmer = words === '' || /[\u1780-\u17ff]/.test(words);
  return {
    titleKm: isKhmer ? title : '',
    wordsKm: isKhmer ? words : '',
    titleEn: isKhmer ? '' : title,
    wordsEn: isKhmer ? '' : words,
    category: concern.category,
    topic: concern.topic ?? null,
    villageCode: concern.village?.code ?? '',
    aboutOfficeKind: concern.aboutOfficeKind ?? null,
    justified: [],
  };
}

/** The commune the issue is of: another one where the moderator names it, else the child's. */
async function placeOf(event: RequestEvent, form: FormData, draft: IssueDraft) {
  const other = await readPlace(event, form, 'communeCode', 'COMMUNE');
  if (!other.ok) return other;
  if (other.code) return { ok: true as const, communeCode: other.code, villageCode: null };
  const { concern } = await ask(event, ConcernToRead, { id: event.params.id });
  const code = concern?.commune?.code;
  if (!code)
    return { ok: false as const, problems: [{ code: 'REQUIRED' as const, field: 'communeCode' }], found: [] };
  const isInside = draft.villageCode.startsWith(code) && draft.villageCode.length === 8;
  return { ok: true as const, communeCode: code, villageCode: isInside ? draft.villageCode : null };
}
