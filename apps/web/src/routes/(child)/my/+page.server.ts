import { fail, redirect } from '@sveltejs/kit';
import { newReceipt, parseReceipt } from '@samleng/text';
import { type ProblemCode, type Verdict, verdicts } from '@samleng/vocabulary';
import { memberOf, textOf } from '#lib/forms/read.ts';
import { attempt } from '#lib/server/api.ts';
import { readCookie } from '#lib/server/cookies.ts';
import type { ProblemCode as DeskProblemCode } from '#lib/server/generated/protection/graphql.ts';
import { askerAtDesk, lookUp } from '#lib/server/look-up.ts';
import { GiveVerdictByReceipt } from '#lib/server/operations/concerns.ts';
import { attemptAtDesk } from '#lib/server/protection.ts';
import { ChangeReceipt, EraseMyCase, SendMessage } from '#lib/server/protection-operations/child.ts';
import { dropSlip, leaveSlip, readSlip, receiptForForms, receiptOfForm } from '#lib/server/slip.ts';
import { tryAgain } from '#lib/server/try-again.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** A receipt in any digits and grouping, or as a page's forms carry it; longer than any of them is none. */
const longestReceipt = 400;

/** What the form that was sent left word of. Only a new code can be seen again, until it is said to be kept. */
export const load: PageServerLoad = async (event) => {
  if (event.request.method === 'POST') return { screen: 'ask' as const };
  const slip = readSlip(event);
  // What a code opens stays off the phone.
  if (slip) event.setHeaders({ 'samleng-offline': 'no' });
  switch (slip?.show) {
    case 'SENT':
    case 'CHANGED':
      return { screen: 'code' as const, slip };
    case 'ERASED':
      dropSlip(event);
      return { screen: 'erased' as const };
    case 'OPEN':
      dropSlip(event);
      return openedScreen(event, slip.receipt, slip);
    default:
      return { screen: 'ask' as const };
  }
};

/** What the receipt opens, with what the page's forms need. */
async function openedScreen(
  event: RequestEvent,
  receipt: string,
  { isCase, isWritten = false }: { isCase: boolean; isWritten?: boolean },
) {
  return {
    screen: 'opened' as const,
    opened: await lookUp(event, receipt, isCase),
    receipt: receiptForForms(event, receipt),
    fresh: { key: crypto.randomUUID(), receipt: newReceipt() },
    isWritten,
  };
}

type Problems = { code: ProblemCode; field?: string | null }[];

/** Nothing to show: because of what was typed, or (`isAway`) because the service did not answer. */
function refused(status: number, problems: Problems, isAway = false) {
  return fail(status, { problems, isAway });
}

/** Something a child does with its case that was not done. Words stay in the form, and nowhere else. */
function notDone(
  event: RequestEvent,
  receipt: string,
  why: {
    status?: number;
    problems?: readonly { code: DeskProblemCode; field?: string | null }[];
    key?: string;
    text?: string;
  },
) {
  const { status = 400, problems = [], key = crypto.randomUUID(), text = '' } = why;
  const isAway = problems.length === 0;
  return fail(status, { notDone: { problems, isAway, receipt: receiptForForms(event, receipt), key, text } });
}

/** The receipt a page's form carries; without one, back to typing it. */
function receiptOf(event: RequestEvent, form: FormData): string {
  const receipt = receiptOfForm(event, textOf(form, 'receipt', longestReceipt));
  if (receipt === null) redirect(303, '/my');
  return receipt;
}

export const actions: Actions = {
  open: async (event) => {
    const typed = textOf(await event.request.formData(), 'receipt', longestReceipt);
    if (typed.trim() === '') return refused(400, [{ code: 'REQUIRED', field: 'receipt' }]);
    const receipt = parseReceipt(typed);
    if (!receipt.ok) return refused(400, [{ code: 'RECEIPT_NOT_RIGHT', field: 'receipt' }]);
    const slip = { show: 'OPEN', receipt: receipt.value, isCase: false } as const;
    // A browser that keeps no cookies would lose it on the way.
    if (readCookie(event, 'device') === undefined) return openedScreen(event, receipt.value, slip);
    leaveSlip(event, slip);
    redirect(303, '/my');
  },

  /** The code stands on paper now. */
  kept: (event) => {
    dropSlip(event);
    redirect(303, '/my');
  },

  verdict: async (event) => {
    const form = await event.request.formData();
    const receipt = receiptOf(event, form);
    const verdict = memberOf<Verdict>(verdicts, form.get('verdict'));
    if (!verdict) return refused(400, [{ code: 'NOT_IN_LIST', field: 'receipt' }]);
    const outcome = await attempt(event, GiveVerdictByReceipt, { receipt, verdict });
    if (!outcome.ok) {
      return outcome.status === 429
        ? refused(429, [{ code: 'TOO_MANY_TRIES', field: 'receipt' }])
        : refused(outcome.status, [], true);
    }
    const { issue, problems } = outcome.data.giveVerdict;
    if (!issue) return refused(400, problems);
    // The concern is not opened again: each opening costs one of the few tries a phone has.
    return { given: verdict, issueId: issue.id };
  },

  write: async (event) => {
    const form = await event.request.formData();
    const receipt = receiptOf(event, form);
    const [key, text] = [textOf(form, 'key', 40), textOf(form, 'text', 200_000)];
    if (text.trim() === '')
      return notDone(event, receipt, { problems: [{ code: 'REQUIRED', field: 'text' }], key });
    const input = { receipt, idempotencyKey: key, text };
    const outcome = await tryAgain(() => attemptAtDesk(askerAtDesk(event), SendMessage, { input }));
    if (!outcome.ok) return notDone(event, receipt, { status: outcome.status, key, text });
    const { problems } = outcome.data.sendMessage;
    if (problems.length > 0) {
      const isUsed = problems[0]?.code === 'SAME_KEY_OTHER_CONTENT';
      return notDone(event, receipt, { problems, text, ...(isUsed ? {} : { key }) });
    }
    leaveSlip(event, { show: 'OPEN', receipt, isCase: true, isWritten: true });
    redirect(303, '/my');
  },

  changeCode: async (event) => {
    const form = await event.request.formData();
    const receipt = receiptOf(event, form);
    const fresh = parseReceipt(textOf(form, 'newReceipt', 20));
    if (!fresh.ok) redirect(303, '/my');
    const outcome = await attemptAtDesk(askerAtDesk(event), ChangeReceipt, {
      input: { receipt, newReceipt: fresh.value },
    });
    if (!outcome.ok) return notDone(event, receipt, { status: outcome.status });
    const { problems } = outcome.data.changeReceipt;
    if (problems.length > 0) return notDone(event, receipt, { problems });
    leaveSlip(event, { show: 'CHANGED', receipt: fresh.value });
    redirect(303, '/my');
  },

  erase: async (event) => {
    const form = await event.request.formData();
    const receipt = receiptOf(event, form);
    if (form.get('sure') !== 'yes') return notDone(event, receipt, { problems: [{ code: 'REQUIRED' }] });
    const outcome = await attemptAtDesk(askerAtDesk(event), EraseMyCase, { input: { receipt } });
    if (!outcome.ok) return notDone(event, receipt, { status: outcome.status });
    const { problems } = outcome.data.eraseMyCase;
    if (problems.length > 0) return notDone(event, receipt, { problems });
    leaveSlip(event, { show: 'ERASED' });
    redirect(303, '/my');
  },
};
