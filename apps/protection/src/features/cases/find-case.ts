import { LockMode } from '@mikro-orm/core';
import { isId } from '@samleng/kernel';
import { standings, type Standing } from '../../lists.ts';
import type { DeskRequest } from '../../request.ts';
import type { KeyPair } from '../../sealing/seal-item.ts';
import { isExcluded } from '../roster/index.ts';
import { Case, CaseExclusion, CaseKey } from './case.entity.ts';
import { openForHolder } from './case-seals.ts';

/** A case and how the viewer stands to it. */
export type HeldCase = { readonly kase: Case; readonly standing: Standing; readonly key: CaseKey };

/**
 * A case the viewer holds a key of, locked for the rest of the transaction; null for everybody else, whether the
 * case is there or not, and for whoever it must not reach.
 */
export async function findHeldCase(inside: DeskRequest, caseId: string): Promise<HeldCase | null> {
  const { em, viewer } = inside;
  if (viewer.accountId === null || viewer.affiliation === null || !isId(caseId)) return null;
  const kase = await em.findOne(Case, { id: caseId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (kase === null) return null;
  const key = await em.findOne(CaseKey, { caseId, holderId: viewer.accountId });
  if (key === null || key.standing === 'BREAK_GLASS') return null;
  const person = { accountId: viewer.accountId, affiliation: viewer.affiliation };
  const excludedAccountIds = await excludedFrom(inside, caseId);
  if (isExcluded(person, { excludedAffiliations: kase.excludedAffiliations, excludedAccountIds }))
    return null;
  return { kase, standing: key.standing, key };
}

/** Those whom a case must not reach, by name. */
export async function excludedFrom({ em }: DeskRequest, caseId: string): Promise<string[]> {
  return (await em.find(CaseExclusion, { caseId })).map(({ accountId }) => accountId);
}

/** A case the viewer may open now, or null. */
export async function findOpenableCase(inside: DeskRequest, caseId: string): Promise<HeldCase | null> {
  const held = await findHeldCase(inside, caseId);
  return held !== null && standings[held.standing].mayOpen ? held : null;
}

/**
 * The keys of a case, by the viewer's unlocked key; null when it is not unlocked here.
 *
 * @throws CaseDamaged when the stored key was changed
 */
export function keysOf({ viewer, unlocked }: DeskRequest, { kase, key }: HeldCase): KeyPair | null {
  const mine = viewer.sessionId === null ? undefined : unlocked.of(viewer.sessionId);
  return mine ? openForHolder(kase, key, mine) : null;
}
