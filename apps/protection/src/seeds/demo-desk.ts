import { testDisclosures } from '@samleng/personas/test-disclosures';
import { Account } from '../features/accounts/index.ts';
import { discloseHarm } from '../features/cases/index.ts';
import type { OnCallHours } from '../features/roster/index.ts';
import type { DeskRequest } from '../request.ts';
import { addPerson } from './add-person.ts';
import { demoPeople } from './demo-people.ts';

const demoHours: readonly OnCallHours[] = [1, 2, 3, 4, 5, 6].map((weekday) => ({
  weekday,
  from: '07:30',
  to: '17:30',
}));

/** The invented disclosures of the demo desk, with the receipts that open them. */
export const demoDisclosures = [
  {
    idempotencyKey: '6f1f7c0e-0000-4000-8000-000000000001',
    receipt: '1111222233330001',
    text: testDisclosures[1].km,
    communeCode: '140907',
    dangerNow: 'YES',
    accusedRole: 'FAMILY',
    alias: 'Demo 1',
  },
  {
    idempotencyKey: '6f1f7c0e-0000-4000-8000-000000000002',
    receipt: '1111222233330002',
    text: testDisclosures[3].en,
    communeCode: '170704',
    accusedRole: 'STRANGER',
  },
  {
    idempotencyKey: '6f1f7c0e-0000-4000-8000-000000000003',
    receipt: '1111222233330003',
    text: testDisclosures[4].en,
    communeCode: '140907',
    villageCode: '14090706',
    aboutSomeoneInCharge: 'YES',
    accusedRole: 'TEACHER',
  },
] as const;

/** Fills an empty demo desk with invented people and three invented cases. A desk with anybody on it is left alone. */
export async function seedDemoDesk(request: DeskRequest): Promise<void> {
  if ((await request.em.count(Account)) > 0) return;
  const duty = { trainedOn: '2026-09-01', hours: demoHours, worksOnHolidays: false };
  for (const person of demoPeople)
    await addPerson(request, request.settings.PROTECTION_SECRETS_KEY, person, duty);
  for (const disclosure of demoDisclosures) await discloseHarm(request, disclosure);
}
