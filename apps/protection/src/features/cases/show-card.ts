import type { DeskRequest } from '../../request.ts';
import type { HeldCase } from './find-case.ts';

/** A case as its card shows it. */
export function cardOf({ clock }: Pick<DeskRequest, 'clock'>, { kase, standing }: HeldCase) {
  const now = clock.now();
  return {
    id: kase.id,
    state: kase.state,
    urgency: kase.urgency,
    channel: kase.channel,
    communeCode: kase.communeCode ?? null,
    receivedAt: kase.receivedAt,
    lookDueAt: kase.lookDueAt ?? null,
    isOverdue: kase.lookDueAt !== null && kase.lookDueAt !== undefined && kase.lookDueAt <= now,
    hasNews: kase.hasNews,
    hasDuty: kase.hasDuty,
    standing,
    escalatedAt: kase.escalatedAt ?? null,
    closedAt: kase.closedAt ?? null,
    eraseAfter: kase.eraseAfter ?? null,
    assigneeId: kase.assigneeId ?? null,
  };
}
