import type { RequestBatch } from '@samleng/server';
import type { DeskRequest } from '../../request.ts';
import { HandOver } from './case.entity.ts';

/** Offers that wait, by case. */
export const openOffersOf: RequestBatch<DeskRequest, string, HandOver> = async ({ em }, caseIds) => {
  const offers = await em.find(HandOver, { caseId: { $in: [...caseIds] }, endedAt: null });
  return new Map(offers.map((offer) => [offer.caseId, offer]));
};
