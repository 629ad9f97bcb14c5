import { isId, newId, ok, refused, type Result } from '@samleng/kernel';
import { dayInCambodia } from '@samleng/routing';
import type { ActivityKind, Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { headcountKey } from './check-headcounts.ts';
import { lineReader, readList, type ReadLine } from './import-list.ts';
import type { Imported, ImportWish } from './import-members.ts';
import { lockClub } from './lock-club.ts';
import { ActivitySession, type Headcount } from './network.entity.ts';
import { recordDeed } from './record-deed.ts';
import { checkSession, type SessionWish } from './record-session.ts';
import {
  readActivity,
  readCount,
  readCountedAge,
  readCountedDisability,
  readCountedSex,
  readDay,
  sessionColumns,
} from './sheet-words.ts';

type Column = keyof typeof sessionColumns;
type SessionLine = Headcount & { readonly kind: ActivityKind; readonly heldOn: string };

/**
 * A facilitator who keeps a club reads its sessions in: a line for each group of people, lines of one day and kind
 * making one session. As with members: a preview first, then all or nothing, once.
 */
export async function importSessions(
  request: ApiRequest,
  input: ImportWish,
): Promise<Result<Imported, readonly Problem[]>> {
  return inTransaction(request, async (inside) => {
    const { em, clock } = inside;
    const club = await lockClub(inside, input.clubId);
    if (club === null) return refused([problem('NOT_FOUND', 'clubId')]);
    if (!isId(input.importId)) return refused([problem('REQUIRED', 'importId')]);
    const done = await em.count(ActivitySession, { clubId: club.id, importId: input.importId });
    if (done > 0) return ok({ lines: [], added: done });
    const read = readList(input.file, sessionColumns, ['kind', 'heldOn', 'count']);
    if (!read.ok) return read;
    const today = dayInCambodia(clock.now());
    const held = await em.find(ActivitySession, { clubId: club.id, withdrawnAt: null });
    const there = new Set(held.map(({ kind, heldOn }) => `${heldOn} ${kind}`));
    const groups = new Set<string>();
    const sessions = new Map<string, SessionWish & { counts: Headcount[] }>();
    const lines = read.value.map((line) => {
      const { number, cells } = line;
      const group = readGroup(line, today);
      if (!group.ok) return { number, cells, problems: group.problem };
      const { kind, heldOn, ...cell } = group.value;
      const key = `${heldOn} ${kind}`;
      if (there.has(key)) return { number, cells, problems: [problem('ALREADY_THERE', 'heldOn')] };
      if (groups.has(`${key} ${headcountKey(cell)}`))
        return { number, cells, problems: [problem('ALREADY_THERE', 'count')] };
      groups.add(`${key} ${headcountKey(cell)}`);
      const session = sessions.get(key) ?? { kind, heldOn, counts: [] };
      session.counts.push(cell);
      sessions.set(key, session);
      return { number, cells, problems: [] };
    });
    if (input.isPreview || lines.some(({ problems }) => problems.length > 0)) return ok({ lines, added: 0 });
    for (const session of sessions.values())
      em.create(ActivitySession, {
        id: newId(clock.now().getTime()),
        idempotencyKey: newId(clock.now().getTime()),
        importId: input.importId,
        clubId: club.id,
        placeCode: club.placeCode,
        ...session,
        recordedBy: inside.viewer.accountId!,
      });
    await recordDeed(inside, 'importSessions', 'club', club.id, { added: sessions.size });
    return ok({ lines, added: sessions.size });
  });
}

function readGroup(line: ReadLine<Column>, today: string): Result<SessionLine, readonly Problem[]> {
  const { read, problems } = lineReader(line);
  const kind = read('kind', readActivity, 'NOT_IN_LIST', true);
  const heldOn = read('heldOn', readDay, 'NOT_A_DATE', true);
  const count = read('count', readCount, 'NOT_A_NUMBER', true);
  const cell = {
    sex: read('sex', readCountedSex, 'NOT_IN_LIST') ?? 'UNSAID',
    ageBand: read('ageBand', readCountedAge, 'NOT_IN_LIST') ?? 'UNSAID',
    disability: read('disability', readCountedDisability, 'NOT_IN_LIST') ?? 'UNSAID',
  } as const;
  if (kind === null || heldOn === null || count === null || problems.length > 0) return refused(problems);
  const checked = checkSession({ kind, heldOn, counts: [{ ...cell, count }] }, today);
  return checked.ok ? ok({ kind, heldOn, ...cell, count }) : refused(checked.problem);
}
