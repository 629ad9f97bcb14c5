import { isId } from '@samleng/kernel';
import { arrayOf, readRows } from '../../read-rows.ts';
import { type ApiRequest, type Batch, load } from '../../request.ts';
import { type Poll, pollsById } from '../polls/index.ts';
import { Emergency, EmergencyPoll } from './service.entity.ts';
import { codesAround } from './service.queries.ts';

/** More at once is no banner any more. */
const most = 20;

/** The emergencies that are on now: those around a place or within it; without a place, all. The newest first. */
export async function emergenciesNow(
  { em, clock }: ApiRequest,
  placeCode: string | null,
): Promise<Emergency[]> {
  const codes = placeCode === null ? [] : codesAround(placeCode);
  if (placeCode !== null && codes.length === 0) return [];
  const now = clock.now().toISOString();
  const where = placeCode === null ? '' : 'and (it.place_code = any(?::text[]) or it.place_code like ?)';
  return readRows(
    em,
    Emergency,
    `where it.ended_at is null and it.starts_at <= ?::timestamptz and it.ends_at > ?::timestamptz ${where}
      order by it.starts_at desc, it.id limit ${most}`,
    [now, now, ...(placeCode === null ? [] : [arrayOf(codes), `${placeCode}%`])],
  );
}

/** Emergencies that are on, are to come, or were, the newest first: for the desk. */
export async function newestEmergencies({ em }: ApiRequest): Promise<Emergency[]> {
  return readRows(em, Emergency, `order by it.starts_at desc, it.id limit ${most}`, []);
}

export async function emergencyById({ em }: ApiRequest, id: string): Promise<Emergency | null> {
  return isId(id) ? em.findOne(Emergency, { id }) : null;
}

const pollsByEmergency: Batch<string, readonly EmergencyPoll[]> = async ({ em }, ids) => {
  const rows = await readRows(
    em,
    EmergencyPoll,
    'where it.emergency_id = any(?::uuid[]) order by it.place_code',
    [arrayOf(ids)],
  );
  return Map.groupBy(rows, ({ emergencyId }) => emergencyId);
};

/** The quick polls of an emergency that were opened: those for a place, or all. */
export async function pollsOfEmergency(
  request: ApiRequest,
  { id }: Pick<Emergency, 'id'>,
  placeCode: string | null,
): Promise<Poll[]> {
  const rows = (await load(request, pollsByEmergency, id)) ?? [];
  const codes = placeCode === null ? null : codesAround(placeCode);
  const wanted = rows.filter((row) => codes === null || codes.includes(row.placeCode));
  const polls = await Promise.all(wanted.map(({ pollId }) => load(request, pollsById, pollId)));
  return polls.filter((poll) => poll !== undefined && poll.state !== 'DRAFT') as Poll[];
}
