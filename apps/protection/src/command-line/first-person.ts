import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { systemClock } from '@samleng/kernel';
import { dayInCambodia } from '@samleng/routing';
import { newTotpSecret, passphraseWeakness, totpAddress } from '@samleng/server';
import { type Affiliation, affiliationKeys, type DeskRole, deskRoles } from '../lists.ts';
import type { DeskRequest } from '../request.ts';
import { addPerson } from '../seeds/add-person.ts';
import { commandContext, end, openDesk, readLines } from './open-desk.ts';

const help = `pnpm protection:first-person --name NAME --role ROLE --affiliation KIND [--area CODE] [--receives-in CODE]

Puts a trained person on the desk who sits at this terminal: the first administrator, supervisor and receiver of a
new desk. Everybody after them is invited. Asks for a passphrase of 15 characters or more.

  ROLE          ${deskRoles.join(', ')}
  KIND          ${affiliationKeys.join(', ')}
  --area        the supervisor's area (default: the whole country)
  --receives-in the area whose cases they receive, on weekdays 08:00–17:00; "all" is the whole country

PROTECTION_SECRETS_KEY must be the service's.`;

const { values } = parseArgs({
  options: {
    name: { type: 'string' },
    role: { type: 'string' },
    affiliation: { type: 'string' },
    area: { type: 'string', default: '' },
    'receives-in': { type: 'string' },
  },
});
const role = deskRoles.find((each) => each === values.role);
const affiliation = affiliationKeys.find((each) => each === values.affiliation);
if (!values.name || !role || !affiliation) end(2, help);
await add(values.name, role, affiliation);

async function add(name: string, wantedRole: DeskRole, wantedAffiliation: Affiliation): Promise<void> {
  const { settings, database, em } = await openDesk();
  const key = settings.PROTECTION_SECRETS_KEY;
  if (!key) end(1, 'PROTECTION_SECRETS_KEY is missing.');
  const [passphrase = ''] = await readLines('A passphrase of 15 characters or more:', 1);
  const weakness = passphraseWeakness(passphrase, name);
  if (weakness) end(2, `This passphrase will not do: ${weakness}.`);
  const totpSecret = newTotpSecret();
  const area = values['receives-in'];
  const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '17:00' }));
  await addPerson(
    commandContext(em) as unknown as DeskRequest,
    key,
    {
      name,
      role: wantedRole,
      affiliation: wantedAffiliation,
      placeCode: values.area,
      receivesIn: area === undefined ? [] : [area === 'all' ? '' : area],
      passphrase,
      totpSecret,
    },
    { trainedOn: dayInCambodia(systemClock.now()), hours, worksOnHolidays: false },
  );
  await database.close();
  end(
    0,
    `Done. Into the app for one-time codes:\n${totpAddress(totpSecret, { account: name, issuer: 'Samleng desk' })}`,
  );
}
