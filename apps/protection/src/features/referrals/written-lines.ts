import { messagesOf } from '@samleng/messages';
import { linesOf, type ReferralRecord } from './referral-record.ts';

/** Which messages name the codes of a field. */
const listOf: Readonly<Record<string, string>> = {
  channel: 'protect.channel',
  referredTo: 'protect.receiver',
  triageLevel: 'protect.urgency',
  dangerNow: 'protect.said',
  concernType: 'protect.kind',
  allegedPersonRole: 'protect.accused',
  ageBand: 'ageBand',
  sex: 'sex',
};

/** What people typed stays as it is, whatever it looks like. */
const typed: readonly string[] = ['triageReason', 'childAlias', 'callback', 'summary', 'words'];

/**
 * The record as it is read on paper and in the file: names of fields and codes in words, Khmer first and then English,
 * for whoever receives it may read only one of them. Times are those of Cambodia. A code without words stays as it is.
 */
export function writtenLines(record: ReferralRecord): { label: string; text: string }[] {
  return linesOf(record).map(({ label, text }) => ({
    label: inBoth(`protect.line.${label}`) ?? label,
    text: typed.includes(label) ? text : written(label, text),
  }));
}

function written(label: string, text: string): string {
  if (label === 'assent') return assentOf(text);
  const list = listOf[label];
  if (list !== undefined) return inBoth(`${list}.${text}`) ?? text;
  return text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, inCambodia);
}

function assentOf(text: string): string {
  if (text === 'YES') return inBoth('protect.paper.yes') ?? text;
  const reason = text.replace(/^NO, /, '');
  return inBoth('protect.paper.no', `protect.duty.${reason}`) ?? text;
}

/** Words of a key in Khmer and English, with the reason filled in where the words have a place for it. */
function inBoth(key: string, reasonKey?: string): string | null {
  const words = (['km', 'en'] as const).map((language) => {
    const all = messagesOf(language);
    const [message, reason] = [all.get(key), all.get(reasonKey ?? '')];
    if (typeof message !== 'string') return null;
    return message.replace('{reason}', typeof reason === 'string' ? reason : '');
  });
  return words.includes(null) ? null : words.join(' / ');
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Phnom_Penh',
  dateStyle: 'short',
  timeStyle: 'short',
});

function inCambodia(instant: string): string {
  return clock.format(new Date(instant)).replace(',', '');
}
