import { error, redirect } from '@sveltejs/kit';
import { memberOf, textOf } from '#lib/forms/read.ts';
import { ask } from '#lib/server/api.ts';
import { deed, refused, signInAgainWithForm } from '#lib/server/deed.ts';
import type { AccountShownFragment, GrantInput } from '#lib/server/generated/graphql.ts';
import { mayOnly } from '#lib/server/guard.ts';
import {
  AccountsInList,
  ChangeRoles,
  RestoreAccount,
  SuspendAccount,
} from '#lib/server/operations/accounts.ts';
import { allOf } from '#lib/server/pages-of.ts';
import { readGrant } from '#lib/server/read-grant.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  const viewer = mayOnly(event, 'administer');
  const done = ['roles', 'suspended', 'restored'] as const;
  return {
    account: await accountOf(event),
    isOwn: viewer.account.id === event.params.id,
    isReauthenticated: viewer.isReauthenticated,
    done: memberOf(done, event.url.searchParams.get('done')),
  };
};

export const actions: Actions = {
  addRole: async (event) => {
    const form = await event.request.formData();
    const read = await readGrant(event, form);
    if (!read.ok) return refused(form, read.problems, read);
    const account = await accountOf(event);
    return changeRoles(event, form, [...account.grants.map(asInput), read.grant]);
  },

  removeRole: async (event) => {
    const form = await event.request.formData();
    const account = await accountOf(event);
    const left = account.grants.filter((grant) => grant.id !== textOf(form, 'grant', 40));
    return changeRoles(event, form, left.map(asInput));
  },

  suspend: async (event) => {
    const form = await event.request.formData();
    const wrong = await signInAgainWithForm(event, form);
    if (wrong) return wrong;
    const variables = { accountId: event.params.id };
    const done = await deed(event, form, SuspendAccount, variables, (data) => data.suspendAccount.problems);
    if (done.refusal) return done.refusal;
    redirect(303, `/admin/accounts/${event.params.id}?done=suspended`);
  },

  restore: async (event) => {
    const form = await event.request.formData();
    const wrong = await signInAgainWithForm(event, form);
    if (wrong) return wrong;
    const variables = { accountId: event.params.id };
    const done = await deed(event, form, RestoreAccount, variables, (data) => data.restoreAccount.problems);
    if (done.refusal) return done.refusal;
    redirect(303, `/admin/accounts/${event.params.id}?done=restored`);
  },
};

async function changeRoles(event: RequestEvent, form: FormData, grants: GrantInput[]) {
  const wrong = await signInAgainWithForm(event, form);
  if (wrong) return wrong;
  if (grants.length === 0) return refused(form, [{ code: 'REQUIRED', field: 'grants' }]);
  const input = { accountId: event.params.id, grants };
  const done = await deed(event, form, ChangeRoles, { input }, (data) => data.changeRoles.problems);
  if (done.refusal) return done.refusal;
  redirect(303, `/admin/accounts/${event.params.id}?done=roles`);
}

function asInput(grant: AccountShownFragment['grants'][number]): GrantInput {
  return { role: grant.role, placeCode: grant.place?.code ?? null, officeId: grant.office?.id ?? null };
}

/** The service lists accounts by name and has no single one to ask for: the list is read until it is found. */
async function accountOf(event: RequestEvent): Promise<AccountShownFragment> {
  const { nodes } = await allOf(async (after) => (await ask(event, AccountsInList, { after })).accounts);
  const account = nodes.find((one) => one.id === event.params.id);
  if (!account) error(404, 'refused');
  return account;
}
