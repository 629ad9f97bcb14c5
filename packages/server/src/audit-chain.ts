import { createHash } from 'node:crypto';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { canonicalJson, type Json } from './canonical-json.ts';

export type AuditEntry = {
  occurredAt: Date;
  /** Who did it; nobody for what the system does by itself. */
  actorId: string | null;
  /** What was done, in the verb people use: `case.read`, `issue.publish`. */
  deed: string;
  subjectType: string;
  subjectId: string | null;
  /** Ids and codes; never words of a child. */
  detail?: { readonly [key: string]: Json };
};

/** The last entry of a chain, to be published outside: what stands up to it can no longer be rewritten. */
export type AuditHead = { sequence: number; hash: string };

export type AuditVerdict =
  { ok: true; entries: number; head: AuditHead } | { ok: false; sequence: number; reason: AuditFault };

export type AuditFault =
  /** An entry is missing. */
  | 'MISSING'
  /** An entry's content is not what was hashed. */
  | 'CHANGED'
  /** An entry does not follow the one before it. */
  | 'BROKEN_LINK'
  /** The head names another entry than the last. */
  | 'HEAD_DIFFERS'
  /** The chain is shorter than it was when its head was published. */
  | 'CUT_SHORT'
  /** The chain has another entry where its head was published. */
  | 'REWRITTEN';

/** What the first entry follows. */
const beginning = '0'.repeat(64);
const pageLength = 1_000;

type Row = {
  sequence: string | number;
  occurred_at: Date | string;
  actor_id: string | null;
  deed: string;
  subject_type: string;
  subject_id: string | null;
  detail: Json | string;
  previous_hash: string;
  hash: string;
};

/**
 * Adds an entry inside the caller's transaction: the deed and its record are written together or not at all.
 * The head is locked until the transaction ends, so append last and keep the transaction short.
 *
 * The hash of an entry is SHA-256 over the canonical JSON (RFC 8785) of the list
 * `[1, sequence, occurredAt, actorId, deed, subjectType, subjectId, detail, previousHash]`, with the time in
 * ISO form to the millisecond; the first entry follows 64 zeros.
 */
export async function appendAudit(em: SqlEntityManager, entry: AuditEntry): Promise<AuditHead> {
  if (!em.isInTransaction()) throw new Error('appendAudit belongs into the transaction of its deed.');
  const [head] = await em.execute<Array<{ sequence: string | number; hash: string }>>(
    'select sequence, hash from audit_head where id = 1 for update',
  );
  if (!head) throw new Error('The audit has no head: its migration did not run.');
  const sequence = Number(head.sequence) + 1;
  const detail = entry.detail ?? {};
  const hash = hashOf({ ...entry, detail, sequence, previousHash: head.hash });
  await em.execute(
    `insert into audit_entries (sequence, occurred_at, actor_id, deed, subject_type, subject_id, detail, previous_hash, hash)
     values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)`,
    [
      sequence,
      entry.occurredAt.toISOString(),
      entry.actorId,
      entry.deed,
      entry.subjectType,
      entry.subjectId,
      canonicalJson(detail),
      head.hash,
      hash,
    ],
  );
  await em.execute('update audit_head set sequence = ?, hash = ? where id = 1', [sequence, hash]);
  return { sequence, hash };
}

/** The present head of the chain. */
export async function auditHead(em: SqlEntityManager): Promise<AuditHead> {
  const [head] = await em.execute<Array<{ sequence: string | number; hash: string }>>(
    'select sequence, hash from audit_head where id = 1',
  );
  return { sequence: Number(head?.sequence ?? 0), hash: head?.hash ?? beginning };
}

/**
 * Checks the whole chain, in pages, up to the head it had when the check began; entries may be added meanwhile.
 *
 * @param options.exportedHead a head that was published outside. Without it, whoever owns the database could
 *   cut the chain or write it anew and it would still be in order
 */
export async function verifyAudit(
  em: SqlEntityManager,
  options: { exportedHead?: AuditHead } = {},
): Promise<AuditVerdict> {
  const head = await auditHead(em);
  const exported = options.exportedHead;
  let last: AuditHead = { sequence: 0, hash: beginning };
  while (last.sequence < head.sequence) {
    const rows = await em.execute<Row[]>(
      `select sequence, occurred_at, actor_id, deed, subject_type, subject_id, detail, previous_hash, hash
       from audit_entries where sequence > ? and sequence <= ? order by sequence limit ${pageLength}`,
      [last.sequence, head.sequence],
    );
    if (rows.length === 0) return { ok: false, sequence: last.sequence + 1, reason: 'MISSING' };
    for (const row of rows) {
      const sequence = last.sequence + 1;
      const reason = faultOf(row, last);
      if (reason) return { ok: false, sequence, reason };
      if (exported?.sequence === sequence && exported.hash !== row.hash) {
        return { ok: false, sequence, reason: 'REWRITTEN' };
      }
      last = { sequence, hash: row.hash };
    }
  }
  return verdictAtEnd(em, last, head, exported);
}

async function verdictAtEnd(
  em: SqlEntityManager,
  last: AuditHead,
  head: AuditHead,
  exported: AuditHead | undefined,
): Promise<AuditVerdict> {
  if (last.hash !== head.hash) return { ok: false, sequence: last.sequence, reason: 'HEAD_DIFFERS' };
  if (exported && exported.sequence > last.sequence) {
    return { ok: false, sequence: last.sequence, reason: 'CUT_SHORT' };
  }
  // A head set back would hide the entries after it; those added meanwhile are covered by the new head.
  const now = await auditHead(em);
  const [beyond] = await em.execute<Array<{ sequence: string | number }>>(
    'select sequence from audit_entries where sequence > ? limit 1',
    [now.sequence],
  );
  if (beyond && Number(beyond.sequence) > (await auditHead(em)).sequence) {
    return { ok: false, sequence: Number(beyond.sequence), reason: 'HEAD_DIFFERS' };
  }
  return { ok: true, entries: last.sequence, head: last };
}

function faultOf(row: Row, last: AuditHead): AuditFault | undefined {
  if (Number(row.sequence) !== last.sequence + 1) return 'MISSING';
  if (row.previous_hash !== last.hash) return 'BROKEN_LINK';
  const hash = hashOf({
    sequence: Number(row.sequence),
    occurredAt: new Date(row.occurred_at),
    actorId: row.actor_id,
    deed: row.deed,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    detail: (typeof row.detail === 'string' ? JSON.parse(row.detail) : row.detail) as {
      readonly [key: string]: Json;
    },
    previousHash: row.previous_hash,
  });
  return hash === row.hash ? undefined : 'CHANGED';
}

function hashOf(entry: Required<AuditEntry> & { sequence: number; previousHash: string }): string {
  const text = canonicalJson([
    1,
    entry.sequence,
    entry.occurredAt.toISOString(),
    entry.actorId,
    entry.deed,
    entry.subjectType,
    entry.subjectId,
    entry.detail,
    entry.previousHash,
  ]);
  return createHash('sha256').update(text).digest('hex');
}
