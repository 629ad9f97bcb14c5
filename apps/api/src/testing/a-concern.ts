import { randomInt, randomUUID } from 'node:crypto';
import { aDevice, type Caller, type World } from './world.ts';
import { lvea } from './some-places.ts';

/** A receipt as a form makes one. */
export function aReceipt(): string {
  return Array.from({ length: 4 }, () => String(randomInt(10_000)).padStart(4, '0')).join('');
}

export type Raised = { readonly id: string; readonly receipt: string; readonly device: string };

/** A concern as a child's form sends it; what is not given is as usual. */
export function concernInput(given: object = {}) {
  return {
    idempotencyKey: randomUUID(),
    receipt: aReceipt(),
    text: 'The toilet of our school has no door and the girls do not go there.',
    communeCode: lvea.commune,
    category: 'WATER_SANITATION',
    ...given,
  };
}

export const raiseConcern = `mutation ($input: RaiseConcernInput!) {
  raiseConcern(input: $input) {
    receivedOn concern { state ownWords commune { code } village { code } category } problems { code field } } }`;

/** Raises a concern from a device of its own and gives its id. */
export async function aConcern(
  world: World,
  given: object = {},
  device: string = aDevice(),
): Promise<Raised> {
  const input = concernInput(given);
  const { data, errors } = await world.ask<{ raiseConcern: { problems: unknown[] } }>(
    raiseConcern,
    { input },
    { device },
  );
  if (errors.length > 0 || data.raiseConcern.problems.length > 0)
    throw new Error(`The concern was refused: ${JSON.stringify({ errors, data })}`);
  const [row] = await world
    .em()
    .execute<{ id: string }[]>('select id from concerns where idempotency_key = ?', [input.idempotencyKey]);
  return { id: row!.id, receipt: input.receipt, device };
}

export const publishIssue = `mutation ($input: PublishIssueInput!) {
  publishIssue(input: $input) { issue { id state supportCount } concern { state } problems { code field } } }`;

/** What a moderator publishes; what is not given is as usual. */
export function publishInput(concernId: string, given: object = {}) {
  return {
    concernId,
    titleEn: 'Doors for the school toilet',
    wordsEn: 'The toilet of the school has no door, so girls do not go there.',
    category: 'WATER_SANITATION',
    communeCode: lvea.commune,
    ...given,
  };
}

/** Publishes an issue of a new concern, as a moderator of its place. */
export async function anIssue(
  world: World,
  moderator: Caller,
  given: object = {},
  concern?: Raised,
): Promise<{ readonly id: string; readonly concern: Raised }> {
  const raised = concern ?? (await aConcern(world));
  const { data, errors } = await world.ask<{ publishIssue: { issue: { id: string } | null } }>(
    publishIssue,
    { input: publishInput(raised.id, given) },
    moderator,
  );
  const issue = data?.publishIssue?.issue;
  if (!issue) throw new Error(`The issue was refused: ${JSON.stringify({ errors, data })}`);
  return { id: issue.id, concern: raised };
}

/** How many rows each of these tables has: a refused deed leaves all as they are. */
export async function rowCounts(world: World): Promise<Record<string, number>> {
  const tables = [
    'concerns',
    'issues',
    'supports',
    'issue_events',
    'verdicts',
    'audit_entries',
    'rankings_due',
  ];
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const [row] = await world.em().execute<{ n: number }[]>(`select count(*)::int n from ${table}`);
    counts[table] = row!.n;
  }
  return counts;
}
