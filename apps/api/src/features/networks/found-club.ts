import { isId, newId, ok, refused, type Result } from '@samleng/kernel';
import type { ClubKind, Problem } from '@samleng/vocabulary';
import { admitTexts } from '../../graph/admit-texts.ts';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction, load } from '../../request.ts';
import { hasRoleIn } from '../accounts/index.ts';
import { placesByCode } from '../places/index.ts';
import { Club } from './club.entity.ts';
import { mayFoundClub } from './club.policy.ts';
import { ClubKeeper, Network } from './network.entity.ts';
import { recordDeed } from './record-deed.ts';

export type NewClub = {
  readonly idempotencyKey: string;
  readonly kind: ClubKind;
  readonly nameKm: string;
  readonly nameEn: string;
  readonly placeCode: string;
  readonly networkId?: string | null;
  readonly girls?: number | null;
  readonly boys?: number | null;
  readonly foundedYear?: number | null;
};

const membersMost = 2_000;

/**
 * A facilitator founds a club in the own place, or an administrator anywhere, with how many girls and boys it declares.
 * A facilitator who founds it keeps its records from then on. The same key is the same club.
 */
export async function foundClub(
  request: ApiRequest,
  input: NewClub,
): Promise<Result<Club, readonly Problem[]>> {
  const { viewer } = request;
  const { placeCode } = input;
  if (!/^\d{6}(\d\d)?$/.test(placeCode) || !mayFoundClub(viewer, placeCode))
    return refused([problem('NOT_FOUND', 'placeCode')]);
  const names = admitTexts(
    { nameKm: input.nameKm, nameEn: input.nameEn },
    { nameKm: { max: 200, oneLine: true }, nameEn: { max: 200, oneLine: true } },
  );
  const problems = [...(names.ok ? [] : names.problem), ...wrongFigures(input, request.clock.now())];
  if (!isId(input.idempotencyKey)) problems.push(problem('REQUIRED', 'idempotencyKey'));
  if ((await load(request, placesByCode, placeCode)) === undefined)
    problems.push(problem('PLACE_NOT_FOUND', 'placeCode'));
  if (!names.ok || problems.length > 0) return refused(problems);
  return inTransaction(request, async (inside) => {
    const { em } = inside;
    const before = await em.findOne(Club, { idempotencyKey: input.idempotencyKey });
    if (before !== null)
      return before.nameKm === names.value.nameKm && before.placeCode === placeCode
        ? ok(before)
        : refused([problem('SAME_KEY_OTHER_CONTENT', 'idempotencyKey')]);
    const networkId = input.networkId ?? null;
    if (networkId !== null && !(isId(networkId) && (await em.count(Network, { id: networkId })) === 1))
      return refused([problem('NOT_FOUND', 'networkId')]);
    const id = newId(inside.clock.now().getTime());
    const club = em.create(Club, {
      id,
      idempotencyKey: input.idempotencyKey,
      kind: input.kind,
      ...names.value,
      placeCode,
      networkId,
      girls: input.girls ?? 0,
      boys: input.boys ?? 0,
      foundedYear: input.foundedYear ?? null,
    });
    if (hasRoleIn(viewer, 'FACILITATOR', placeCode))
      em.create(ClubKeeper, { clubId: id, accountId: viewer.accountId! });
    await recordDeed(inside, 'foundClub', 'club', id, { placeCode });
    return ok(club);
  });
}

function wrongFigures({ girls, boys, foundedYear }: NewClub, now: Date): Problem[] {
  const isCount = (count: number | null | undefined) =>
    count === null || count === undefined || (Number.isInteger(count) && count >= 0 && count <= membersMost);
  const year = foundedYear ?? null;
  return [
    ...(isCount(girls) ? [] : [problem('OUT_OF_RANGE', 'girls')]),
    ...(isCount(boys) ? [] : [problem('OUT_OF_RANGE', 'boys')]),
    ...(year === null || (Number.isInteger(year) && year >= 1980 && year <= now.getUTCFullYear())
      ? []
      : [problem('OUT_OF_RANGE', 'foundedYear')]),
  ];
}
