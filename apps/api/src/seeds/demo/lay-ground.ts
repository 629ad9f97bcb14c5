import { type DemoOffice, demoWorld, staff } from '@samleng/personas';
import { hashPassphrase } from '@samleng/server';
import { searchKey } from '@samleng/text';
import { parentCode } from '@samleng/vocabulary';
import { Account, Grant } from '../../features/accounts/index.ts';
import { sealTotpSecret } from '../../features/accounts/second-step.ts';
import { nameKeyOf } from '../../features/accounts/name-key.ts';
import { Club } from '../../features/networks/index.ts';
import { Office } from '../../features/offices/index.ts';
import { Place } from '../../features/places/index.ts';
import type { Settings } from '../../config.ts';
import { demoId } from './demo-id.ts';
import type { DemoScene } from './demo-scene.ts';

/** Puts the places, offices, clubs and staff of the demo there. */
export async function layGround(scene: DemoScene, settings: Settings): Promise<void> {
  const em = scene.em();
  for (const place of demoWorld.places) {
    const { code, type, km, en } = place;
    if ((await em.count(Place, { code })) > 0) continue;
    em.create(Place, {
      code,
      type,
      parentCode: parentCode(code),
      nameKm: km,
      nameEn: en,
      searchKey: searchKey(`${km} ${en}`),
    });
  }
  for (const office of demoWorld.offices)
    em.create(Office, {
      id: officeIdOf(office),
      kind: office.kind,
      placeCode: office.placeCode,
      nameKm: office.name.km,
      nameEn: office.name.en,
      isActive: true,
    });
  for (const club of demoWorld.clubs)
    em.create(Club, {
      id: demoId('club', club.key),
      nameKm: club.name.km,
      nameEn: club.name.en,
      placeCode: club.communeCode,
      girls: club.members.girls,
      boys: club.members.boys,
      foundedYear: club.foundedIn,
    });
  for (const person of staff) {
    const id = demoId('account', person.key);
    em.create(Account, {
      id,
      name: person.signIn.login,
      nameKey: nameKeyOf(person.signIn.login),
      state: 'ACTIVE',
      passphraseHash: await hashPassphrase(person.signIn.passphrase),
      sealedTotpSecret: sealTotpSecret(settings, id, person.signIn.totpSecret),
      failedTries: 0,
      trainedOn: scene.dayOf('2026-09-01'),
      agreedToConductAt: scene.instantOf('2026-09-01', 9),
      createdAt: scene.instantOf('2026-09-01', 9),
    });
    em.create(Grant, {
      id: demoId('grant', person.key),
      accountId: id,
      role: person.role,
      placeCode: person.placeCode || null,
      officeId: person.officeKey === null ? null : demoId('office', person.officeKey),
    });
  }
  await em.flush();
}

export function officeIdOf(office: Pick<DemoOffice, 'key'>): string {
  return demoId('office', office.key);
}
