import pg from 'pg';

export type Size = { readonly issues: number; readonly supports: number; readonly communes: number };

/** The codes of the communes, as the official list would have them: province, district, commune. */
export function communeCode(index: number): string {
  const province = 1 + (index % 25);
  const district = 1 + (Math.floor(index / 25) % 9);
  const commune = 1 + Math.floor(index / 225);
  return [province, district, commune].map((part) => String(part).padStart(2, '0')).join('');
}

/** Fills an empty, migrated database with invented rows: issues spread evenly over communes, each with an office. */
export async function fillDatabase(url: string, size: Size): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const codes = Array.from({ length: size.communes }, (_, index) => communeCode(index));
  const above = new Set(codes.flatMap((code) => [code.slice(0, 2), code.slice(0, 4)]));
  await client.query(
    `insert into places (code, type, parent_code, name_km, name_en, search_key)
     select code, case length(code) when 2 then 'PROVINCE' when 4 then 'DISTRICT' else 'COMMUNE' end,
            nullif(left(code, length(code) - 2), ''), 'ឃុំ' || code, 'Commune ' || code, 'ឃុំ' || code
       from unnest($1::text[]) code`,
    [[...above, ...codes]],
  );
  await client.query(
    `insert into offices (id, kind, place_code, name_km, name_en)
     select gen_random_uuid(), kind, code, kind || ' ' || code, kind || ' ' || code
       from unnest($1::text[]) code, unnest(array['COMMUNE_COUNCIL', 'SCHOOL', 'HEALTH_CENTRE', 'CCWC']) kind`,
    [codes],
  );
  const standing = {
    position: 1,
    participants: 400,
    support: 10,
    share: 0.025,
    lowerBound: 0.018,
    groupBalanced: 0.03,
    importantTo: [],
    keptSlotFor: null,
    tie: null,
  };
  await client.query(
    `insert into issues (id, category, commune_code, title_km, title_en, words_km, words_en, state, published_at,
                         support_count, position, lower_bound, standing, bands, event_count)
     select gen_random_uuid(), (array['EDUCATION', 'HEALTH', 'ROAD_SAFETY', 'WATER_SANITATION'])[1 + n % 4],
            ($1::text[])[1 + n % $2], 'បញ្ហាលេខ ' || n, 'Issue number ' || n, repeat('យើងចង់បានទឹកស្អាត។ ', 6),
            repeat('We want clean water. ', 6), case n % 3 when 0 then 'ASSIGNED' when 1 then 'ANSWERED' else 'OPEN' end,
            now() - make_interval(mins => n), $4, 1 + n / $2, 0.018, $5,
            array(select hashint4(n * 16 + band) from generate_series(1, 16) band), 3
       from generate_series(0, $3 - 1) n`,
    [codes, codes.length, size.issues, Math.round(size.supports / size.issues), JSON.stringify(standing)],
  );
  await client.query(
    `insert into supports (issue_id, device_key)
     select id, md5(id::text || turn) || md5(turn || id::text)
       from issues, generate_series(1, $1) turn`,
    [Math.round(size.supports / size.issues)],
  );
  await client.query(
    `insert into assignments (id, issue_id, office_id, assigned_at, answered_at, steps)
     select gen_random_uuid(), i.id, o.id, i.published_at, case i.state when 'ANSWERED' then now() end, '[]'
       from issues i join offices o on o.place_code = i.commune_code
        and o.kind = case i.category when 'EDUCATION' then 'SCHOOL' when 'HEALTH' then 'HEALTH_CENTRE' else 'COMMUNE_COUNCIL' end
      where i.state <> 'OPEN'`,
  );
  await client.query(
    `insert into answers (id, issue_id, assignment_id, office_id, idempotency_key, decision, words, answered_at, answered_by)
     select gen_random_uuid(), a.issue_id, a.id, a.office_id, gen_random_uuid(), 'NEED_MORE',
            repeat('យើងបានទទួលហើយ។ ', 4), a.answered_at, gen_random_uuid()
       from assignments a where a.answered_at is not null`,
  );
  await client.query('vacuum analyze');
  await client.end();
}
