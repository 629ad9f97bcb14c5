import { defineEntity, p } from '@mikro-orm/core';
import { newId } from '@samleng/kernel';
import type { CaseSystem, ReferralOutcome, ReferralReceiver } from '../../lists.ts';

/** That a case was referred, to what kind of receiver, and how it went. What was said stands in a sealed item. */
export const ReferralSchema = defineEntity({
  name: 'Referral',
  tableName: 'referrals',
  indexes: [{ name: 'referrals_of_case', properties: ['caseId'] }],
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    caseId: p.uuid(),
    itemId: p.uuid(),
    receiver: p.string().length(24).$type<ReferralReceiver>(),
    hasAssent: p.boolean(),
    madeBy: p.uuid(),
    madeAt: p.datetime(),
    outcome: p.string().length(16).$type<ReferralOutcome>(),
    outcomeAt: p.datetime(),
    /** The national system it was handed to, if one. */
    system: p.string().length(16).$type<CaseSystem>().nullable(),
  },
});
export class Referral extends ReferralSchema.class {}
ReferralSchema.setClass(Referral);
