import { levelOfCode, levels, officeKinds, topicsOf } from '@samleng/vocabulary';
import type { RoutingRule } from './routing-table.ts';

/**
 * What is wrong with a table, and in which rules.
 * - RULES_CONTRADICT: equally specific rules that lead to different offices
 * - ALREADY_THERE: the same rule twice
 * - TOPIC_OF_ANOTHER_CATEGORY: the rule's topic is not one of its category, or it has a topic and no category
 * - OUT_OF_RANGE: the rule can never work: its place is smaller than its level, or its office serves only places
 *   smaller than its level
 */
export type RuleProblem = {
  readonly code: 'RULES_CONTRADICT' | 'ALREADY_THERE' | 'TOPIC_OF_ANOTHER_CATEGORY' | 'OUT_OF_RANGE';
  readonly ruleIds: readonly string[];
};

/** Reads a table before it is kept. An empty list means that every matter meets at most one most specific rule. */
export function checkRules(rules: readonly RoutingRule[]): RuleProblem[] {
  return [...wrongByThemselves(rules), ...wrongTogether(rules)];
}

function wrongByThemselves(rules: readonly RoutingRule[]): RuleProblem[] {
  const problems: RuleProblem[] = [];
  for (const rule of rules) {
    if (hasForeignTopic(rule)) problems.push({ code: 'TOPIC_OF_ANOTHER_CATEGORY', ruleIds: [rule.id] });
    if (canNeverWork(rule)) problems.push({ code: 'OUT_OF_RANGE', ruleIds: [rule.id] });
  }
  return problems;
}

function hasForeignTopic(rule: RoutingRule): boolean {
  if (rule.topic === null) return false;
  return rule.category === null || !topicsOf(rule.category).includes(rule.topic);
}

function canNeverWork(rule: RoutingRule): boolean {
  // Rules of communes serve villages too, so a village and its chief may stand in them.
  const smallest = levels.indexOf(rule.level === 'COMMUNE' ? 'VILLAGE' : rule.level);
  const place = levels.indexOf(levelOfCode(rule.placeCode ?? ''));
  const office = levels.indexOf(officeKinds[rule.officeKind].level);
  return place < smallest || office < smallest;
}

function wrongTogether(rules: readonly RoutingRule[]): RuleProblem[] {
  const alike = Map.groupBy(rules, (rule) =>
    JSON.stringify([rule.level, rule.placeCode, rule.category, rule.topic]),
  );
  const problems: RuleProblem[] = [];
  for (const group of alike.values()) {
    if (group.length < 2) continue;
    const isContradiction = new Set(group.map((rule) => rule.officeKind)).size > 1;
    problems.push({
      code: isContradiction ? 'RULES_CONTRADICT' : 'ALREADY_THERE',
      ruleIds: group.map((rule) => rule.id),
    });
  }
  return problems;
}
