import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { deriveReceipt } from '@samleng/server';
import pg from 'pg';

// What the participation service is measured against: the same work by hand-written SQL over the pg driver, in a bare
// Node http server. No checks, no limits, no GraphQL: what nobody should run, as the upper bound of what can be had.

const [url = '', port = '0'] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 10 });

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
  with added as (
    insert into supports (issue_id, device_key) values ($1, $2) on conflict do nothing returning issue_id),
  due as (
    insert into rankings_due (commune_code, since) select commune_code, now() from issues where id = $1
    on conflict do nothing)
  update issues set support_count = support_count + 1 from added where issues.id = added.issue_id`;

const raise = `
  insert into concerns (id, idempotency_key, body_hash, receipt_lookup_id, receipt_public_key, state, urgency, category,
                        text, language, commune_code, received_at)
  values ($1, $2, repeat('0', 64), $3, repeat('0', 64), 'RECEIVED', 'NORMAL', 'OTHER', $4, 'km', $5, now())`;

const server = createServer((request, response) => {
  void (async () => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const { variables } = JSON.parse(body) as { variables: Record<string, string> };
    const answer = await work(request.headers['x-work'], variables, String(request.headers['x-device']));
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ data: answer }));
  })().catch((error: unknown) => {
    response.statusCode = 500;
    response.end(String(error));
  });
});

async function work(kind: unknown, variables: Record<string, string>, device: string): Promise<unknown> {
  if (kind === 'page')
    return (await pool.query({ name: 'page', text: page, values: [variables['commune'], device] })).rows;
  if (kind === 'support') {
    await pool.query({
      name: 'support',
      text: support,
      values: [variables['issueId'], device.padEnd(64, '0')],
    });
    const shown = await pool.query({
      name: 'shown',
      text: 'select id, support_count from issues where id = $1',
      values: [variables['issueId']],
    });
    return shown.rows[0];
  }
  const { lookupId } = await deriveReceipt(String(variables['receipt']), new Uint8Array(32));
  const values = [
    randomUUID(),
    variables['idempotencyKey'],
    lookupId,
    variables['text'],
    variables['commune'],
  ];
  await pool.query({ name: 'raise', text: raise, values });
  return { receivedOn: new Date().toISOString().slice(0, 10) };
}

server.listen(Number(port), '127.0.0.1', () => console.log(JSON.stringify(server.address())));
process.on('SIGTERM', () => {
  server.close();
  void pool.end().then(() => process.exit(0));
});
