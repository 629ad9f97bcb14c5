import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '@samleng/server';
import { startRealPostgres } from '@samleng/server/testing';
import pg from 'pg';
import { migrations } from '../../apps/api/src/migrations/index.ts';
import { communeCode, fillDatabase, type Size } from './fill-database.ts';
import { type Measured, measure, type Shot } from './load.ts';

// pnpm bench:api [--seconds N] [--small] [--flat]
// Requests a second and latencies of (a) a commune's ranked page of 20, (b) supporting an issue, (c) raising a concern,
// beside hand-written SQL in a bare Node server on the same database in the same run. `--flat` measures (a) and (b) at
// 1,000 and at 1,000,000 issues instead; `--small` takes a twentieth of the rows.

const argument = (name: string) => process.argv[process.argv.indexOf(name) + 1];
const seconds = process.argv.includes('--seconds') ? Number(argument('--seconds')) : 8;
const shrink = process.argv.includes('--small') ? 20 : 1;
const apiFolder = fileURLToPath(new URL('../../apps/api/', import.meta.url));
const webKey = 'the benchmark stands for the pages here';
const key = '5'.repeat(64);

const pageQuery = `query ($commune: String!) { issues(filter: { communeCode: $commune }) {
  nodes { id titleKm titleEn category state supportCount isSupportedByViewer standing { position }
          currentAssignment { office { nameKm nameEn } } latestAnswer { decision words } }
  pageInfo { hasNextPage endCursor } } }`;
const supportQuery = `mutation ($issueId: ID!) { supportIssue(input: { issueId: $issueId }) { issue { id supportCount } problems { code } } }`;
const raiseQuery = `mutation ($idempotencyKey: ID!, $receipt: String!, $text: String!, $commune: String!) {
  raiseConcern(input: { idempotencyKey: $idempotencyKey, receipt: $receipt, text: $text, communeCode: $commune }) { receivedOn problems { code } } }`;

type Side = { readonly name: string; readonly port: number; readonly path: string };
type Work = {
  readonly name: string;
  readonly kind: string;
  readonly query: string;
  readonly connections: number;
  readonly isRight: (body: string) => boolean;
  variables(turn: number): Record<string, string>;
};

