import { inTransaction } from '@samleng/server';
import type { DeskRequest } from '../../request.ts';
import { raiseAlarm } from '../alarms/index.ts';
import { Case, CaseKey, HandOver } from './case.entity.ts';
import { day, hour } from './case-limits.ts';
import { eraseCase } from './erase-case.ts';
import { endOffer, lockCase } from './hand-over-case.ts';
import { noteDeed } from './take-in.ts';

/**
 * What the minute brings: cases nobody looked at in time, and offers nobody accepted, go to the supervisors who stand
 * by, with an alarm; again and again, until somebody looks.
 *
 * @returns how many of each
 */
export async function runTimers(request: DeskRequest): Promise<{ looks: number; offers: number }> {
  const { em, clock } = request;
  const now = clock.now();
  const late = await em.find(Case, { lookDueAt: { $lte: now } }, { fields: ['id'] });
  for (const { id } of late) await inTransaction(request, (inside) => escalateUnseen(inside, id));
  const offers = await em.find(HandOver, { endedAt: null, dueAt: { $lte: now } }, { fields: ['id'] });
  for (const { id } of offers) await inTransaction(request, (inside) => escalateOffer(inside, id));
  return { looks: late.length, offers: offers.length };
}

async function escalateUnseen(inside: DeskRequest, caseId: string): Promise<void> {
  const kase = await lockCase(inside, caseId);
  const now = inside.clock.now();
  if (kase === null || !kase.lookDueAt || kase.lookDueAt > now) return;
  await callSupervisors(inside, kase);
  // Asked again after an hour or a day: an alarm that nobody hears is raised anew.
  kase.lookDueAt = new Date(now.getTime() + (kase.urgency === 'URGENT' ? hour : day));
  await noteDeed(inside, kase, 'escalateUnseen');
  await raiseAlarm(inside, 'NOT_LOOKED_AT', { caseId, placeCode: kase.communeCode ?? null });
}

async function escalateOffer(inside: DeskRequest, offerId: string): Promise<void> {
  const offer = await inside.em.findOne(HandOver, { id: offerId, endedAt: null });
  const kase = offer && (await lockCase(inside, offer.caseId));
  if (!offer || !kase) return;
  endOffer(inside, offer, 'ESCALATED');
  await inside.em.nativeDelete(CaseKey, { caseId: kase.id, holderId: offer.toId, standing: 'OFFERED' });
  await callSupervisors(inside, kase);
  await noteDeed(inside, kase, 'escalateOffer', { toAccountId: offer.toId });
  await raiseAlarm(inside, 'HAND_OVER_NOT_ACCEPTED', {
    caseId: kase.id,
    placeCode: kase.communeCode ?? null,
  });
}

async function callSupervisors({ em, clock }: DeskRequest, kase: Case): Promise<void> {
  await em.nativeUpdate(CaseKey, { caseId: kase.id, standing: 'STANDBY' }, { standing: 'ESCALATED' });
  kase.escalatedAt = clock.now();
  kase.hasNews = true;
}

/**
 * Erases what is due: cases 90 days after they were closed. Runs every night; running it twice does no harm.
 *
 * @returns how many were erased
 */
export async function eraseDueCases(request: DeskRequest): Promise<number> {
  const { em, clock } = request;
  const due = await em.find(Case, { eraseAfter: { $lte: clock.now() } }, { fields: ['id'] });
  for (const { id } of due)
    await inTransaction(request, async (inside) => {
      const kase = await lockCase(inside, id);
      if (kase?.eraseAfter && kase.eraseAfter <= inside.clock.now())
        await eraseCase(inside, { caseId: id }, 'TIME_OVER');
    });
  return due.length;
}
