import { describe, expect, it } from 'vitest';
import { checkRules } from './check-rules.ts';
import type { RoutingRule } from './routing-table.ts';
import { usualRules } from './usual-rules.ts';

const rule = (some: Partial<RoutingRule>): RoutingRule => ({
  id: 'mine',
  category: 'HEALTH',
  topic: null,
  level: 'COMMUNE',
  placeCode: '14',
  officeKind: 'CCWC',
  ...some,
});

describe('a routing table', () => {
  it('as delivered has nothing wrong with it, and every rule its own id', () => {
    expect(checkRules(usualRules())).toEqual([]);
    expect(new Set(usualRules().map((each) => each.id)).size).toBe(usualRules().length);
  });

  it('is told of equally specific rules that lead to different offices', () => {
    const two = [rule({ id: 'a' }), rule({ id: 'b', officeKind: 'HEALTH_CENTRE' })];
    expect(checkRules([...usualRules(), ...two])).toEqual([
      { code: 'RULES_CONTRADICT', ruleIds: ['a', 'b'] },
    ]);
  });

  it('is told of the same rule twice', () => {
    expect(checkRules([rule({ id: 'a' }), rule({ id: 'b' })])).toEqual([
      { code: 'ALREADY_THERE', ruleIds: ['a', 'b'] },
    ]);
  });

  it('lets rules differ in place, level or topic', () => {
    const rules = [
      rule({ id: 'a' }),
      rule({ id: 'b', placeCode: '1409' }),
      rule({ id: 'c', topic: 'WORRY' }),
    ];
    expect(checkRules(rules)).toEqual([]);
  });

  it('is told of a topic that is not of the category', () => {
    expect(checkRules([rule({ topic: 'ROAD' })])).toEqual([
      { code: 'TOPIC_OF_ANOTHER_CATEGORY', ruleIds: ['mine'] },
    ]);
    expect(checkRules([rule({ category: null, topic: 'WORRY' })])).toEqual([
      { code: 'TOPIC_OF_ANOTHER_CATEGORY', ruleIds: ['mine'] },
    ]);
  });

  it('is told of rules that can never work', () => {
    const never = { code: 'OUT_OF_RANGE', ruleIds: ['mine'] };
    expect(checkRules([rule({ level: 'DISTRICT', officeKind: 'SCHOOL' })])).toEqual([never]);
    expect(checkRules([rule({ level: 'DISTRICT', placeCode: '140907', officeKind: 'WCCC' })])).toEqual([
      never,
    ]);
    expect(checkRules([rule({ placeCode: '14090701', officeKind: 'VILLAGE_CHIEF' })])).toEqual([]);
  });
});
