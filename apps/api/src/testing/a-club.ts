import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Refusal } from './an-official.ts';
import { lvea } from './some-places.ts';
import type { Caller, World } from './world.ts';

/** Sends a deed with one input and gives what it gave; errors fail the test. */
export async function deedOf<Given>(
  world: World,
  deed: string,
  input: object,
  as: Caller,
  fields: string,
  type = `${deed[0]!.toUpperCase()}${deed.slice(1)}Input`,
): Promise<Given & { problems: Refusal[]; refusals: string[] }> {
  const { data, errors } = await world.ask<Record<string, Given & { problems: Refusal[] }>>(
    `mutation ($input: ${type}!) { ${deed}(input: $input) { ${fields} problems { code field } } }`,
    { input },
    as,
  );
  expect(errors).toEqual([]);
  const given = data[deed]!;
  const refusals = given.problems.map(({ code, field }) => (field === null ? code : `${code} ${field}`));
  return { ...given, refusals };
}

/** Founds a club of Lvea as a facilitator, who keeps it; gives its id. */
export async function aKeptClub(world: World, as: Caller, given: object = {}): Promise<string> {
  const { club, refusals } = await deedOf<{ club: { id: string } | null }>(
    world,
    'foundClub',
    {
      idempotencyKey: randomUUID(),
      kind: 'CHILDREN_CLUB',
      nameKm: 'ក្លឹបកុមារល្វា',
      nameEn: 'Lvea club',
      placeCode: lvea.commune,
      girls: 30,
      boys: 20,
      ...given,
    },
    as,
    'club { id }',
  );
  expect(refusals).toEqual([]);
  return club!.id;
}

/** What a member needs at least. */
export function memberInput(clubId: string, given: object = {}) {
  return {
    idempotencyKey: randomUUID(),
    clubId,
    alias: 'Dara',
    ageBand: 'AGE_10_13',
    sex: 'BOY',
    assentOn: '2026-11-01',
    guardianConsentOn: '2026-11-02',
    ...given,
  };
}
