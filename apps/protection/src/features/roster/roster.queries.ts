import type { FilterQuery } from '@mikro-orm/core';
import { SettingsRefused } from '@samleng/server';
import { Account } from '../accounts/index.ts';
import type { DeskRequest } from '../../request.ts';
import { RosterEntry } from './roster-entry.entity.ts';
import { type Candidate, type CaseFacts, type Receivers, whoReceives } from './who-receives.ts';

/** Entries whose area covers a place, of people who can receive: active, trained, with a key. */
export async function rosterOf(request: DeskRequest, placeCode: string | null): Promise<Candidate[]> {
  return candidatesOf(request, { placeCode: { $in: areasOf(placeCode) } });
}

async function candidatesOf({ em }: DeskRequest, where: FilterQuery<RosterEntry>): Promise<Candidate[]> {
  const entries = await em.find(RosterEntry, where);
  const accounts = await em.find(Account, {
    id: { $in: entries.map(({ accountId }) => accountId) },
    ...canReceive,
  });
  const byId = new Map(accounts.map((account) => [account.id, account]));
  return entries.flatMap(({ accountId, placeCode: area, hours, worksOnHolidays }) => {
    const account = byId.get(accountId);
    return account ? [candidateOf(account, { placeCode: area, hours, worksOnHolidays })] : [];
  });
}

/** Who receives anything of an area: those of a part of it, and those whose area covers it. */
export async function rosterAround(request: DeskRequest, areaCode: string): Promise<Candidate[]> {
  return candidatesOf(request, {
    $or: [{ placeCode: { $in: areasOf(areaCode) } }, { placeCode: { $like: `${areaCode}%` } }],
  });
}

/** Supervisors whose area covers a place. */
export async function supervisorsOf({ em }: DeskRequest, placeCode: string | null): Promise<Candidate[]> {
  const accounts = await em.find(Account, {
    ...canReceive,
    role: 'SUPERVISOR',
    placeCode: { $in: areasOf(placeCode) },
  });
  return accounts.map((account) =>
    candidateOf(account, { placeCode: account.placeCode, hours: [], worksOnHolidays: false }),
  );
}

/** Who receives a case that comes in now. */
export async function receiversOf(request: DeskRequest, facts: CaseFacts): Promise<Receivers> {
  return whoReceives(
    facts,
    await rosterOf(request, facts.placeCode),
    await supervisorsOf(request, facts.placeCode),
    request.clock.now(),
    request.holidays,
  );
}

/** Whether anybody in the country can receive a case. */
export async function hasReceivers({ em }: DeskRequest): Promise<boolean> {
  const entries = await em.find(RosterEntry, {}, { fields: ['accountId'] });
  const ids = entries.map(({ accountId }) => accountId);
  return (await em.count(Account, { id: { $in: ids }, ...canReceive })) > 0;
}

/**
 * A real desk is not opened where a child's words would reach nobody.
 *
 * @throws SettingsRefused when nobody in the country can receive a case
 */
export async function requireReceivers(request: DeskRequest): Promise<void> {
  if (await hasReceivers(request)) return;
  throw new SettingsRefused([
    { name: '(roster)', reason: 'nobody receives cases yet: pnpm protection:first-person' },
  ]);
}

const canReceive = {
  state: 'ACTIVE',
  role: { $in: ['WORKER', 'SUPERVISOR'] },
  publicKey: { $ne: null },
  trainedOn: { $ne: null },
} as const;

function candidateOf(
  account: Account,
  duty: Pick<Candidate, 'placeCode' | 'hours' | 'worksOnHolidays'>,
): Candidate {
  return {
    accountId: account.id,
    publicKey: account.publicKey!,
    role: account.role,
    affiliation: account.affiliation,
    ...duty,
  };
}

/** The codes of the areas that cover a place: the country, province, district, commune, village. */
function areasOf(placeCode: string | null): string[] {
  const code = placeCode ?? '';
  return [0, 2, 4, 6, 8].filter((length) => length <= code.length).map((length) => code.slice(0, length));
}
