import {
  type Category,
  categoryKeys,
  type Level,
  type OfficeKind,
  topicsOf,
  usualOffice,
} from '@samleng/vocabulary';
import type { RoutingRule } from './routing-table.ts';

/** Who answers at the level of a district for what an office of the commune answers in a commune. */
const inDistrict: Readonly<Record<OfficeKind, OfficeKind>> = {
  SCHOOL: 'EDUCATION_OFFICE',
  HEALTH_CENTRE: 'HEALTH_OFFICE',
  VILLAGE_CHIEF: 'DISTRICT_ADMINISTRATION',
  COMMUNE_COUNCIL: 'DISTRICT_ADMINISTRATION',
  CCWC: 'WCCC',
  COMMUNE_POLICE: 'DISTRICT_POLICE',
  DISASTER_COMMITTEE: 'DISTRICT_ADMINISTRATION',
  SOCIAL_AFFAIRS: 'SOCIAL_AFFAIRS',
  WCCC: 'WCCC',
  DISTRICT_ADMINISTRATION: 'DISTRICT_ADMINISTRATION',
  EDUCATION_OFFICE: 'EDUCATION_OFFICE',
  HEALTH_OFFICE: 'HEALTH_OFFICE',
  DISTRICT_POLICE: 'DISTRICT_POLICE',
  CITIZENS_OFFICE: 'CITIZENS_OFFICE',
  PROVINCE_SOCIAL_AFFAIRS: 'PROVINCE_SOCIAL_AFFAIRS',
  PROVINCE_ADMINISTRATION: 'PROVINCE_ADMINISTRATION',
  MINISTRY: 'MINISTRY',
};

const socialKinds: readonly OfficeKind[] = ['CCWC', 'SOCIAL_AFFAIRS', 'WCCC', 'PROVINCE_SOCIAL_AFFAIRS'];

function inProvince(kind: OfficeKind): OfficeKind {
  return socialKinds.includes(kind) ? 'PROVINCE_SOCIAL_AFFAIRS' : 'PROVINCE_ADMINISTRATION';
}

const kindAt: Readonly<Record<'COMMUNE' | 'DISTRICT' | 'PROVINCE', (kind: OfficeKind) => OfficeKind>> = {
  COMMUNE: (kind) => kind,
  DISTRICT: (kind) => inDistrict[kind],
  PROVINCE: inProvince,
};

/**
 * The table a new installation starts with, built from the categories of the vocabulary: for communes their first
 * offices with what their topics change; for districts and provinces the offices that answer for these there; one
 * default a level. Data from then on: the administrator edits it.
 */
export function usualRules(): RoutingRule[] {
  const rules: RoutingRule[] = [
    rule('COMMUNE', null, null, 'COMMUNE_COUNCIL'),
    rule('DISTRICT', null, null, 'DISTRICT_ADMINISTRATION'),
    rule('PROVINCE', null, null, 'PROVINCE_ADMINISTRATION'),
    rule('NATION', null, null, 'MINISTRY'),
  ];
  for (const level of ['COMMUNE', 'DISTRICT', 'PROVINCE'] as const)
    for (const category of categoryKeys) rules.push(...rulesOf(category, level));
  return rules;
}

/** The rule of a category and one for each topic that leads elsewhere. */
function rulesOf(category: Category, level: 'COMMUNE' | 'DISTRICT' | 'PROVINCE'): RoutingRule[] {
  const usual = kindAt[level](usualOffice(category, null));
  const rules = [rule(level, category, null, usual)];
  for (const topic of topicsOf(category)) {
    const kind = kindAt[level](usualOffice(category, topic));
    if (kind !== usual) rules.push(rule(level, category, topic, kind));
  }
  return rules;
}

function rule(
  level: Level,
  category: RoutingRule['category'],
  topic: RoutingRule['topic'],
  officeKind: OfficeKind,
): RoutingRule {
  const id = [level.toLowerCase(), category ?? 'ANY', topic].filter((part) => part !== null).join('.');
  return { id, category, topic, level, placeCode: null, officeKind };
}
