import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { type AddressInfo, createServer as createNetServer } from 'node:net';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '@samleng/server';
import { startRealPostgres } from '@samleng/server/testing';
import pg from 'pg';
import { migrations } from '../../apps/api/src/migrations/index.ts';
import { communeCode, fillDatabase, type Size } from './fill-database.ts';
import { figuresOf, type Measured, measureRound, median, type Round, type Shot } from './load.ts';

// pnpm bench:api [--seconds N] [--small] [--flat]
// Requests a second and latencies of (a) a commune's ranked page of 20, (b) supporting an issue, (c) raising a concern,
// beside hand-written SQL in a bare Node server (hand-written.ts says what it does and leaves out) on the same database.
// One process each, both running all the while, asked in short turns, so that what else the machine does hits both
// alike; the ratio is the median of the turns' ratios. `--flat` measures the service with (a) and (b) at 1,000 and at
// 1,000,000 issues in turns instead, with full pages at both; `--small` takes a twentieth of the rows.

const argument = (name: string) => process.argv[process.argv.indexOf(name) + 1];
const seconds = process.argv.includes('--seconds') ? Number(argument('--seconds')) : 8;
const roundSeconds = 2;
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

type Side = {
  readonly name: string;
  readonly port: number;
  readonly path: string;
  end(): Promise<void>;
};
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
// As operations.md has it for a host of its own: memory that holds the rows read all the time.
const server = await startRealPostgres({ sharedBuffers: '2GB' });
try {
  if (process.argv.includes('--flat')) await measureFlatness();
  else await measureBeside();
} finally {
  await server.stop();
}

async function measureBeside(): Promise<void> {
  const size = {
    issues: 100_000 / shrink,
    supports: 1_000_000 / shrink,
    communes: communesFor(100_000 / shrink),
  };
  const { url, works } = await prepare('beside', size);
  const [service, handWritten] = [await startService(url), await startHandWritten(url)];
  for (const work of works) {
    const [ours, theirs] = await measureInTurns([
      { side: service, work },
      { side: handWritten, work },
    ]);
    const ratios = ours.map((round, turn) => rateOf(round) / rateOf(theirs[turn]));
    console.log(`\n${work.name}`);
    console.log(`  service       ${line(figuresOf(ours))}`);
    console.log(`  hand-written  ${line(figuresOf(theirs))}`);
    console.log(
      `  ratio         ${percent(median(ratios))} of the limit (turns ${ratios.map(percent).join(', ')})`,
    );
  }
  await Promise.all([service.end(), handWritten.end()]);
}

async function measureFlatness(): Promise<void> {
  const sizes = [1_000, 1_000_000 / shrink].map((issues) => ({
    issues,
    supports: Math.max(issues, Math.min(issues * 10, 1_000_000)),
    communes: communesFor(issues),
  }));
  const few = await prepare('few', sizes[0]!);
  const many = await prepare('many', sizes[1]!);
  const sides = [await startService(few.url), await startService(many.url)] as const;
  for (const at of [0, 1]) {
    const measured = await measureInTurns([
      { side: sides[0], work: few.works[at]! },
      { side: sides[1], work: many.works[at]! },
    ]);
    const [one, other] = measured.map(figuresOf) as [Measured, Measured];
    console.log(`\n${few.works[at]?.name}`);
    console.log(`  ${sizes[0]?.issues.toLocaleString('en').padStart(9)} issues  ${line(one)}`);
    console.log(`  ${sizes[1]?.issues.toLocaleString('en').padStart(9)} issues  ${line(other)}`);
    console.log(`  ratio of p95  ${(other.p95 / one.p95).toFixed(2)}`);
  }
  await Promise.all(sides.map((side) => side.end()));
}

/** As many communes as fill three pages each, up to all of the country's. */
function communesFor(issues: number): number {
  return Math.max(1, Math.min(1_652, Math.floor(issues / 60)));
}

function rateOf(round: Round | undefined): number {
  return round === undefined ? 0 : round.times.length / round.seconds;
}

function percent(part: number): string {
  return `${Math.round(100 * part)} %`;
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

/** Warms both up, then asks them in turns of two seconds, the one that begins changing each time. */
async function measureInTurns(
  both: readonly [{ side: Side; work: Work }, { side: Side; work: Work }],
): Promise<[Round[], Round[]]> {
  const rounds: [Round[], Round[]] = [[], []];
  const turns = Math.max(3, Math.round(seconds / roundSeconds));
  for (let turn = -1; turn < turns; turn += 1) {
    for (const at of turn % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const { side, work } = both[at];
      const round = await measureRound(side.port, shotOf(side, work), work.isRight, {
        connections: work.connections,
        seconds: roundSeconds,
      });
      if (turn >= 0) rounds[at].push(round);
    }
  }
  return rounds;
}

function shotOf(side: Side, work: Work): (turn: number) => Shot {
  return (turn) => ({
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
}

async function startService(url: string): Promise<Side> {
  const port = await freePort();
  const child = spawn(process.execPath, ['--import', '@oxc-node/core/register', 'src/main.ts'], {
    cwd: apiFolder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      MODE: 'live',
      DATABASE_URL: url,
      PORT: String(port),
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
  await waitFor(`http://127.0.0.1:${port}/health/ready`, child);
  return { name: 'service', port, path: '/graphql', end: () => ended(child) };
}

async function startHandWritten(url: string): Promise<Side> {
  const port = await freePort();
  const file = fileURLToPath(new URL('./hand-written.ts', import.meta.url));
  const child = spawn(process.execPath, [file, url, String(port), key, webKey], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return { name: 'hand-written', port, path: '/', end: () => ended(child) };
}

/** A port nobody listens on now. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createNetServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

async function waitFor(address: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300 && child.exitCode === null; tries += 1) {
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
    setTimeout(() => child.kill('SIGKILL'), 10_000).unref();
  });
}

function line({ perSecond, p50, p95, p99, errors }: Measured): string {
  const times = [p50, p95, p99].map((time) => time.toFixed(1)).join(' / ');
  return `${Math.round(perSecond).toLocaleString('en').padStart(7)} requests/s   p50/p95/p99 ${times} ms${errors > 0 ? `   ${errors} ERRORS` : ''}`;
}