console.log(
  `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
);
const server = await startRealPostgres();
try {
  if (process.argv.includes('--flat')) await measureFlatness();
  else await measureBeside();
} finally {
  await server.stop();
}

async function measureBeside(): Promise<void> {
  const size = { issues: 100_000 / shrink, supports: 1_000_000 / shrink, communes: 1_652 };
  const { url, works } = await prepare('beside', size);
  for (const work of works) {
    const sides = await startBoth(url);
    const service = await measureSide(sides.service, work);
    const limit = await measureSide(sides.handWritten, work);
    await sides.end();
    console.log(`\n${work.name}`);
    console.log(`  service       ${line(service)}`);
    console.log(`  hand-written  ${line(limit)}`);
    console.log(`  ratio         ${Math.round((100 * service.perSecond) / limit.perSecond)} % of the limit`);
  }
}

async function measureFlatness(): Promise<void> {
  const figures: Record<string, Measured[]> = {};
  for (const issues of [1_000, 1_000_000 / shrink]) {
    const { url, works } = await prepare(`flat_${issues}`, {
      issues,
      supports: issues * 10,
      communes: Math.min(1_652, issues),
    });
    const sides = await startBoth(url);
    for (const work of works.slice(0, 2)) {
      const measured = await measureSide(sides.service, work);
      (figures[work.name] ??= []).push(measured);
      console.log(`${issues.toLocaleString('en')} issues: ${work.name}: ${line(measured)}`);
    }
    await sides.end();
  }
  for (const [name, [few, many]] of Object.entries(figures))
    console.log(`ratio of p95, ${name}: ${((many?.p95 ?? 0) / (few?.p95 ?? 1)).toFixed(2)}`);
}

async function prepare(name: string, size: Size): Promise<{ url: string; works: Work[] }> {
  const url = await server.createDatabase(name);
  const database = await openDatabase({ entities: [], migrations, url });
  await database.migrate();
  await database.close();
  const begun = Date.now();
  await fillDatabase(url, size);
  console.log(
    `\n${size.issues.toLocaleString('en')} issues, ${size.supports.toLocaleString('en')} supports, ${size.communes} communes (filled in ${Math.round((Date.now() - begun) / 1000)} s)`,
  );
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ id: string }>(
    'select id from issues tablesample system (20) limit 20000',
  );
  const issueIds =
    rows.length > 0 ? rows : (await client.query<{ id: string }>('select id from issues limit 1000')).rows;
  await client.end();
  const anyCommune = () => communeCode(randomInt(size.communes));
  return {
    url,
    works: [
      {
        name: '(a) a ranked page of 20 with offices, answers, counts',
        kind: 'page',
        query: pageQuery,
        connections: 16,
        variables: () => ({ commune: anyCommune() }),
        isRight: (body) => body.includes('title') && !body.includes('"errors"'),
      },
      {
        name: '(b) support an issue',
        kind: 'support',
        query: supportQuery,
        connections: 16,
        variables: () => ({ issueId: issueIds[randomInt(issueIds.length)]?.id ?? '' }),
        isRight: (body) =>
          /support_?[cC]ount/.test(body) && !body.includes('"errors"') && !body.includes('"code"'),
      },
      {
        name: '(c) raise a concern (with the stretching of its receipt)',
        kind: 'raise',
        query: raiseQuery,
        connections: 4,
        variables: () => ({
          idempotencyKey: randomUUID(),
          receipt: String(randomInt(1e8, 1e9 - 1)).padStart(16, '7'),
          text: 'អណ្តូងទឹកសាលាខូច ហើយសិស្សត្រូវដងទឹកពីអូរ។',
          commune: anyCommune(),
        }),
        isRight: (body) => body.includes('receivedOn') && !body.includes('"code"'),
      },
    ],
  };
}

async function measureSide(side: Side, work: Work): Promise<Measured> {
  const shot = (turn: number): Shot => ({
    path: side.path,
    headers: {
      'x-work': work.kind,
      'x-web-key': webKey,
      // Every child has a phone and a house of its own here: limits are not what is measured.
      'x-device': randomBytes(16).toString('hex'),
      'x-client-address': `10.${(turn >> 16) & 255}.${(turn >> 8) & 255}.${turn & 255}`,
    },
    body: JSON.stringify({ query: work.query, variables: work.variables(turn) }),
  });
  await measure(side.port, shot, work.isRight, { connections: work.connections, seconds: 2 });
  return measure(side.port, shot, work.isRight, { connections: work.connections, seconds });
}

async function startBoth(url: string): Promise<{ service: Side; handWritten: Side; end(): Promise<void> }> {
  const [apiPort, handPort] = [41_200 + randomInt(400), 41_700 + randomInt(400)];
  const api = spawn(process.execPath, ['--import', '@oxc-node/core/register', 'src/main.ts'], {
    cwd: apiFolder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      MODE: 'live',
      DATABASE_URL: url,
      PORT: String(apiPort),
      RECEIPT_PEPPER: key,
      SECRETS_KEY: key,
      DEVICE_KEY: key,
      WEB_KEY: webKey,
      WEB_ORIGIN: 'http://localhost:3000',
      // Live mode wants a desk to move concerns to; the benchmark moves none.
      PROTECTION_URL: 'http://127.0.0.1:9',
      PROTECTION_INTAKE_KEY: key,
      PROTECTION_DESK_PUBLIC_KEY: `04${key}${key}`,
      LOG_LEVEL: 'error',
    },
  });
  const hand = spawn(
    process.execPath,
    [fileURLToPath(new URL('./hand-written.ts', import.meta.url)), url, String(handPort)],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  await waitFor(`http://127.0.0.1:${apiPort}/health/ready`);
  return {
    service: { name: 'service', port: apiPort, path: '/graphql' },
    handWritten: { name: 'hand-written', port: handPort, path: '/' },
    end: async () => {
      await Promise.all([ended(api), ended(hand)]);
    },
  };
}

async function waitFor(address: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const isThere = await fetch(address).then(
      (response) => response.ok,
      () => false,
    );
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${address} does not answer.`);
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

function line({ perSecond, p50, p95, p99, errors }: Measured): string {
  const times = [p50, p95, p99].map((time) => time.toFixed(1)).join(' / ');
  return `${Math.round(perSecond).toLocaleString('en').padStart(7)} requests/s   p50/p95/p99 ${times} ms${errors > 0 ? `   ${errors} ERRORS` : ''}`;
}
