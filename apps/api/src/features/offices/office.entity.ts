import { defineEntity, p } from '@mikro-orm/core';
import { newId } from '@samleng/kernel';
import type { Category, Level, OfficeKind, Topic } from '@samleng/vocabulary';

/** A duty bearer with a place and a mandate; the whole country has the empty place code. */
export const OfficeSchema = defineEntity({
  name: 'Office',
  tableName: 'offices',
  indexes: [{ properties: ['placeCode', 'kind'] }],
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    kind: p.string().length(32).$type<OfficeKind>(),
    placeCode: p.string().length(8),
    nameKm: p.string().length(200),
    nameEn: p.string().length(200),
    isActive: p.boolean().default(true),
  },
});
export class Office extends OfficeSchema.class {}
OfficeSchema.setClass(Office);

/**
 * One line of the table that sends issues to offices. An empty field stands for "any"; the most exact line wins.
 * `isUsual` marks lines that came with the product and were not changed.
 */
export const RoutingRuleSchema = defineEntity({
  name: 'RoutingRule',
  tableName: 'routing_rules',
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    category: p.string().length(32).$type<Category>().nullable(),
    topic: p.string().length(32).$type<Topic>().nullable(),
    level: p.string().length(16).$type<Level>(),
    placeCode: p.string().length(8).nullable(),
    officeKind: p.string().length(32).$type<OfficeKind>(),
    isUsual: p.boolean().default(false),
  },
});
export class RoutingRule extends RoutingRuleSchema.class {}
RoutingRuleSchema.setClass(RoutingRule);

/** A day on which offices are closed. */
export const HolidaySchema = defineEntity({
  name: 'Holiday',
  tableName: 'holidays',
  properties: {
    day: p.date().primary(),
    nameKm: p.string().length(200),
    nameEn: p.string().length(200),
    isConfirmed: p.boolean().default(false),
  },
});
export class Holiday extends HolidaySchema.class {}
HolidaySchema.setClass(Holiday);

/** A number that helps children, with the day on which somebody checked that it answers. */
export const HelpNumberSchema = defineEntity({
  name: 'HelpNumber',
  tableName: 'help_numbers',
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    number: p.string().length(24),
    nameKm: p.string().length(200),
    nameEn: p.string().length(200),
    noteKm: p.string().length(500).nullable(),
    noteEn: p.string().length(500).nullable(),
    isFree: p.boolean(),
    takesSms: p.boolean(),
    hours: p.string().length(80),
    placeCode: p.string().length(8).nullable(),
    checkedOn: p.date(),
    retiredAt: p.datetime().nullable(),
    position: p.integer().default(0),
  },
});
export class HelpNumber extends HelpNumberSchema.class {}
HelpNumberSchema.setClass(HelpNumber);

/** The administrator's own words for a category; without a row the product's words stand. */
export const CategoryNameSchema = defineEntity({
  name: 'CategoryName',
  tableName: 'category_names',
  properties: {
    category: p.string().length(32).$type<Category>().primary(),
    nameKm: p.string().length(60),
    nameEn: p.string().length(60),
  },
});
export class CategoryName extends CategoryNameSchema.class {}
CategoryNameSchema.setClass(CategoryName);
