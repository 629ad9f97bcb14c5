import { newId, ok, refused, type Result } from '@samleng/kernel';
import { checkRules } from '@samleng/routing';
import { appendAudit } from '@samleng/server';
import type { Category, Level, OfficeKind, Problem, Topic } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { isPlace } from './is-place.ts';
import { RoutingRule } from './office.entity.ts';
import { mayAdministerOffices } from './office.policy.ts';

/**
 * An administrator says which kind of office answers for a category or topic, at a level, in the whole country or in
 * one place. A line that came with the product gives way; one that an administrator made is removed first, so that
 * nobody overwrites another's by mistake. Issues that are on their way stay where they are.
 */
export async function setRoutingRule(
  request: ApiRequest,
  input: {
    category?: Category | null;
    topic?: Topic | null;
    level: Level;
    placeCode?: string | null;
    officeKind: OfficeKind;
  },
): Promise<Result<RoutingRule, readonly Problem[]>> {
  const { viewer, clock } = request;
  if (!mayAdministerOffices(viewer)) return refused([problem('NOT_FOUND')]);
  const { level, officeKind } = input;
  const matter = {
    category: input.category ?? null,
    topic: input.topic ?? null,
    level,
    placeCode: input.placeCode || null,
  };
  return inTransaction(request, async ({ em }) => {
    if (matter.placeCode !== null && !(await isPlace(em, matter.placeCode)))
      return refused([problem('PLACE_NOT_FOUND', 'placeCode')]);
    // Two administrators at once: the second waits and sees the first's line.
    await em.execute('lock table routing_rules in share row exclusive mode');
    const there = await em.findOne(RoutingRule, matter);
    const wrong = problemOf({ ...matter, officeKind }, there);
    if (wrong !== null) return refused([wrong]);
    const rule = there ?? em.create(RoutingRule, { id: newId(clock.now().getTime()), ...matter, officeKind });
    const before = there?.officeKind ?? null;
    em.assign(rule, { officeKind, isUsual: false });
    await em.flush();
    await appendAudit(em, {
      occurredAt: clock.now(),
      actorId: viewer.accountId,
      deed: 'setRoutingRule',
      subjectType: 'RoutingRule',
      subjectId: rule.id,
      detail: { ...matter, before, officeKind },
    });
    return ok(rule);
  });
}

const blamed = {
  RULES_CONTRADICT: 'officeKind',
  ALREADY_THERE: 'officeKind',
  TOPIC_OF_ANOTHER_CATEGORY: 'topic',
  OUT_OF_RANGE: 'level',
} as const;

function problemOf(
  wanted: Pick<RoutingRule, 'level' | 'officeKind'> & {
    category: Category | null;
    topic: Topic | null;
    placeCode: string | null;
  },
  there: RoutingRule | null,
): Problem | null {
  const rule = { id: 'new', ...wanted };
  const others =
    there === null || there.isUsual ? [] : [{ ...rule, id: 'there', officeKind: there.officeKind }];
  const [first] = checkRules([rule, ...others]);
  return first === undefined ? null : problem(first.code, blamed[first.code]);
}
