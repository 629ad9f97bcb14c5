import { isId } from '@samleng/kernel';
import { LockMode } from '@mikro-orm/core';
import type { ApiRequest } from '../../request.ts';
import type { CheckedItem } from './check-agenda.ts';
import { AgendaItem, Meeting } from './meeting.entity.ts';

/** A meeting, locked until the deed ends; null when there is none of that id. */
export async function lockMeeting({ em }: ApiRequest, id: string): Promise<Meeting | null> {
  return isId(id) ? em.findOne(Meeting, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
}

/** Whether none of the items' ids belongs to another meeting: to be asked before anything is changed. */
export async function areItsOwn(
  { em }: ApiRequest,
  meetingId: string,
  items: readonly CheckedItem[],
): Promise<boolean> {
  const named = await em.find(AgendaItem, { id: { $in: items.map(({ id }) => id) } });
  return named.every((item) => item.meetingId === meetingId);
}

/**
 * Makes a meeting's agenda what was given, in its order. Items keep their ids; those left out go.
 *
 * @returns the items as they stood before, by id
 */
export async function keepAgenda(
  inside: ApiRequest,
  meetingId: string,
  items: readonly CheckedItem[],
): Promise<ReadonlyMap<string, CheckedItem>> {
  const { em } = inside;
  const standing = await em.find(AgendaItem, { meetingId });
  const before = new Map(standing.map((item) => [item.id, snapshot(item)]));
  const byId = new Map(standing.map((item) => [item.id, item]));
  for (const [at, item] of items.entries()) {
    const row = byId.get(item.id);
    if (row) Object.assign(row, item, { position: at + 1 });
    else em.create(AgendaItem, { ...item, meetingId, position: at + 1 });
  }
  const kept = new Set(items.map(({ id }) => id));
  for (const item of standing) if (!kept.has(item.id)) em.remove(item);
  return before;
}

function snapshot(item: AgendaItem): CheckedItem {
  return {
    id: item.id,
    kind: item.kind,
    issueId: item.issueId ?? null,
    subjectId: item.subjectId ?? null,
    titleKm: item.titleKm ?? null,
    titleEn: item.titleEn ?? null,
    minutes: item.minutes ?? null,
    isWithoutChildren: item.isWithoutChildren,
    carriedFromId: item.carriedFromId ?? null,
    outcome: item.outcome ?? null,
    decisionKm: item.decisionKm ?? null,
    decisionEn: item.decisionEn ?? null,
    dueOn: item.dueOn ?? null,
    officeId: item.officeId ?? null,
    planItemId: item.planItemId ?? null,
    spoke: item.spoke ?? [],
  };
}
