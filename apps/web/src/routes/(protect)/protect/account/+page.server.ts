import { fail, redirect } from '@sveltejs/kit';
import { memberOf, textOf } from '#lib/forms/read.ts';
import { passkeyInputOf } from '#lib/forms/read-passkey.ts';
import { keep } from '#lib/forms/refusal.ts';
import { deleteCookie } from '#lib/server/cookies.ts';
import { askDesk } from '#lib/server/protection.ts';
import { deskDeed, reauthenticateWithForm } from '#lib/server/protection-deed.ts';
import { deskViewerOf } from '#lib/server/protection-guard.ts';
import {
  ChangePassphraseAtDesk,
  RegisterDeskPasskey,
  RemoveDeskPasskeys,
  StartDeskPasskey,
  SignOutOfDesk,
  SignOutOfDeskEverywhere,
} from '#lib/server/protection-operations/accounts.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => ({
  person: deskViewerOf(event),
  done: memberOf(['passphrase', 'passkey', 'passkeysRemoved'] as const, event.url.searchParams.get('done')),
});

export const actions: Actions = {
  changePassphrase: async (event) => {
    const form = await event.request.formData();
    const passphrase = textOf(form, 'passphrase', 1_000);
    if (passphrase !== textOf(form, 'repeated', 1_000))
      return fail(400, { problems: [], kept: keep(form), isAway: false, isNotSame: true });
    const refusal = await reauthenticateWithForm(event, form);
    if (refusal) return refusal;
    const done = await deskDeed(
      event,
      form,
      ChangePassphraseAtDesk,
      { input: { passphrase } },
      (data) => data.changePassphrase.problems,
    );
    return done.refusal ?? redirect(303, '/protect/account?done=passphrase');
  },

  /** Asks for what the browser needs to make a passkey. */
  startPasskey: async (event) => {
    const form = await event.request.formData();
    const refusal = await reauthenticateWithForm(event, form);
    if (refusal) return refusal;
    const done = await deskDeed(event, form, StartDeskPasskey, {}, (data) => data.startPasskey.problems);
    if (done.refusal) return done.refusal;
    const { challenge, passkeyOptions } = done.data.startPasskey;
    return { passkey: { challenge: challenge!, options: passkeyOptions! }, problems: [] };
  },

  /** The browser's answer makes the passkey. */
  addPasskey: async (event) => {
    const form = await event.request.formData();
    const input = passkeyInputOf(form);
    const done = await deskDeed(
      event,
      form,
      RegisterDeskPasskey,
      { input },
      (data) => data.registerPasskey.problems,
    );
    return done.refusal ?? redirect(303, '/protect/account?done=passkey');
  },

  removePasskeys: async (event) => {
    const form = await event.request.formData();
    const refusal = await reauthenticateWithForm(event, form);
    if (refusal) return refusal;
    const done = await deskDeed(event, form, RemoveDeskPasskeys, {}, (data) => data.removePasskeys.problems);
    return done.refusal ?? redirect(303, '/protect/account?done=passkeysRemoved');
  },

  signOut: async (event) => {
    await askDesk(event, SignOutOfDesk);
    leave(event, 'signedOut');
  },

  signOutEverywhere: async (event) => {
    await askDesk(event, SignOutOfDeskEverywhere);
    leave(event, 'everywhere');
  },
};

function leave(event: RequestEvent, done: 'signedOut' | 'everywhere'): never {
  deleteCookie(event, 'desk');
  event.setHeaders({ 'clear-site-data': '"cache", "storage"' });
  redirect(303, `/protect/sign-in?done=${done}`);
}
