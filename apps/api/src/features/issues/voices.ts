import { hideSmallCells, SMALL_CELL_LIMIT } from '@samleng/privacy';
import { ageBandKeys, saidAnswers, sexes } from '@samleng/vocabulary';
import { type ApiRequest, type Batch, load } from '../../request.ts';
import { type Issue, ShownVoices } from './issue.entity.ts';

export type VoiceCell = { readonly key: string; readonly count: number | null };
export type Voices = {
  readonly total: number;
  readonly byVillage: readonly VoiceCell[];
  readonly bySex: readonly VoiceCell[];
  readonly byAgeBand: readonly VoiceCell[];
  readonly byDisability: readonly VoiceCell[];
};

/** Supporters who said nothing of a kind are a group too: without it the shown ones would not add up. */
const notSaid = 'NOT_SAID';
const aWeek = 7 * 86_400_000;

/**
 * Who supports an issue, in groups large enough to hide in (`hideSmallCells`). The count stands for a week, unless ten
 * supporters came or went since: a table asked for again and again tells nobody who has just supported.
 */
export async function voicesOf(request: ApiRequest, issue: Pick<Issue, 'id'>): Promise<Voices | null> {
  return (await load(request, voicesByIssue, issue.id)) ?? null;
}

const voicesByIssue: Batch<string, Voices> = async (request, issueIds) => {
  const now = request.clock.now();
  const [stored, totals] = [
    await request.em.find(ShownVoices, { issueId: { $in: [...issueIds] } }),
    await request.em.execute<{ id: string; support_count: number }[]>(
      'select id, support_count from issues where id = any(?::uuid[])',
      [`{${issueIds.join(',')}}`],
    ),
  ];
  const total = new Map(totals.map((row) => [row.id, row.support_count]));
  const standing = stored.filter(
    (one) =>
      now.getTime() - one.countedAt.getTime() < aWeek &&
      Math.abs((total.get(one.issueId) ?? 0) - one.total) < SMALL_CELL_LIMIT,
  );
  const voices = new Map(standing.map((one) => [one.issueId, one.cells as Voices]));
  const missing = [...total.keys()].filter((id) => !voices.has(id));
  if (missing.length === 0) return voices;
  const counted = await countVoices(request, missing);
  await request.em.execute(
    `insert into issue_voices (issue_id, counted_at, total, cells)
     select issue_id, ?, total, cells from jsonb_to_recordset(?::jsonb) as now (issue_id uuid, total int, cells jsonb)
      order by issue_id
     on conflict (issue_id) do update set counted_at = excluded.counted_at, total = excluded.total,
       cells = excluded.cells`,
    [now, JSON.stringify([...counted].map(([id, cells]) => ({ issue_id: id, total: cells.total, cells })))],
  );
  for (const [id, cells] of counted) voices.set(id, cells);
  return voices;
};

type Row = {
  issue_id: string;
  kind: 'sex' | 'age' | 'disability' | 'village';
  key: string | null;
  voices: number;
};

async function countVoices(request: ApiRequest, issueIds: readonly string[]): Promise<Map<string, Voices>> {
  const rows = await request.em.execute<Row[]>(
    `select issue_id, case when grouping(sex) = 0 then 'sex' when grouping(age_band) = 0 then 'age'
            when grouping(disability) = 0 then 'disability' else 'village' end kind,
            coalesce(sex, age_band, disability, village_code) as key, count(*)::int voices
       from supports where issue_id = any(?::uuid[])
      group by grouping sets ((issue_id, sex), (issue_id, age_band), (issue_id, disability), (issue_id, village_code))`,
    [`{${issueIds.join(',')}}`],
  );
  const byIssue = Map.groupBy(rows, (row) => row.issue_id);
  return new Map(
    issueIds.map((id) => {
      const of = (kind: Row['kind']) =>
        new Map(
          (byIssue.get(id) ?? [])
            .filter((row) => row.kind === kind)
            .map((row) => [row.key ?? notSaid, row.voices]),
        );
      const bySex = of('sex');
      return [
        id,
        {
          total: [...bySex.values()].reduce((sum, voices) => sum + voices, 0),
          byVillage: shownCells(of('village'), []),
          bySex: shownCells(bySex, sexes),
          byAgeBand: shownCells(of('age'), ageBandKeys),
          byDisability: shownCells(of('disability'), saidAnswers),
        },
      ];
    }),
  );
}

/** The cells of one split, in the order of its list; every group of the list stands there, also when nobody is in it. */
function shownCells(counts: ReadonlyMap<string, number>, list: readonly string[]): VoiceCell[] {
  const others = [...counts.keys()].filter((key) => key !== notSaid && !list.includes(key)).toSorted();
  const columns = [...list, ...others, notSaid];
  const shown = hideSmallCells({
    rows: ['supporters'],
    columns,
    counts: [columns.map((key) => counts.get(key) ?? 0)],
  });
  return columns.map((key, at) => ({ key, count: shown.cells[0]?.[at] ?? null }));
}
