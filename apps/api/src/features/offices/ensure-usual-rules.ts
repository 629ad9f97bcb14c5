import { newId } from '@samleng/kernel';
import { usualRules } from '@samleng/routing';
import type { DatabaseEntityManager } from '@samleng/server';
import { RoutingRule } from './office.entity.ts';

/**
 * Gives the routing table the lines a new installation starts with, and after an upgrade those of new categories.
 * A line for the same matters that is there already stays as it is, whoever made it.
 */
export async function ensureUsualRules(em: DatabaseEntityManager): Promise<void> {
  const keyOf = (rule: Pick<RoutingRule, 'category' | 'topic' | 'level' | 'placeCode'>) =>
    [rule.level, rule.placeCode, rule.category, rule.topic].join('.');
  const there = new Set((await em.find(RoutingRule, {})).map(keyOf));
  const missing = usualRules().filter((rule) => !there.has(keyOf(rule)));
  if (missing.length === 0) return;
  await em.insertMany(
    RoutingRule,
    missing.map((rule) => ({ ...rule, id: newId(), isUsual: true })),
  );
}
