import { type ActionFailure, error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import { memberOf, textOf } from '#lib/forms/read.ts';
import type { Refusal } from '#lib/forms/refusal.ts';
import type { Done } from '#lib/server/deed.ts';
import { refused } from '#lib/server/deed.ts';
import { askDesk } from '#lib/server/protection.ts';
import { deskDeed, reauthenticateWithForm } from '#lib/server/protection-deed.ts';
import { deskViewerOf } from '#lib/server/protection-guard.ts';
import {
  AcceptHandOver,
  AddNote,
  AssignCase,
  CaseAtDesk,
  CloseCase,
  DeclineHandOver,
  EraseCase,
  EscalateCase,
  ExcludePerson,
  HandOverCase,
  OpenCase,
  ReplyToChild,
  TriageCase,
} from '#lib/server/protection-operations/cases.ts';
import { NoteReferralOutcome, SendReferral } from '#lib/server/protection-operations/referrals.ts';
import { placesNamed } from '#lib/server/protection-places.ts';
import {
  accusedRoles,
  caseKinds,
  closings,
  dutyReasons,
  readingReasons,
  referralOutcomes,
  saidAnswers,
  urgencies,
} from '#lib/words/desk-lists.ts';
import { doneAtCase, type CaseDeed } from '#lib/words/case-deeds.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!isId(event.params.id)) error(404, 'refused');
  const { case: card, connectedSystems } = await askDesk(event, CaseAtDesk, { id: event.params.id });
  const viewer = deskViewerOf(event);
  return {
    card,
    connectedSystems,
    viewer: { id: viewer.id, role: viewer.role, isReauthenticated: viewer.isReauthenticated },
    places: await placesNamed([card.communeCode]),
    key: randomUUID(),
    now: Date.now(),
    done: memberOf(doneAtCase, event.url.searchParams.get('done')),
  };
};

