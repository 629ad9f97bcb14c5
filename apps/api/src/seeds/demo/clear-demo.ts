import { staff } from '@samleng/personas';
import { type DatabaseEntityManager, appendAudit } from '@samleng/server';
import type { Clock } from '@samleng/kernel';
import { entities } from '../../entities.ts';
import { Account } from '../../features/accounts/index.ts';
import { demoId } from './demo-id.ts';

/** What an empty installation has too: places, offices and their rules, days and numbers, and who may sign in. */
const kept = new Set([
  'accounts',
  'category_names',
  'grants',
  'help_numbers',
  'holidays',
  'invitations',
  'offices',
  'passkeys',
  'places',
  'routing_rules',
  'sessions',
  'sign_in_challenges',
]);

/**
 * Empties a demo, so that a newcomer begins with an installation of their own: everything children and staff wrote in
 * it goes, what an empty installation has too stays, and the deed is in the audit. A database whose people are not
 * those of the demo is left alone, whatever its settings say.
 *
 * @returns how many tables were emptied; null when this is no demo
 */
export async function clearDemo(em: DatabaseEntityManager, clock: Clock): Promise<number | null> {
  const ids = staff.map(({ key }) => demoId('account', key));
  const own = await em.count(Account, { id: { $in: ids } });
  const all = await em.count(Account, {});
  if (own < ids.length || all > own) return null;
  const metadata = em.getMetadata();
  const tables = entities
    .map((entity) => metadata.get(entity as typeof Account).tableName)
    .filter((name) => !kept.has(name));
  await em.transactional(async (inside) => {
    // All at once and none by cascade: a kept table that leans on one of these is told by the database.
    await inside.execute(`truncate table ${tables.map((name) => `"${name}"`).join(', ')}`);
    await appendAudit(inside as DatabaseEntityManager, {
      occurredAt: clock.now(),
      actorId: null,
      deed: 'clearDemo',
      subjectType: 'Demo',
      subjectId: 'demo',
      detail: {},
    });
  });
  return tables.length;
}
