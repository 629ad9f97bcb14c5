import { newId, ok, refused, type Result } from '@samleng/kernel';
import { appendAudit } from '@samleng/server';
import { levelOfCode, type Level, officeKinds, type OfficeKind, type Problem } from '@samleng/vocabulary';
import { admitTexts } from '../../graph/admit-texts.ts';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { isPlace } from './is-place.ts';
import { Office } from './office.entity.ts';
import { mayAdministerOffices } from './office.policy.ts';

/** The names of an office, and how long they may be. */
export const officeNames = {
  nameKm: { max: 200, oneLine: true },
  nameEn: { max: 200, oneLine: true },
} as const;

/** Kinds of which a place may have several: of the others a second one could not be told from the first. */
const severalInAPlace: readonly OfficeKind[] = ['SCHOOL', 'HEALTH_CENTRE', 'MINISTRY'];

/** Besides the level of its kind: a village can have its own school; some committees serve a whole province. */
const otherLevels: Readonly<Partial<Record<OfficeKind, Level>>> = {
  SCHOOL: 'VILLAGE',
  HEALTH_CENTRE: 'VILLAGE',
  WCCC: 'PROVINCE',
};

/**
 * An administrator adds an office to a place of the level its kind belongs to. Issues raised from now on are sent to
 * it; those that wait without an office find it when the job runs next.
 */
export async function openOffice(
  request: ApiRequest,
  input: { kind: OfficeKind; placeCode: string; nameKm: string; nameEn: string },
): Promise<Result<Office, readonly Problem[]>> {
  const { viewer, clock } = request;
  if (!mayAdministerOffices(viewer)) return refused([problem('NOT_FOUND')]);
  const names = admitTexts({ nameKm: input.nameKm, nameEn: input.nameEn }, officeNames);
  if (!names.ok) return names;
  const { kind, placeCode } = input;
  return inTransaction(request, async (inside) => {
    const { em } = inside;
    if (placeCode !== '' && !(await isPlace(em, placeCode)))
      return refused([problem('PLACE_NOT_FOUND', 'placeCode')]);
    if (!mayServe(kind, placeCode)) return refused([problem('OUT_OF_RANGE', 'placeCode')]);
    // Two administrators at once: the second waits and sees the first's office.
    await em.execute('lock table offices in share row exclusive mode');
    const alike = await em.find(Office, { kind, placeCode });
    const isThere = alike.some(
      (office) =>
        (office.isActive && !severalInAPlace.includes(kind)) ||
        office.nameKm === names.value.nameKm ||
        office.nameEn === names.value.nameEn,
    );
    if (isThere) return refused([problem('ALREADY_THERE', 'placeCode')]);
    const id = newId(clock.now().getTime());
    const office = em.create(Office, { id, kind, placeCode, ...names.value, isActive: true });
    await em.flush();
    await appendAudit(em, {
      occurredAt: clock.now(),
      actorId: viewer.accountId,
      deed: 'openOffice',
      subjectType: 'Office',
      subjectId: id,
      detail: { kind, placeCode, ...names.value },
    });
    return ok(office);
  });
}

function mayServe(kind: OfficeKind, placeCode: string): boolean {
  const level = levelOfCode(placeCode);
  return level === officeKinds[kind].level || level === otherLevels[kind];
}
