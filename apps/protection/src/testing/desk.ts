import type { Code } from './child.ts';
import type { Caller, Reply, World } from './world.ts';

const card = `id state urgency communeCode receivedAt lookDueAt isOverdue hasNews hasDuty standing
  assignee { name } handOver { to { name } } viewerCan { open take assign acceptHandOver erase }`;

export type Card = {
  id: string;
  state: string;
  urgency: string;
  lookDueAt: string | null;
  isOverdue: boolean;
  hasNews: boolean;
  hasDuty: boolean;
  standing: string;
  assignee: { name: string } | null;
  handOver: { to: { name: string } } | null;
  viewerCan: { open: boolean; take: boolean; assign: boolean; acceptHandOver: boolean; erase: boolean };
};

export type Opened = {
  case: Card;
  readBy: number;
  report: { text: string; villageCode: string | null; accusedRole: string | null; alias: string | null };
  triage: { kind: string; danger: string; duty: string | null; note: string | null } | null;
  messages: { text: string; author: { name: string } | null }[];
  notes: { text: string; closing: string | null }[];
};

/** The ids of the cases in somebody's inbox, in order. */
export async function inboxOf(world: World, as: Caller): Promise<Card[]> {
  const { data } = await world.ask<{ inbox: { nodes: Card[] } }>(
    `{ inbox(first: 50) { nodes { ${card} } pageInfo { hasNextPage endCursor } } }`,
    {},
    as,
  );
  return data.inbox.nodes;
}

/** Somebody opens a case. */
export async function open(
  world: World,
  as: Caller,
  caseId: string,
  reason = 'FIRST_LOOK',
): Promise<{ opened: Opened | null; problems: Code[] }> {
  const { data, errors } = await world.ask<{ openCase: { opened: Opened | null; problems: Code[] } }>(
    `mutation ($input: OpenCaseInput!) { openCase(input: $input) { opened { case { ${card} } readBy
      report { text villageCode accusedRole alias } triage { kind danger duty note }
      messages { text author { name } } notes { text closing } } problems { code field } } }`,
    { input: { caseId, reason } },
    as,
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return data.openCase;
}

/** A deed on a case that gives its card. */
export async function deed(
  world: World,
  as: Caller,
  name: string,
  input: object,
): Promise<{ case: Card | null; problems: Code[] }> {
  const type = inputTypes[name] ?? 'CaseInput';
  const isBare = name === 'declineHandOver' || name === 'eraseCase';
  const { data, errors }: Reply<Record<string, { case: Card | null; problems: Code[] }>> = await world.ask(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${isBare ? '' : `case { ${card} }`} problems { code field } } }`,
    { input },
    as,
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return data[name]!;
}

const inputTypes: Record<string, string> = {
  triageCase: 'TriageCaseInput',
  assignCase: 'CaseAndPersonInput',
  excludePerson: 'CaseAndPersonInput',
  handOverCase: 'HandOverCaseInput',
  replyToChild: 'WriteInCaseInput',
  addNote: 'WriteInCaseInput',
  closeCase: 'CloseCaseInput',
};

/** How many rows each of these tables has: a refused deed leaves all as they are. */
export async function rowCounts(world: World): Promise<Record<string, number>> {
  const tables = [
    'cases',
    'case_keys',
    'case_items',
    'receipts',
    'case_readers',
    'hand_overs',
    'audit_entries',
  ];
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const [row] = await world.em().execute<{ n: number }[]>(`select count(*)::int n from ${table}`);
    counts[table] = row!.n;
  }
  return counts;
}
