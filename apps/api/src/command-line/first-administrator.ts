import { parseArgs } from 'node:util';
import { newId, systemClock } from '@samleng/kernel';
import { dayInCambodia } from '@samleng/routing';
import {
  appendAudit,
  type DatabaseEntityManager,
  DirectoryInUse,
  newSessionToken,
  newTotpSecret,
  openDatabase,
  SettingsRefused,
} from '@samleng/server';
import { readFirstAdministratorSettings } from '../config.ts';
import { Account, Grant, Invitation } from '../features/accounts/account.entity.ts';
import { nameKeyOf } from '../features/accounts/name-key.ts';
import { sealTotpSecret } from '../features/accounts/second-step.ts';
import { migrations } from '../migrations/index.ts';

const help = `pnpm accounts:first-administrator NAME

Invites the first administrator of an installation: prints a link that works once, for seven days. The person opens
it, chooses a passphrase and shows the second step. Refused as soon as somebody has an account: from then on
administrators invite each other.

Needs DATABASE_URL (or DATA_DIRECTORY), SECRETS_KEY and WEB_ORIGIN, as the participation service has them.
Exit: 0 the link is printed, 1 the database could not be used, 2 refused.`;

const days = 7;

const { positionals } = parseArgs({ allowPositionals: true, options: {} });
const name = positionals.join(' ').trim();
if (name === '' || [...name].length > 80) end(2, help);
const settings = readSettingsOrEnd();
const database = await open();
const { token, hash } = newSessionToken();
const isMade = await database.orm.em.fork().transactional(async (inside) => {
  const em = inside as DatabaseEntityManager;
  // Two at once must not both find nobody.
  await em.execute('lock table accounts in exclusive mode');
  if ((await em.count(Account, {})) > 0) return false;
  const now = systemClock.now();
  const accountId = newId(now.getTime());
  em.create(Account, {
    id: accountId,
    name,
    nameKey: nameKeyOf(name),
    state: 'INVITED',
    failedTries: 0,
    trainedOn: dayInCambodia(now),
    createdAt: now,
  });
  em.create(Grant, { accountId, role: 'ADMINISTRATOR', placeCode: null, officeId: null });
  em.create(Invitation, {
    accountId,
    tokenHash: hash,
    sealedTotpSecret: sealTotpSecret(settings, accountId, newTotpSecret()),
    expiresAt: new Date(now.getTime() + days * 86_400_000),
    usedAt: null,
  });
  await em.flush();
  await appendAudit(em, {
    occurredAt: now,
    actorId: null,
    deed: 'inviteFirstAdministrator',
    subjectType: 'Account',
    subjectId: accountId,
    detail: {},
  });
  return true;
});
await database.close();
if (!isMade) end(2, 'Somebody has an account here already: administrators invite each other.');
console.log(`${settings.WEB_ORIGIN.replace(/\/$/, '')}/invitation/${token}`);

function readSettingsOrEnd() {
  try {
    return readFirstAdministratorSettings(process.env);
  } catch (error) {
    if (error instanceof SettingsRefused) return end(2, error.message);
    throw error;
  }
}

async function open() {
  try {
    const opened = await openDatabase({
      entities: [Account, Grant, Invitation],
      migrations,
      url: settings.DATABASE_URL,
      directory: settings.DATA_DIRECTORY,
      applicationName: 'samleng-first-administrator',
    });
    await opened.migrate();
    return opened;
  } catch (error) {
    if (error instanceof DirectoryInUse) return end(1, error.message);
    throw error;
  }
}

function end(code: number, message: string): never {
  console.error(message);
  process.exit(code);
}
