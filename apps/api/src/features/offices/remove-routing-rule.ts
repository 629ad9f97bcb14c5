import { isId, ok, refused, type Result } from '@samleng/kernel';
import { usualRules } from '@samleng/routing';
import { appendAudit } from '@samleng/server';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { RoutingRule } from './office.entity.ts';
import { mayAdministerOffices } from './office.policy.ts';

/**
 * An administrator takes back a line of the routing table. Where it stood in for a line that came with the product,
 * that one holds again; those themselves can be replaced but not removed, so that every issue finds an office.
 */
export async function removeRoutingRule(
  request: ApiRequest,
  input: { ruleId: string },
): Promise<Result<null, readonly Problem[]>> {
  const { viewer, clock } = request;
  if (!mayAdministerOffices(viewer)) return refused([problem('NOT_FOUND')]);
  return inTransaction(request, async ({ em }) => {
    const rule = isId(input.ruleId) ? await em.findOne(RoutingRule, { id: input.ruleId }) : null;
    if (rule === null) return refused([problem('NOT_FOUND', 'ruleId')]);
    if (rule.isUsual) return refused([problem('WRONG_STATE', 'ruleId')]);
    const { id, category, topic, level, placeCode, officeKind } = rule;
    const usual = usualRules().find(
      (each) =>
        each.level === level &&
        each.placeCode === (placeCode ?? null) &&
        each.category === (category ?? null) &&
        each.topic === (topic ?? null),
    );
    if (usual === undefined) em.remove(rule);
    else em.assign(rule, { officeKind: usual.officeKind, isUsual: true });
    await em.flush();
    await appendAudit(em, {
      occurredAt: clock.now(),
      actorId: viewer.accountId,
      deed: 'removeRoutingRule',
      subjectType: 'RoutingRule',
      subjectId: id,
      detail: {
        category: category ?? null,
        topic: topic ?? null,
        level,
        placeCode: placeCode ?? null,
        officeKind,
        now: usual?.officeKind ?? null,
      },
    });
    return ok(null);
  });
}
