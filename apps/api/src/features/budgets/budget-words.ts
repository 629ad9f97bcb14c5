import { toLatinDigits } from '@samleng/text';
import type { BudgetTag, PlanSector } from '@samleng/vocabulary';
import { memberOf } from '../networks/index.ts';
import { isRiel } from '../assignments/index.ts';

/** Headings a list from outside may use, all in lower case without spaces and signs; the key itself always fits. */
export const budgetColumns = {
  code: ['line', 'លេខកូដ', 'កូដ'],
  titleKm: ['titlekm', 'khmer', 'ចំណងជើង', 'ឈ្មោះ'],
  titleEn: ['titleen', 'english', 'title'],
  sector: ['វិស័យ'],
  plannedRiel: ['planned', 'plan', 'budget', 'គម្រោង', 'ថវិកាគ្រោង'],
  spentRiel: ['spent', 'actual', 'ចំណាយ', 'បានចំណាយ'],
  tag: ['for', 'សម្រាប់'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const sectorWords: Readonly<Record<PlanSector, readonly string[]>> = {
  ECONOMIC: ['economy', 'សេដ្ឋកិច្ច'],
  SOCIAL: ['សង្គម', 'សង្គមកិច្ច'],
  ENVIRONMENT: ['បរិស្ថាន'],
  ADMINISTRATION_SECURITY: ['administration', 'security', 'រដ្ឋបាល', 'សន្តិសុខ'],
  GENDER: ['យេនឌ័រ'],
};
const tagWords: Readonly<Record<BudgetTag, readonly string[]>> = {
  CHILDREN: ['child', 'កុមារ'],
  SOCIAL_SERVICES: ['social', 'socialservice', 'សេវាសង្គម'],
  OTHER: ['ផ្សេងៗ', 'ផ្សេងទៀត'],
};

export const readSector = (text: string): PlanSector | null => memberOf(sectorWords, text);
export const readTag = (text: string): BudgetTag | null => memberOf(tagWords, text);

/** Whole riel in Khmer or Latin digits, thousands parted by commas, dots or spaces. */
export function readRiel(text: string): number | null {
  const given = toLatinDigits(text)
    .replace(/(riel|រៀល|៛)/giu, '')
    .trim();
  if (!/^(\d+|\d{1,3}([,. \u00a0]\d{3})+)$/.test(given)) return null;
  const riel = Number(given.replace(/\D/g, ''));
  return isRiel(riel) ? riel : null;
}

/** A line's code as the document has it: letters, digits, points and lines. */
export function readCode(text: string): string | null {
  const code = toLatinDigits(text).trim();
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}./-]{0,31}$/u.test(code) ? code : null;
}
