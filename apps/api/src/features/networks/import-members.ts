import { isId, newId, ok, refused, type Result } from '@samleng/kernel';
import { dayInCambodia } from '@samleng/routing';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { type CheckedMember, checkMember } from './check-member.ts';
import { type ImportLine, lineReader, readList, type ReadLine } from './import-list.ts';
import { lockClub } from './lock-club.ts';
import { ClubMember } from './network.entity.ts';
import { recordDeed } from './record-deed.ts';
import { memberColumns, readBand, readDay, readSaid, readSex } from './sheet-words.ts';

export type ImportWish = {
  readonly clubId: string;
  /** The file in base64. */
  readonly file: string;
  readonly importId: string;
  /** Only look: nothing is written. */
  readonly isPreview: boolean;
};
export type Imported = { readonly lines: readonly ImportLine[]; readonly added: number };

type Column = keyof typeof memberColumns;

/**
 * A facilitator who keeps a club reads a list of members in. First as a preview that shows what is wrong with each
 * line; then all lines together or none: one wrong line, and nothing is written. The same import is done once.
 */
export async function importMembers(
  request: ApiRequest,
  input: ImportWish,
): Promise<Result<Imported, readonly Problem[]>> {
  return inTransaction(request, async (inside) => {
    const { em } = inside;
    const club = await lockClub(inside, input.clubId);
    if (club === null) return refused([problem('NOT_FOUND', 'clubId')]);
    if (!isId(input.importId)) return refused([problem('REQUIRED', 'importId')]);
    const done = await em.count(ClubMember, { clubId: club.id, importId: input.importId });
    if (done > 0) return ok({ lines: [], added: done });
    const read = readList(input.file, memberColumns, ['alias', 'ageBand', 'assentOn']);
    if (!read.ok) return read;
    const present = await em.find(ClubMember, { clubId: club.id, leftOn: null }, { fields: ['aliasKey'] });
    const taken = new Set(present.map(({ aliasKey }) => aliasKey));
    const today = dayInCambodia(inside.clock.now());
    const members: CheckedMember[] = [];
    const lines = read.value.map((line) => {
      const member = readMember(line, today, taken);
      if (member.ok) members.push(member.value);
      const { number, cells } = line;
      return { number, cells, problems: member.ok ? [] : member.problem };
    });
    if (input.isPreview || members.length < lines.length) return ok({ lines, added: 0 });
    for (const member of members)
      em.create(ClubMember, {
        id: newId(inside.clock.now().getTime()),
        idempotencyKey: newId(inside.clock.now().getTime()),
        importId: input.importId,
        clubId: club.id,
        ...member,
      });
    await recordDeed(inside, 'importMembers', 'club', club.id, { added: members.length });
    return ok({ lines, added: members.length });
  });
}

/** Reads one line; its alias is taken from then on, so that a file with one twice is found out. */
function readMember(
  line: ReadLine<Column>,
  today: string,
  taken: Set<string>,
): Result<CheckedMember, readonly Problem[]> {
  const { read, problems } = lineReader(line);
  const alias = read('alias', (text) => text, 'REQUIRED', true);
  const ageBand = read('ageBand', readBand, 'NOT_IN_LIST', true);
  const assentOn = read('assentOn', readDay, 'NOT_A_DATE', true);
  const wish = {
    sex: read('sex', readSex, 'NOT_IN_LIST'),
    disability: read('disability', readSaid, 'NOT_IN_LIST'),
    isLeader: read('isLeader', readSaid, 'NOT_IN_LIST') === 'YES',
    guardianConsentOn: read('guardianConsentOn', readDay, 'NOT_A_DATE'),
  };
  if (alias === null || ageBand === null || assentOn === null) return refused(problems);
  const checked = checkMember({ ...wish, alias, ageBand, assentOn }, today);
  if (!checked.ok || problems.length > 0)
    return refused([...problems, ...(checked.ok ? [] : checked.problem)]);
  if (taken.has(checked.value.aliasKey)) return refused([problem('ALREADY_THERE', 'alias')]);
  taken.add(checked.value.aliasKey);
  return checked;
}
