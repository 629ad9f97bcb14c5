import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { openBreakGlassKey } from '../break-glass-key.ts';
import { giveByBreakGlass } from '../features/oversight/break-glass.ts';
import { commandContext, end, openDesk, readLines } from './open-desk.ts';

const help = `pnpm protection:break-glass-open --case ID --to NAME

Two of the three people give a case to somebody of the desk who could not receive it otherwise. It reads nothing: the
person opens it at the desk as any other. An alarm and the audit tell of it.`;

const { values } = parseArgs({ options: { case: { type: 'string' }, to: { type: 'string' } } });
if (!values.case || !values.to) end(2, help);
const { settings, database, em } = await openDesk();
const publicKey = await openBreakGlassKey(settings);
const lines = await readLines('Two shares, each on one line:', 2);
const given = await giveByBreakGlass(commandContext(em), publicKey, lines, {
  caseId: values.case,
  name: values.to,
});
await database.close();
if (!given.ok) end(2, `Refused: ${given.problem}.`);
end(0, `${values.to} can open the case now.`);
