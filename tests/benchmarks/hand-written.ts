import { createHmac, createSecretKey, randomUUID, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { deriveReceipt } from '@samleng/server';
import pg from 'pg';

// What the participation service is measured against: hand-written SQL over the pg driver in a bare Node http server.
//
// The same as the service: bodies of 64 KiB at most, the pages' key compared without telling by its time, the device
// known by a keyed hash only, codes and ids checked for their shape, an answer of the same fields in the same JSON; one
// statement for a page, one for a support with the ranking marked as due and merged issues followed; for a concern the
// two counts of its limits, the receipt's stretching, and one form sent twice kept once.
// Not here, and so what the service is allowed to cost: GraphQL with its limits, staff sessions, languages, the screening
// of texts, refusals told in codes, logs, figures for monitoring, time limits, safety headers, waiting one's turn.

const [url = '', port = '0', deviceKey = '', webKey = ''] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 10 });
const secret = createSecretKey(deviceKey, 'hex');
const bodyMost = 64 * 1024;

const page = `
  select i.id, i.title_km, i.title_en, i.category, i.state, i.support_count, i.position, o.name_km as office_km,
         o.name_en as office_en, n.decision, n.words, s.issue_id is not null as is_supported
    from issues i
    left join assignments a on a.issue_id = i.id and a.ended_at is null
    left join offices o on o.id = a.office_id
    left join lateral (select decision, words from answers where issue_id = i.id order by answered_at desc limit 1) n on true
    left join supports s on s.issue_id = i.id and s.device_key = $2
   where i.commune_code = $1 and i.merged_into_id is null
   order by i.position, i.id limit 21`;

const support = `
  with target as (
    select coalesce(merged_into_id, id) id, commune_code from issues where id = $1 for key share),
  added as (
    insert into supports (issue_id, device_key, since_event, seen_event)
    select issues.id, $2, event_count, event_count from issues join target on target.id = issues.id
    on conflict do nothing returning issue_id),
  counted as (
    update issues set support_count = support_count + 1 from added where issues.id = added.issue_id
    returning issues.id, support_count),
  due as (
    insert into rankings_due (commune_code, since) select commune_code, now() from target
     where exists (select from added) on conflict do nothing)
  select id, support_count from counted
  union all
  select issues.id, support_count from issues join target on target.id = issues.id
   where not exists (select from counted)`;

const count = `
  insert into rate_limits (key, points, expire) values ($1, 1, $3), ($2, 1, $3)
  on conflict (key) do update set points = rate_limits.points + 1 returning points`;

const raise = `
  insert into concerns (id, idempotency_key, body_hash, receipt_lookup_id, receipt_public_key, device_key, state, urgency,
                        category, text, language, commune_code, received_at)
  values ($1, $2, $3, $4, $5, $6, 'RECEIVED', 'NORMAL', 'OTHER', $7, 'km', $8, now())
  on conflict (idempotency_key) do nothing`;

const server = createServer((request, response) => {
  void (async () => {
    const { variables } = JSON.parse(await bodyOf(request)) as { variables: Record<string, string> };
    if (!isSame(String(request.headers['x-web-key']), webKey)) throw new Error('This is not a page of ours.');
    const device = String(request.headers['x-device']);
    if (!/^[0-9a-f]{32}$/.test(device)) throw new Error('This is no device.');
    const known = createHmac('sha256', secret).update(device).digest('hex');
    const answer = await work(request, variables, known);
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.setHeader('cache-control', 'no-store');
    response.end(`${JSON.stringify({ data: answer })}\n`);
  })().catch((error: unknown) => {
    response.statusCode = 500;
    response.end(String(error));
  });
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > bodyMost) throw new Error('Too large.');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

async function work(
  request: IncomingMessage,
  variables: Record<string, string>,
  device: string,
): Promise<unknown> {
  switch (request.headers['x-work']) {
    case 'page':
      return { issues: await pageOf(variables['commune'] ?? '', device) };
    case 'support':
      return { supportIssue: await supportOf(variables['issueId'] ?? '', device) };
    default:
      return { raiseConcern: await raised(variables, device, String(request.headers['x-client-address'])) };
  }
}

async function pageOf(commune: string, device: string): Promise<unknown> {
  if (!/^\d{6}$/.test(commune)) throw new Error('No commune.');
  const { rows } = await pool.query<Record<string, unknown>>({
    name: 'page',
    text: page,
    values: [commune, device],
  });
  const nodes = rows.slice(0, 20).map((row) => ({
    id: row['id'],
    titleKm: row['title_km'],
    titleEn: row['title_en'],
    category: row['category'],
    state: row['state'],
    supportCount: row['support_count'],
    isSupportedByViewer: row['is_supported'],
    standing: { position: row['position'] },
    currentAssignment:
      row['office_km'] === null ? null : { office: { nameKm: row['office_km'], nameEn: row['office_en'] } },
    latestAnswer: row['decision'] === null ? null : { decision: row['decision'], words: row['words'] },
  }));
  const last = rows[nodes.length - 1];
  const endCursor = last
    ? Buffer.from(JSON.stringify([last['position'], last['id']])).toString('base64url')
    : null;
  return { nodes, pageInfo: { hasNextPage: rows.length > 20, endCursor } };
}

async function supportOf(issueId: string, device: string): Promise<unknown> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(issueId)) throw new Error('No issue.');
  const { rows } = await pool.query<{ id: string; support_count: number }>({
    name: 'support',
    text: support,
    values: [issueId, device],
  });
  const [row] = rows;
  return { issue: row ? { id: row.id, supportCount: row.support_count } : null, problems: [] };
}

async function raised(variables: Record<string, string>, device: string, address: string): Promise<unknown> {
  const keyed = (text: string) => createHmac('sha256', secret).update(text).digest('hex');
  const values = [keyed(`device ${device}`), keyed(`address ${address}`), Date.now() + 3_600_000];
  const counts = await pool.query<{ points: number }>({ name: 'count', text: count, values });
  if (counts.rows.some(({ points }) => points > 60)) throw new Error('Too many.');
  const { lookupId, publicKey } = await deriveReceipt(String(variables['receipt']), new Uint8Array(32));
  await pool.query({
    name: 'raise',
    text: raise,
    values: [
      randomUUID(),
      variables['idempotencyKey'],
      keyed(JSON.stringify(variables)),
      lookupId,
      Buffer.from(publicKey).toString('hex'),
      device,
      variables['text'],
      variables['commune'],
    ],
  });
  return { receivedOn: new Date().toISOString().slice(0, 10), problems: [] };
}

server.listen(Number(port), '127.0.0.1', () => console.log(JSON.stringify(server.address())));
process.on('SIGTERM', () => {
  server.close();
  void pool.end().then(() => process.exit(0));
});
