import { error } from '@sveltejs/kit';
import { memberOf, textOf } from '#lib/forms/read.ts';
import { refused } from '#lib/server/deed.ts';
import { askDesk } from '#lib/server/protection.ts';
import { deskDeed, reauthenticateWithForm } from '#lib/server/protection-deed.ts';
import { deskViewerOf } from '#lib/server/protection-guard.ts';
import { CaseAtDesk } from '#lib/server/protection-operations/cases.ts';
import { ReferCase } from '#lib/server/protection-operations/referrals.ts';
import { placesNamed } from '#lib/server/protection-places.ts';
import { dutyReasons, referralReceivers } from '#lib/words/desk-lists.ts';
import { paperLines } from '#lib/words/referral-paper.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!/^[0-9a-f-]{36}$/.test(event.params.id)) error(404, 'refused');
  const { case: card } = await askDesk(event, CaseAtDesk, { id: event.params.id });
  if (!card.viewerCan.open || card.state === 'CLOSED') error(404, 'refused');
  return {
    caseId: card.id,
    isJudged: card.state === 'IN_HAND' || card.state === 'REFERRED',
    isReauthenticated: deskViewerOf(event).isReauthenticated,
    workerName: deskViewerOf(event).name,
  };
};

export const actions: Actions = {
  /** Makes the record; paper and file are the answer to this post and are shown once. */
  default: async (event) => {
    const form = await event.request.formData();
    const receiver = memberOf(referralReceivers, form.get('receiver'));
    const assent = memberOf(['yes', 'no'] as const, form.get('hasAssent'));
    const missing = [
      ...(receiver ? [] : ['receiver']),
      ...(assent ? [] : ['hasAssent']),
      ...(textOf(form, 'summary').trim() ? [] : ['summary']),
    ];
    if (!receiver || !assent || missing.length > 0)
      return refused(
        form,
        missing.map((field) => ({ code: 'REQUIRED' as const, field })),
      );
    const refusal = await reauthenticateWithForm(event, form);
    if (refusal) return refusal;
    const input = {
      caseId: event.params.id,
      receiver,
      summary: textOf(form, 'summary'),
      handsOnWords: form.get('handsOnWords') === 'yes',
      hasAssent: assent === 'yes',
      reasonWithoutAssent: assent === 'yes' ? null : memberOf(dutyReasons, form.get('reasonWithoutAssent')),
    };
    const done = await deskDeed(event, form, ReferCase, { input }, (data) => data.referCase.problems);
    if (done.refusal) return done.refusal;
    const { lines, file, referral } = done.data.referCase;
    if (!file || !referral) error(404, 'refused');
    const place = lines.find(({ label }) => label === 'placeCode')?.text;
    return { paper: { lines: paperLines(lines, await placesNamed([place])), file, receiver } };
  },
};
