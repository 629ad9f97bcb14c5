import { type AgeBand, ageBandKeys, type Sex, sexes } from '@samleng/vocabulary';
import { memberOf } from '#lib/forms/read.ts';
import {
  accusedRoles,
  caseKinds,
  dutyReasons,
  referralReceivers,
  saidAnswers,
  urgencies,
} from './desk-lists.ts';
import { moment } from './moments.ts';
import type { NamedPlace } from './places.ts';
import { m } from './words.ts';

/** Papers for other offices are in Khmer, whoever prints them. */
export const inKhmer = { locale: 'km' } as const;

const labels = [
  'id',
  'receivedAt',
  'channel',
  'referredTo',
  'referredAt',
  'triageLevel',
  'triagedBy',
  'triageReason',
  'dangerNow',
  'concernType',
  'allegedPersonRole',
  'assent',
  'childAlias',
  'ageBand',
  'sex',
  'placeCode',
  'callback',
  'summary',
  'words',
  'accessLog',
  'deleteAfter',
] as const;
type Label = (typeof labels)[number];
type Places = Readonly<Record<string, { readonly path: readonly NamedPlace[] }>>;

export interface PaperLine {
  readonly label: string;
  readonly text: string;
}

/**
 * The record of a referral as the desk gives it (codes, instants, words) as lines of a paper in Khmer. A label or
 * code that is not known is shown as it came: nothing of a record may be lost.
 */
export function paperLines(lines: readonly PaperLine[], places: Places): PaperLine[] {
  return lines.map(({ label, text }) => {
    const known = memberOf(labels, label);
    return known
      ? { label: m[`protect.line.${known}`]({}, inKhmer), text: wordsOf(known, text, places) }
      : { label, text };
  });
}

function wordsOf(label: Label, text: string, places: Places): string {
  switch (label) {
    case 'receivedAt':
    case 'referredAt':
    case 'deleteAfter':
      return moment(text, 'km');
    case 'triagedBy':
      return withMoments(text);
    case 'accessLog':
      return text.split('; ').map(withMoments).join('\n');
    case 'channel':
      return wordOf(['WEB', 'OFFLINE', 'MOVED'] as const, text, (key) =>
        m[`protect.channel.${key}`]({}, inKhmer),
      );
    case 'referredTo':
      return wordOf(referralReceivers, text, (key) => m[`protect.receiver.${key}`]({}, inKhmer));
    case 'triageLevel':
      return wordOf(urgencies, text, (key) => m[`protect.urgency.${key}`]({}, inKhmer));
    case 'dangerNow':
      return wordOf(saidAnswers, text, (key) => m[`protect.said.${key}`]({}, inKhmer));
    case 'concernType':
      return wordOf(caseKinds, text, (key) => m[`protect.kind.${key}`]({}, inKhmer));
    case 'allegedPersonRole':
      return wordOf(accusedRoles, text, (key) => m[`protect.accused.${key}`]({}, inKhmer));
    case 'ageBand':
      return wordOf<AgeBand>(ageBandKeys, text, (key) => m[`ageBand.${key}`]({}, inKhmer));
    case 'sex':
      return wordOf<Sex>(sexes, text, (key) => m[`sex.${key}`]({}, inKhmer));
    case 'assent':
      return assentWords(text);
    case 'placeCode':
      return placeWords(text, places);
    default:
      return text;
  }
}

function wordOf<Key extends string>(list: readonly Key[], text: string, say: (key: Key) => string): string {
  const key = memberOf(list, text);
  return key ? say(key) : text;
}

/** `Phalla, 2026-11-23T08:00:00.000Z` with the instant in words. */
function withMoments(text: string): string {
  return text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (instant) => moment(instant, 'km'));
}

function assentWords(text: string): string {
  if (text === 'YES') return m['protect.paper.yes']({}, inKhmer);
  const reason = memberOf(dutyReasons, text.replace(/^NO, /, ''));
  return reason ? m['protect.paper.no']({ reason: m[`protect.duty.${reason}`]({}, inKhmer) }, inKhmer) : text;
}

function placeWords(code: string, places: Places): string {
  const place = places[code];
  if (!place) return code;
  const line = [...place.path]
    .reverse()
    .map(({ type, nameKm }) => m[`placeType.${type}`]({ name: nameKm }, inKhmer))
    .join(' ');
  return `${line} (${code})`;
}
