import { randomBytes, randomUUID } from 'node:crypto';
import { AsyncLocalStorage } from 'node:async_hooks';
import { type Handle, type HandleServerError, sequence } from '@sveltejs/kit/hooks';
import { error, redirect } from '@sveltejs/kit';
import { isLanguage, type Language, languages } from '#lib/language.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { keptForStaff } from '#lib/offline/item.ts';
import { deleteCookie, readCookie, setCookie, setLanguageCookie } from '#lib/server/cookies.ts';
import { putHeaders, squeeze } from '#lib/server/headers.ts';
import { mayOnly, signedInOnly } from '#lib/server/guard.ts';
import { logFault } from '#lib/server/log.ts';
import { putOfflineWord } from '#lib/server/offline.ts';
import { atDeskOnly } from '#lib/server/protection-guard.ts';
import { whoIsAtDesk } from '#lib/server/protection-viewer.ts';
import { turnOf } from '#lib/server/tablet.ts';
import { whoIsHere } from '#lib/server/viewer.ts';

const speaking = new AsyncLocalStorage<Language>();
overwriteGetLocale(() => speaking.getStore() ?? languages[0]);

/** Numbers the request, and puts the headers of SAFETY on whatever comes back. */
const guardReply: Handle = async ({ event, resolve }) => {
  event.locals.requestId = randomUUID();
  event.locals.nonce = randomBytes(16).toString('base64');
  event.locals.viewer = null;
  event.locals.sessionToken = null;
  event.locals.deskToken = null;
  event.locals.deskViewer = null;
  event.locals.withPictures = false;
  const response = await resolve(event);
  putHeaders(event, response.headers);
  if (response.status === 200) putOfflineWord(event, response.headers);
  return squeeze(event.request, response);
};

/** The language: `?language=en` chooses it and is gone from the address; a cookie remembers it. */
const chooseLanguage: Handle = async ({ event, resolve }) => {
  const chosen = event.url.searchParams.get('language');
  if (event.request.method === 'GET' && isLanguage(chosen)) {
    setLanguageCookie(event, chosen);
    const there = new URL(event.url);
    there.searchParams.delete('language');
    redirect(303, `${there.pathname}${there.search}`);
  }
  const remembered = event.cookies.get('language');
  event.locals.language = isLanguage(remembered) && !isOnPaper(event.route.id) ? remembered : languages[0];
  return speaking.run(event.locals.language, () =>
    resolve(event, {
      transformPageChunk: ({ html }) =>
        html
          .replace('%language%', event.locals.language)
          .replace(' %pictures%', event.locals.withPictures ? ' data-pictures' : '')
          .replace(' %save%', event.request.headers.get('save-data') === 'on' ? ' data-save' : ''),
      // Fonts come when the words need them: a page in English loads none.
      preload: ({ type }) => type === 'css',
    }),
  );
};

/** Whether a page is made for printing at an office: papers for meetings are in Khmer, whoever prints them. */
function isOnPaper(route: string | null): boolean {
  const isOfMeeting = route === '/(facilitate)/facilitate/meetings/[id]/print';
  const isInfoSheet = route === '/(child)/scorecards/[id]/sheet';
  return isOfMeeting || isInfoSheet || (route?.startsWith('/(office)/office/print') ?? false);
}

function isAtDesk(route: string | null): boolean {
  return route?.startsWith('/(protect)/') ?? false;
}

/** Pictures and sound instead of words: `?pictures=yes` chooses it and is gone from the address. */
const choosePictures: Handle = ({ event, resolve }) => {
  const chosen = event.url.searchParams.get('pictures');
  if (event.request.method === 'GET' && (chosen === 'yes' || chosen === 'no')) {
    if (chosen === 'yes') setCookie(event, 'pictures', 'yes');
    else deleteCookie(event, 'pictures');
    const there = new URL(event.url);
    there.searchParams.delete('pictures');
    redirect(303, `${there.pathname}${there.search}`);
  }
  const isForChildren = event.route.id?.startsWith('/(child)') ?? false;
  event.locals.withPictures = isForChildren && readCookie(event, 'pictures') === 'yes';
  return resolve(event);
};

/** The phone: 128 random bits that say nothing about its owner. */
const knowDevice: Handle = async ({ event, resolve }) => {
  const device = readCookie(event, 'device');
  if (device && /^[0-9a-f]{32}$/.test(device)) {
    event.locals.device = device;
  } else {
    event.locals.device = randomBytes(16).toString('hex');
    setCookie(event, 'device', event.locals.device, 2 * 365 * 24 * 60 * 60);
  }
  return resolve(event);
};

/**
 * The person signed in, where there is one. Under /protect that is somebody of the desk, by the desk's own session:
 * neither service hears of a session of the other.
 */
const knowViewer: Handle = async ({ event, resolve }) => {
  if (isAtDesk(event.route.id)) {
    event.locals.deskToken = readCookie(event, 'desk') ?? null;
    event.locals.deskViewer = await whoIsAtDesk(event);
    return resolve(event);
  }
  const token = readCookie(event, 'session');
  if (token) {
    event.locals.sessionToken = token;
    event.locals.viewer = await whoIsHere(event);
  }
  return resolve(event);
};

const tabletPage = '/(facilitate)/facilitate/tablet';

/**
 * Keeps each staff audience's pages, forms and endpoints to those who may. It stands here and not in a layout's
 * `load`, because form actions and endpoints run without one.
 */
const guardAudience: Handle = ({ event, resolve }) => {
  const audience = /^\/\((\w+)\)/.exec(event.route.id ?? '')?.[1];
  // The tablet is in a child's hands: staff's pages open again with the passphrase.
  const isStaffs = ['facilitate', 'office', 'admin', 'account'].includes(audience ?? '');
  if (isStaffs && turnOf(event) !== undefined && event.route.id !== tabletPage)
    redirect(303, '/facilitate/tablet');
  switch (audience) {
    case 'facilitate':
      // A redirect looks to the device like success, and it would let go of what it keeps.
      if (event.request.method === 'POST' && !event.locals.viewer && keptForStaff.test(event.url.pathname))
        error(401, 'refused');
      mayOnly(event, 'moderate');
      break;
    case 'office':
      mayOnly(event, 'answer');
      break;
    case 'admin':
      mayOnly(event, 'administer');
      break;
    case 'protect':
      atDeskOnly(event);
      break;
    case 'account':
      signedInOnly(event);
      break;
  }
  return resolve(event);
};

export const handle: Handle = sequence(
  guardReply,
  choosePictures,
  chooseLanguage,
  knowDevice,
  knowViewer,
  guardAudience,
);

/** Faults go to the log by their kind; people get a status, plain words and a number to tell us. */
export const handleError: HandleServerError = (caught) => {
  const { event } = caught;
  const requestId = event.locals.requestId ?? '';
  const status = caught.kind === 'unknown' ? 500 : caught.error.status;
  if (caught.kind === 'unknown') logFault('page fault', requestId, caught.error);
  return { status, message: String(status), ...(status >= 500 ? { reference: requestId.slice(0, 8) } : {}) };
};
