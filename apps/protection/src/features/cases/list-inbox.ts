import { isId } from '@samleng/kernel';
import { BadCursor, type Page, pageOf, pageSize, readCursor } from '@samleng/server';
import { type CaseState, caseStates, type Standing } from '../../lists.ts';
import type { DeskRequest } from '../../request.ts';
import { Case, CaseKey } from './case.entity.ts';
import type { HeldCase } from './find-case.ts';

type Row = { id: string; rank: number; due: string };

/** As cases are shown: those the viewer holds a key of and is not kept from. */
const visible = `from cases c join case_keys k on k.case_id = c.id
  where k.holder_id = ? and k.standing <> 'BREAK_GLASS'
    and not (c.excluded_affiliations @> to_jsonb(?::text))
    and not exists (select 1 from case_exclusions e where e.case_id = c.id and e.account_id = k.holder_id)`;

/**
 * The viewer's cases, metadata only: open before closed, urgent first, the earliest timer first, then those somebody
 * has looked at, the oldest first.
 */
export async function listInbox(
  request: DeskRequest,
  args: { first?: number | null; after?: string | null; states?: readonly CaseState[] | null },
): Promise<Page<HeldCase>> {
  const { em, viewer } = request;
  const first = Math.max(1, pageSize(args.first));
  const after = readCursor<[number, string, string]>(args.after, ['number', 'string', 'string']);
  if (after && !isId(after[2])) throw new BadCursor();
  const states = args.states?.length ? args.states : caseStates;
  const rank = `(case when c.state = 'CLOSED' then 4 else 0 end)
    + (case c.urgency when 'URGENT' then 0 when 'HIGH' then 1 else 2 end)`;
  const due = `to_char(coalesce(c.look_due_at, c.received_at + interval '1000 years') at time zone 'UTC',
    'YYYY-MM-DD"T"HH24:MI:SS.MS')`;
  const rows = await em.execute<Row[]>(
    `select * from (select c.id, ${rank} as rank, ${due} as due ${visible}
        and c.state in (${states.map(() => '?').join(', ')})) as listed
      ${after ? 'where (rank, due, id) > (?, ?, ?::uuid)' : ''}
      order by rank, due, id limit ${first + 1}`,
    [viewer.accountId, viewer.affiliation, ...states, ...(after ?? [])],
  );
  const held = await holdAll(
    request,
    rows.map(({ id }) => id),
  );
  const page = pageOf(rows, first, ({ rank: at, due: until, id }) => [Number(at), until, id]);
  return { ...page, nodes: page.nodes.flatMap(({ id }) => held.get(id) ?? []), edges: [] };
}

/** How many cases hold something the viewer has not seen: all that staff are told. */
export async function countNews({ em, viewer }: DeskRequest): Promise<number> {
  if (viewer.accountId === null) return 0;
  const [row] = await em.execute<{ n: number }[]>(
    `select count(*)::int as n ${visible} and c.has_news and c.state <> 'CLOSED' and k.standing <> 'STANDBY'`,
    [viewer.accountId, viewer.affiliation],
  );
  return Number(row?.n ?? 0);
}

/** One case's card, or null for whoever it is not there for. */
export async function findCard(request: DeskRequest, caseId: string): Promise<HeldCase | null> {
  const { em, viewer } = request;
  const [row] = await em.execute<{ id: string }[]>(`select c.id ${visible} and c.id::text = ?`, [
    viewer.accountId,
    viewer.affiliation,
    caseId,
  ]);
  return row ? ((await holdAll(request, [row.id])).get(row.id) ?? null) : null;
}

async function holdAll({ em, viewer }: DeskRequest, ids: readonly string[]): Promise<Map<string, HeldCase>> {
  const cases = await em.find(Case, { id: { $in: [...ids] } });
  const keys = await em.find(CaseKey, { caseId: { $in: [...ids] }, holderId: viewer.accountId! });
  const byCase = new Map(keys.map((key) => [key.caseId, key]));
  return new Map(
    cases.map((kase) => {
      const key = byCase.get(kase.id)!;
      return [kase.id, { kase, key, standing: key.standing as Standing }];
    }),
  );
}
