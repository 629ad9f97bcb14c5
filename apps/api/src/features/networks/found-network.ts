import { isId, newId, ok, refused, type Result } from '@samleng/kernel';
import { type NetworkKind, networkKinds, type Problem } from '@samleng/vocabulary';
import { admitTexts } from '../../graph/admit-texts.ts';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction, load } from '../../request.ts';
import { placesByCode } from '../places/index.ts';
import { mayKeepNetworks } from './club.policy.ts';
import { Network, NetworkPlace } from './network.entity.ts';
import { recordDeed } from './record-deed.ts';

export type NewNetwork = {
  readonly idempotencyKey: string;
  readonly kind: NetworkKind;
  readonly nameKm: string;
  readonly nameEn: string;
  readonly parentId?: string | null;
  readonly placeCodes?: readonly string[] | null;
};

const placesMost = 50;

/**
 * An administrator puts a movement, coalition or organisation into the tree, with the places it works in; several
 * networks share a place. A coalition stands under a movement, an organisation under either. The same key is the same
 * network.
 */
export async function foundNetwork(
  request: ApiRequest,
  input: NewNetwork,
): Promise<Result<Network, readonly Problem[]>> {
  if (!mayKeepNetworks(request.viewer)) return refused([problem('NOT_FOUND')]);
  const names = admitTexts(
    { nameKm: input.nameKm, nameEn: input.nameEn },
    { nameKm: { max: 200, oneLine: true }, nameEn: { max: 200, oneLine: true } },
  );
  if (!names.ok) return names;
  if (!isId(input.idempotencyKey)) return refused([problem('REQUIRED', 'idempotencyKey')]);
  const places = [...new Set(input.placeCodes ?? [])];
  if (places.length > placesMost) return refused([problem('OUT_OF_RANGE', 'placeCodes')]);
  for (const code of places)
    if (!/^(\d\d){1,4}$/.test(code) || (await load(request, placesByCode, code)) === undefined)
      return refused([problem('PLACE_NOT_FOUND', 'placeCodes')]);
  return inTransaction(request, async (inside) => {
    const { em } = inside;
    const before = await em.findOne(Network, { idempotencyKey: input.idempotencyKey });
    if (before !== null)
      return before.nameKm === names.value.nameKm && before.kind === input.kind
        ? ok(before)
        : refused([problem('SAME_KEY_OTHER_CONTENT', 'idempotencyKey')]);
    const parentId = input.parentId ?? null;
    if (parentId !== null && !(await mayStandUnder(inside, input.kind, parentId)))
      return refused([problem('NOT_FOUND', 'parentId')]);
    const id = newId(inside.clock.now().getTime());
    const { idempotencyKey, kind } = input;
    const network = em.create(Network, { id, idempotencyKey, kind, ...names.value, parentId });
    for (const placeCode of places) em.create(NetworkPlace, { networkId: id, placeCode });
    await recordDeed(inside, 'foundNetwork', 'network', id, { kind });
    return ok(network);
  });
}

async function mayStandUnder({ em }: ApiRequest, kind: NetworkKind, parentId: string): Promise<boolean> {
  const parent = isId(parentId) ? await em.findOne(Network, { id: parentId }) : null;
  return parent !== null && (networkKinds[kind].under as readonly NetworkKind[]).includes(parent.kind);
}
