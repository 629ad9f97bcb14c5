import 'reflect-metadata';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { lastExportedHead, readHead, verifyDesk } from '../features/oversight/audit-heads.ts';
import { end, openDesk } from './open-desk.ts';

const help = `pnpm protection:audit-verify [--head FILE]

Checks the audit of the protection desk, entry by entry, and that nobody has changed the public keys things are
sealed to. With a head that was exported, entries cut off or written anew are found too.

  --head FILE   a head carried outside (default: the newest in AUDIT_HEAD_DIRECTORY)

Exit: 0 in order, 1 the database could not be used, 2 not in order.`;

const { values } = parseArgs({
  options: { head: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
});
if (values.help) end(0, help);
const { settings, database, em } = await openDesk();
const directory = settings.AUDIT_HEAD_DIRECTORY ?? join(settings.DATA_DIRECTORY, 'audit-heads');
const exported = values.head ? await readHead(values.head) : await lastExportedHead(directory);
const verdict = await verifyDesk({ em }, exported);
await database.close();
if (!verdict.ok) end(2, `The audit is NOT in order: ${verdict.reason} at entry ${verdict.sequence}.`);
const against = exported
  ? `, as exported up to entry ${exported.sequence}`
  : '; no exported head to compare with';
end(0, `In order: ${verdict.entries} entries, head ${verdict.head.hash}${against}.`);
