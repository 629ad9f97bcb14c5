import 'reflect-metadata';
import { systemClock } from '@samleng/kernel';
import { createLog, openDatabase } from '@samleng/server';
import { readProtectionSettings } from '../config.ts';
import { openBreakGlassKey } from '../break-glass-key.ts';
import { entities } from '../entities.ts';
import { migrations } from '../migrations/index.ts';
import { createServer } from '../server.ts';
import { quickStretch } from './quick-stretch.ts';

// Everything is loaded; the directory is opened when the desk before has been killed.
process.stdout.write('loaded\n');
await new Promise((resolve) => process.stdin.once('data', resolve));

// A desk in a process of its own that a test kills; receipts cost nothing, so that many come in before it does.
const settings = readProtectionSettings(process.env);
const database = await openDatabase({ entities, migrations, directory: settings.DATA_DIRECTORY });
await database.migrate();
const { http } = await createServer({
  database,
  clock: systemClock,
  settings,
  log: createLog({ name: 'protection', level: 'silent' }),
  breakGlassPublicKey: await openBreakGlassKey(settings),
  stretchReceipt: quickStretch,
});
const { port } = await http.listen();
process.stdout.write(`listening ${port}\n`);
