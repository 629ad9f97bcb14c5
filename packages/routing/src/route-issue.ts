import { type Result, refused } from '@samleng/kernel';
import { type Level, levelOfCode, levels } from '@samleng/vocabulary';
import { climb, type Route } from './climb.ts';
import type { Matter, RoutingRule, RoutingTable } from './routing-table.ts';

export type { Route };

/**
 * Finds the office that owes an answer, and says why.
 *
 * The most specific rule that fits wins: the longest place, then a rule for the topic, then one for the category,
 * then the default. The level is that of the matter's place; a village is also served by the rules of communes.
 * The office is the one of the rule's kind that serves the place. Where there is none, where it is inactive, where
 * the matter is about its own people or about those who stand over it, the kinds above are asked in order.
 *
 * @returns the office and the steps that led to it; NO_OFFICE when no rule fits or nobody is left to ask
 * @example a matter of category EDUCATION, topic FEES, in 14090702, about the SCHOOL's people: the rule says SCHOOL,
 *          SCHOOL is avoided, the commune council of 140907 is chosen
 */
export function routeIssue(matter: Matter, table: RoutingTable): Result<Route, 'NO_OFFICE'> {
  const rule = ruleFor(matter, table.rules);
  if (rule === null) return refused('NO_OFFICE');
  return climb(
    [rule.officeKind],
    matter.placeCode,
    table.offices,
    { aboutOfficeKind: matter.aboutOfficeKind, hadItAlready: new Set() },
    [{ step: 'RULE_USED', ruleId: rule.id, officeKind: rule.officeKind }],
  );
}

function ruleFor(matter: Matter, rules: readonly RoutingRule[]): RoutingRule | null {
  const level = levelOfCode(matter.placeCode);
  let best: RoutingRule | null = null;
  for (const rule of rules) {
    if (!fits(rule, matter, level)) continue;
    if (best === null || isMoreSpecific(rule, best)) best = rule;
  }
  return best;
}

function fits(rule: RoutingRule, matter: Matter, level: Level): boolean {
  const isLevel = rule.level === level || (level === 'VILLAGE' && rule.level === 'COMMUNE');
  return (
    isLevel &&
    matter.placeCode.startsWith(rule.placeCode ?? '') &&
    (rule.category === null || rule.category === matter.category) &&
    (rule.topic === null || rule.topic === matter.topic)
  );
}

/** Place, topic, category, then the rule for villages before the one for communes, then the lower id. */
function isMoreSpecific(rule: RoutingRule, than: RoutingRule): boolean {
  const differences = [
    (rule.placeCode ?? '').length - (than.placeCode ?? '').length,
    Number(rule.topic !== null) - Number(than.topic !== null),
    Number(rule.category !== null) - Number(than.category !== null),
    levels.indexOf(than.level) - levels.indexOf(rule.level),
  ];
  const difference = differences.find((each) => each !== 0);
  return difference === undefined ? rule.id < than.id : difference > 0;
}
