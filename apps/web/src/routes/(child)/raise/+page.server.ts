import { fail, redirect } from '@sveltejs/kit';
import type { ProblemCode } from '@samleng/vocabulary';
import { characters, newReceipt } from '@samleng/text';
import { parseAboutMe, saysSomething, writeAboutMe } from '#lib/forms/about-me.ts';
import { communeCodeOf, placeCodeOf, textOf } from '#lib/forms/read.ts';
import { longestConcern, newRaiseValues, type RaiseValues, readRaise } from '#lib/forms/raise.ts';
import { recordingOf } from '#lib/forms/recording.ts';
import { giveRecording } from '#lib/server/recordings.ts';
import { askIfThere } from '#lib/server/api.ts';
import { placeByCode, placeChoice, placesUnder } from '#lib/server/choose-place.ts';
import { readCookie, setCookie } from '#lib/server/cookies.ts';
import { SimilarIssues } from '#lib/server/operations/concerns.ts';
import { raiseConcern } from '#lib/server/raise-concern.ts';
import { nextTurn, turnOf } from '#lib/server/tablet.ts';
import { support } from '#lib/server/support.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => {
  const fromLink = communeCodeOf(event.url.searchParams.get('commune'));
  const commune = fromLink ?? communeCodeOf(readCookie(event, 'commune'));
  const about = parseAboutMe(readCookie(event, 'about'));
  const turn = turnOf(event) ?? '';
  return { turn, fresh: newRaiseValues(newReceipt(), crypto.randomUUID(), commune, about) };
};

export const actions: Actions = {
  /** Every button of the three screens: `go` says which. */
  go: async (event) => {
    const form = await event.request.formData();
    const read = readRaise(form);
    if (!read || textOf(form, 'turn', 40) !== (turnOf(event) ?? '')) redirect(303, '/raise');
    const heard = await withRecording(event, form, read);
    if (!heard.ok) return fail(400, await textScreen(event, read, [], null, heard.badVoice));
    const { values } = heard;
    const go = textOf(form, 'go', 40);
    const [deed = '', code = ''] = go.split(':');
    switch (deed) {
      case 'sendNew':
        return send(event, { ...values, hasSeenSimilar: true });
      case 'lane':
        return { screen: 'lane' as const, values };
      case 'text':
        return textScreen(event, values);
      case 'send':
        return send(event, values);
      case 'findPlace':
        return aboutScreen(event, { ...values, commune: null }, textOf(form, 'placeText', 100), null);
      case 'area':
        return aboutScreen(event, { ...values, commune: null }, '', placeCodeOf(code));
      case 'place':
        return aboutScreen(event, { ...values, commune: communeCodeOf(code), village: null }, '', null);
      default:
        return aboutScreen(event, values, '', null);
    }
  },

  /** On a club's tablet: the next child begins, and finds nothing of the one before. */
  next: (event) => {
    if (turnOf(event) !== undefined) nextTurn(event);
    redirect(303, '/raise');
  },

  /** "Is it this?" – yes. One tap supports it, and nothing is sent. */
  support: async (event) => {
    const form = await event.request.formData();
    const issueId = textOf(form, 'issue', 40);
    await support(event, issueId);
    redirect(303, `/issues/${encodeURIComponent(issueId)}`);
  },
};

/** Screen 2: what it is about, and where. */
async function aboutScreen(event: RequestEvent, values: RaiseValues, placeText: string, area: string | null) {
  const place = values.commune ? await placeByCode(event, values.commune) : null;
  return {
    screen: 'about' as const,
    values,
    place,
    villages: place ? await placesUnder(event, place.code) : [],
    choice: place ? null : await placeChoice(event, placeText, area),
  };
}

/** Screen 3: the words. */
async function textScreen(
  event: RequestEvent,
  values: RaiseValues,
  problems: Shown[] = [],
  unsent: 'busy' | 'away' | null = null,
  badVoice: BadVoice | null = null,
) {
  return {
    screen: 'text' as const,
    values,
    place: values.commune ? await placeByCode(event, values.commune) : null,
    problems,
    unsent,
    badVoice,
  };
}

type BadVoice = 'noSound' | 'tooLong' | 'lost';

/** A recording that came with the form goes to the service at once; the form carries its id from then on. */
async function withRecording(
  event: RequestEvent,
  form: FormData,
  values: RaiseValues,
): Promise<{ ok: true; values: RaiseValues } | { ok: false; badVoice: BadVoice }> {
  const file = recordingOf(form);
  if (!file) return { ok: true, values };
  const given = await giveRecording(event, 'CONCERN', values.key, file);
  if (given.ok) return { ok: true, values: { ...values, voice: given.id } };
  if (given.problem === 'away') return { ok: false, badVoice: 'lost' };
  switch (given.problem.code) {
    case 'MEDIA_TOO_LARGE':
      return { ok: false, badVoice: 'tooLong' };
    case 'MEDIA_UNREADABLE':
      return { ok: false, badVoice: 'noSound' };
    default:
      return { ok: false, badVoice: 'lost' };
  }
}

type Shown = { code: ProblemCode; field?: string | null };

/**
 * Sends the concern. Before the first try similar issues of the commune are shown, if there are any; a service that
 * is away loses nothing: the words, the receipt and the key stay on the screen.
 */
async function send(event: RequestEvent, values: RaiseValues) {
  if (values.text.trim() === '' && !values.voice) {
    return fail(400, await textScreen(event, values, [{ code: 'REQUIRED', field: 'text' }]));
  }
  // Longer words would not even reach the service; here they stay on the screen, to be shortened.
  if (characters(values.text) > longestConcern) {
    return fail(400, await textScreen(event, values, [{ code: 'TOO_LONG', field: 'text' }]));
  }
  if (!values.hasSeenSimilar && values.commune && values.text.trim() !== '') {
    const similar = await similarTo(event, values.text, values.commune);
    if (similar.length > 0) {
      return { screen: 'similar' as const, values: { ...values, hasSeenSimilar: true }, similar };
    }
  }
  const outcome = await raiseConcern(event, values);
  if (!outcome.ok) {
    const problems: Shown[] = outcome.status === 429 ? [{ code: 'TOO_MANY_CONCERNS' }] : [];
    const unsent = outcome.isBusy ? 'busy' : outcome.status === 429 ? null : 'away';
    return fail(outcome.status, await textScreen(event, values, problems, unsent));
  }
  const { problems } = outcome.data.raiseConcern;
  if (problems[0]?.code === 'SAME_KEY_OTHER_CONTENT') {
    // An earlier try arrived though its reply was lost, or one went back after sending and wrote anew: what counts
    // is what arrived first, under this very receipt.
    return { screen: 'sent' as const, receipt: values.receipt, commune: values.commune, isEarlier: true };
  }
  if (problems.some(({ field }) => field === 'voiceId')) {
    // It is two days old, or of another phone: it is to be spoken once more.
    return fail(400, await textScreen(event, { ...values, voice: null }, [], null, 'lost'));
  }
  if (problems.length > 0) return fail(400, await textScreen(event, values, problems));
  if (values.isRemembered && saysSomething(values.about)) {
    setCookie(event, 'about', writeAboutMe(values.about));
  }
  return { screen: 'sent' as const, receipt: values.receipt, commune: values.commune, isEarlier: false };
}

async function similarTo(event: RequestEvent, text: string, communeCode: string) {
  const answer = await askIfThere(event, SimilarIssues, { text, communeCode });
  return answer?.similarIssues ?? [];
}
