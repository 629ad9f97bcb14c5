import type { IssueChange } from '@samleng/vocabulary';
import type { ApiRequest } from '../../request.ts';
import { IssueEvent } from './issue.entity.ts';

export type EventFacts = {
  readonly change: IssueChange;
  readonly officeId?: string | null;
  readonly answerId?: string | null;
  readonly planItemId?: string | null;
  readonly agendaItemId?: string | null;
  /** For everybody to read: at most 1,000 characters that passed the door for texts. */
  readonly note?: string | null;
};

/**
 * Adds a step to an issue's public history, inside the deed's transaction. Numbers follow without a gap: the issue's
 * row is locked until the deed ends. Every supporter's device hears of it.
 *
 * @returns the event's number within the issue
 * @throws when there is no such issue: that is a bug of the caller
 */
export async function recordEvent(inside: ApiRequest, issueId: string, facts: EventFacts): Promise<number> {
  const [row] = await inside.em.execute<{ event_count: number }[]>(
    'update issues set event_count = event_count + 1 where id = ? returning event_count',
    [issueId],
  );
  if (row === undefined) throw new Error('There is no issue whose history could go on.');
  await inside.em.insert(IssueEvent, {
    issueId,
    number: row.event_count,
    change: facts.change,
    occurredAt: inside.clock.now(),
    officeId: facts.officeId ?? null,
    answerId: facts.answerId ?? null,
    planItemId: facts.planItemId ?? null,
    agendaItemId: facts.agendaItemId ?? null,
    note: facts.note ?? null,
  });
  return row.event_count;
}