export const actions: Actions = {
  /**
   * Shows what a case holds. That it was opened is written down by the desk each time; so the content is the answer
   * to this post, and going back or reloading the address shows the card only.
   */
  open: async (event) => {
    const form = await event.request.formData();
    const refusal = await reauthenticateWithForm(event, form);
    if (refusal) return named('open', refusal);
    const reason = memberOf(readingReasons, form.get('reason'));
    if (!reason) return named('open', refused(form, [{ code: 'REQUIRED', field: 'reason' }]));
    const done = await deskDeed(
      event,
      form,
      OpenCase,
      { input: { caseId: caseId(event), reason } },
      (data) => data.openCase.problems,
    );
    if (done.refusal) return named('open', done.refusal);
    const { opened } = done.data.openCase;
    if (!opened) error(404, 'refused');
    return {
      opened,
      reason,
      reportPlaces: await placesNamed([opened.report.villageCode ?? opened.report.communeCode]),
    };
  },

  reply: (event) =>
    go(event, 'reply', 'replied', (form) =>
      deskDeed(event, form, ReplyToChild, { input: written(event, form) }, (d) => d.replyToChild.problems),
    ),
  note: (event) =>
    go(event, 'note', 'noted', (form) =>
      deskDeed(event, form, AddNote, { input: written(event, form) }, (d) => d.addNote.problems),
    ),
  triage: (event) =>
    go(event, 'triage', 'triaged', async (form) => {
      const urgency = memberOf(urgencies, form.get('urgency'));
      const danger = memberOf(saidAnswers, form.get('danger'));
      const kind = memberOf(caseKinds, form.get('kind'));
      if (!urgency || !danger || !kind) {
        const fields = { urgency, danger, kind };
        const missing = Object.entries(fields).filter(([, value]) => value === null);
        return {
          refusal: refused(
            form,
            missing.map(([field]) => ({ code: 'REQUIRED' as const, field })),
          ),
        };
      }
      const input = {
        caseId: caseId(event),
        urgency,
        danger,
        kind,
        accusedRole: memberOf(accusedRoles, form.get('accusedRole')),
        duty: memberOf(dutyReasons, form.get('duty')),
        note: textOf(form, 'triageNote') || null,
      };
      return deskDeed(event, form, TriageCase, { input }, (d) =>
        asField(d.triageCase.problems, 'triageNote'),
      );
    }),
  take: (event) =>
    go(event, 'take', 'taken', (form) => {
      const input = { caseId: caseId(event), accountId: deskViewerOf(event).id };
      return deskDeed(event, form, AssignCase, { input }, (d) => d.assignCase.problems);
    }),
  assign: (event) =>
    go(event, 'assign', 'assigned', (form) => {
      const input = { caseId: caseId(event), accountId: textOf(form, 'accountId', 40) };
      return deskDeed(event, form, AssignCase, { input }, (d) => d.assignCase.problems);
    }),
  handOver: (event) =>
    go(event, 'handOver', 'offered', (form) => {
      const input = { caseId: caseId(event), toAccountId: textOf(form, 'toAccountId', 40) };
      return deskDeed(event, form, HandOverCase, { input }, (d) => d.handOverCase.problems);
    }),
  accept: (event) =>
    go(event, 'accept', 'accepted', (form) =>
      deskDeed(
        event,
        form,
        AcceptHandOver,
        { input: { caseId: caseId(event) } },
        (d) => d.acceptHandOver.problems,
      ),
    ),
  decline: (event) =>
    go(event, 'accept', 'declined', (form) =>
      deskDeed(
        event,
        form,
        DeclineHandOver,
        { input: { caseId: caseId(event) } },
        (d) => d.declineHandOver.problems,
      ),
    ),
  escalate: (event) =>
    go(event, 'escalate', 'escalated', (form) =>
      deskDeed(
        event,
        form,
        EscalateCase,
        { input: { caseId: caseId(event) } },
        (d) => d.escalateCase.problems,
      ),
    ),
  exclude: (event) =>
    go(event, 'exclude', 'excluded', (form) => {
      const input = { caseId: caseId(event), accountId: textOf(form, 'accountId', 40) };
      return deskDeed(event, form, ExcludePerson, { input }, (d) => d.excludePerson.problems);
    }),
  close: (event) =>
    go(event, 'close', 'closed', async (form) => {
      const closing = memberOf(closings, form.get('closing'));
      if (!closing) return { refusal: refused(form, [{ code: 'REQUIRED', field: 'closing' }]) };
      const input = { caseId: caseId(event), closing, note: textOf(form, 'closingNote') || null };
      return deskDeed(event, form, CloseCase, { input }, (d) => asField(d.closeCase.problems, 'closingNote'));
    }),
  erase: (event) =>
    go(event, 'erase', 'erased', (form) =>
      deskDeed(event, form, EraseCase, { input: { caseId: caseId(event) } }, (d) => d.eraseCase.problems),
    ),
  outcome: (event) =>
    go(event, 'outcome', 'outcome', async (form) => {
      const outcome = memberOf(referralOutcomes, form.get('outcome'));
      if (!outcome) return { refusal: refused(form, [{ code: 'REQUIRED', field: 'outcome' }]) };
      const input = { referralId: textOf(form, 'referralId', 40), outcome };
      return deskDeed(event, form, NoteReferralOutcome, { input }, (d) => d.noteReferralOutcome.problems);
    }),
  send: (event) =>
    go(event, 'outcome', 'sent', async (form) => {
      const system = memberOf(['PRIMERO', 'OSCAR'] as const, form.get('system'));
      if (!system) return { refusal: refused(form, [{ code: 'REQUIRED', field: 'system' }]) };
      const input = { referralId: textOf(form, 'referralId', 40), system };
      return deskDeed(event, form, SendReferral, { input }, (d) => d.sendReferral.problems);
    }),
};

/** A deed on the case: the passphrase again where it was asked for, the deed, and back to the card. */
async function go(
  event: RequestEvent,
  deed: CaseDeed,
  done: (typeof doneAtCase)[number] | 'erased' | 'declined',
  act: (form: FormData) => Promise<Done<unknown>>,
) {
  const form = await event.request.formData();
  const refusal = (await reauthenticateWithForm(event, form)) ?? (await act(form)).refusal;
  if (refusal) return named(deed, refusal);
  // After these the case may not be there for whoever did it.
  const isGone = done === 'erased' || done === 'declined';
  redirect(303, `${isGone ? '/protect/inbox' : `/protect/cases/${caseId(event)}`}?done=${done}`);
}

/** Tells the page which of its forms was refused. */
function named(deed: CaseDeed, { status, data }: ActionFailure<Refusal>) {
  return fail(status, { ...data, deed });
}

function written(event: RequestEvent, form: FormData) {
  return {
    caseId: caseId(event),
    idempotencyKey: textOf(form, 'key', 40),
    text: textOf(form, 'text'),
  };
}

/** Two forms of the page have a field that the desk calls `note`. */
function asField<Problem extends { field?: string | null }>(problems: readonly Problem[], field: string) {
  return problems.map((problem) => (problem.field === 'note' ? { ...problem, field } : problem));
}

function caseId(event: RequestEvent): string {
  const id = event.params['id'] ?? '';
  if (!isId(id)) error(404, 'refused');
  return id;
}

function isId(id: string): boolean {
  return /^[0-9a-f-]{36}$/.test(id);
}
