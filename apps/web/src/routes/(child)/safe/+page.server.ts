import { randomUUID } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import { characters, newReceipt } from '@samleng/text';
import { communeCodeOf, placeCodeOf, textOf } from '#lib/forms/read.ts';
import {
  longestReport,
  looksLikeSound,
  mostVoiceBytes,
  newSafeValues,
  readSafe,
  recordingOf,
  type SafeValues,
} from '#lib/forms/safe.ts';
import { address } from '#lib/address.ts';
import { placeByCode, placeChoice, placesUnder } from '#lib/server/choose-place.ts';
import { readCookie } from '#lib/server/cookies.ts';
import type { ProblemCode } from '#lib/server/generated/protection/graphql.ts';
import { askDeskIfThere, attemptAtDesk, type DeskAsker, sendVoice } from '#lib/server/protection.ts';
import { DeskStatus, DiscloseHarm } from '#lib/server/protection-operations/child.ts';
import { leaveSlip } from '#lib/server/slip.ts';
import { tryAgain } from '#lib/server/try-again.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  // A form that was sent brings what its screen shows.
  if (event.request.method === 'POST') return { screen: 'none' as const };
  const { searchParams } = event.url;
  const near = searchParams.get('near')?.slice(0, 100) ?? '';
  if (near !== '' || searchParams.has('area')) {
    const choice = await placeChoice(event, near, placeCodeOf(searchParams.get('area')));
    return { screen: 'where' as const, choice };
  }
  return beforeScreen(event, communeCodeOf(searchParams.get('commune') ?? readCookie(event, 'commune')));
};

export const actions: Actions = {
  /** Every button of the screens: `go` says which. The address says nothing. */
  go: async (event) => {
    const form = await event.request.formData();
    const [deed = '', code = ''] = textOf(form, 'go', 40).split(':');
    switch (deed) {
      case 'findPlace':
        redirect(303, address('/safe', { near: textOf(form, 'placeText', 100).trim() || ' ' }));
        break;
      case 'area':
        redirect(303, `/safe?area=${placeCodeOf(code) ?? ''}`);
        break;
      case 'place':
        redirect(303, address('/safe', { commune: communeCodeOf(code) }));
        break;
      case 'tell':
        return tellScreen(event, newSafeValues(newReceipt(), communeCodeOf(form.get('commune'))));
    }
    const values = readSafe(form);
    if (!values) redirect(303, '/safe');
    return send(event, values, recordingOf(form));
  },
};

/** Screen 1, before a word is typed: what stays secret, what cannot, who reads it and when. */
async function beforeScreen(event: RequestEvent, communeCode: string | null) {
  const [place, status] = await Promise.all([
    communeCode ? placeByCode(event, communeCode) : null,
    statusFor(event, communeCode),
  ]);
  return { screen: 'before' as const, place, communeCode, status };
}

/** Screen 2: the words. */
async function tellScreen(
  event: RequestEvent,
  values: SafeValues,
  problems: readonly Shown[] = [],
  unsent: Unsent | null = null,
) {
  const [status, villages] = await Promise.all([
    statusFor(event, values.commune),
    values.commune ? placesUnder(event, values.commune) : [],
  ]);
  return { screen: 'tell' as const, values, readers: status?.readers ?? [], villages, problems, unsent };
}

type Shown = { code: ProblemCode; field?: string | null };
/** Why nothing was sent although nothing is wrong with the form. */
type Unsent = 'AWAY' | 'CLOSED' | 'VOICE_LOST' | 'VOICE_TOO_LONG' | 'VOICE_NO_SOUND';

/** Whether the desk takes something in now; null when it does not answer. */
async function statusFor(event: RequestEvent, placeCode: string | null) {
  const status = (await askDeskIfThere(unlinked(event), DeskStatus, { placeCode }))?.deskStatus;
  return status?.isOpen ? status : null;
}

/** The two services' logs know this request by different numbers. */
function unlinked(event: RequestEvent): DeskAsker {
  return {
    locals: { ...event.locals, requestId: randomUUID() },
    getClientAddress: () => event.getClientAddress(),
  };
}

/**
 * Sends it. The words stand in the form and in the request, and are kept nowhere here: when the desk does not take
 * them they come back in the form, with the same code and key, and the page says that nothing was sent.
 */
async function send(event: RequestEvent, values: SafeValues, recording: File | null) {
  const refuse = async (status: number, problems: readonly Shown[], unsent: Unsent | null = null) =>
    fail(status, await tellScreen(event, values, problems, unsent));
  const hasWords = values.text.trim() !== '';
  const voice = recording && recording.size <= mostVoiceBytes ? await bytesOf(recording) : null;
  const isSound = voice !== null && looksLikeSound(voice);
  if (!hasWords && !recording) return refuse(400, [{ code: 'REQUIRED', field: 'text' }]);
  if (!hasWords && !isSound) return refuse(400, [], voice ? 'VOICE_NO_SOUND' : 'VOICE_TOO_LONG');
  if (characters(values.text) > longestReport) return refuse(400, [{ code: 'TOO_LONG', field: 'text' }]);

  const asker = unlinked(event);
  const input = {
    idempotencyKey: values.key,
    receipt: values.receipt,
    text: values.text,
    dangerNow: values.danger,
    aboutSomeoneInCharge: values.charge,
    accusedRole: values.role,
    communeCode: values.commune,
    villageCode: values.village,
    notReadBy: [...values.notReadBy],
    alias: values.alias || null,
    callback: values.callback || null,
    sex: values.sex,
    ageBand: values.ageBand,
    voiceFollows: isSound,
  };
  const outcome = await tryAgain(() => attemptAtDesk(asker, DiscloseHarm, { input }));
  if (!outcome.ok) {
    return outcome.status === 429
      ? refuse(429, [{ code: 'TOO_MANY_CONCERNS' }])
      : refuse(outcome.status, [], 'AWAY');
  }
  const { problems } = outcome.data.discloseHarm;
  // An earlier try arrived though its reply was lost: what counts is what arrived first, under this very code.
  const isEarlier = problems[0]?.code === 'SAME_KEY_OTHER_CONTENT';
  if (problems[0]?.code === 'INTAKE_CLOSED') return refuse(503, [], 'CLOSED');
  if (problems.length > 0 && !isEarlier) return refuse(400, problems);

  const { receipt, voiceKey } = values;
  const isHeard = isSound && (await isVoiceKept(asker, { receipt, idempotencyKey: voiceKey, bytes: voice }));
  // Without words the recording is all there is: the form stays, and sends to the same code again.
  if (!hasWords && !isHeard) return refuse(503, [], 'VOICE_LOST');
  const sent = { show: 'SENT' as const, receipt, isVoiceLost: recording !== null && !isHeard, isEarlier };
  // A browser that keeps no cookies would lose the code on the way.
  if (readCookie(event, 'device') === undefined) return { screen: 'sent' as const, ...sent };
  leaveSlip(event, sent);
  redirect(303, '/my');
}

async function isVoiceKept(asker: DeskAsker, voice: Parameters<typeof sendVoice>[1]): Promise<boolean> {
  const problems = await sendVoice(asker, voice);
  // The same recording or another one under the same key: one of this form's is there.
  return problems !== null && problems.every(({ code }) => code === 'SAME_KEY_OTHER_CONTENT');
}

async function bytesOf(recording: File): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await recording.arrayBuffer());
}
