import { isId, ok, refused, type Result } from '@samleng/kernel';
import { messagesOf, textsOf } from '@samleng/messages';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, load } from '../../request.ts';
import { officesById } from '../offices/index.ts';
import { CardBatch } from './card.entity.ts';
import { cardHash, printedCode, readCode } from './card-codes.ts';
import { typesetCards } from './card-sheet.ts';
import type { Poll } from './poll.entity.ts';
import { mostCards } from './poll-limits.ts';
import { mayPrintCards, maySeeWork } from './poll.policy.ts';
import { clubsById, pollsById } from './poll.queries.ts';

export type PrintedCards = { readonly fileName: string; readonly mediaType: string; readonly base64: string };

const words = messagesOf('km');

/**
 * The sheet of a batch to print, in Khmer, for who was just shown its codes: the service does not keep them, so they
 * are given back here, and only codes of this batch are printed. Nothing is written down.
 */
export async function printCards(
  request: ApiRequest,
  { batchId, codes }: { readonly batchId: string; readonly codes: readonly string[] },
): Promise<Result<PrintedCards, readonly Problem[]>> {
  const batch = isId(batchId) ? await request.em.findOne(CardBatch, { id: batchId }) : null;
  const poll = batch && (await load(request, pollsById, batch.pollId));
  if (!batch || !poll || !maySeeWork(request.viewer, poll)) return refused([problem('NOT_FOUND', 'batchId')]);
  if (!mayPrintCards(request.viewer, poll, batch)) return refused([problem('WRONG_STATE')]);
  const read = codes.slice(0, mostCards + 1).flatMap((code) => readCode(code) ?? []);
  if (read.length === 0 || read.length > mostCards || read.length !== codes.length)
    return refused([problem('CARD_NOT_RIGHT', 'codes')]);
  if (!(await areOfBatch(request, batch.id, read))) return refused([problem('CARD_NOT_RIGHT', 'codes')]);
  const pdf = typesetCards(await sheetOf(request, poll, batch, read));
  return ok({
    fileName: `cards-${poll.closesAt.toISOString().slice(0, 10)}-${batch.id.slice(-4)}.pdf`,
    mediaType: 'application/pdf',
    base64: pdf.toString('base64'),
  });
}

async function areOfBatch({ em, settings }: ApiRequest, batchId: string, codes: readonly string[]) {
  const hashes = new Set(codes.map((code) => cardHash(code, settings.SECRETS_KEY)));
  const [row] = await em.execute<{ count: number }[]>(
    `select count(*)::int as count from cards where batch_id = ? and not is_void and hash = any(?::text[])`,
    [batchId, `{${[...hashes].join(',')}}`],
  );
  return hashes.size === codes.length && row?.count === codes.length;
}

async function sheetOf(request: ApiRequest, poll: Poll, batch: CardBatch, codes: readonly string[]) {
  const address = `${request.settings.WEB_ORIGIN}/polls`;
  return {
    title: word('polls.run.sheetTitle'),
    question: poll.questionKm ?? poll.questionEn ?? '',
    whose: await groupOf(request, poll, batch),
    until: word('polls.until', { date: khmerDay(poll.closesAt) }),
    cut: word('polls.run.cut'),
    how: word('polls.run.cardHow', { address: address.replace(/^https?:\/\//, '') }),
    secret: word('poll.cardNote'),
    cards: codes.map((code) => ({
      code: printedCode(code),
      address: `${address}?card=${printedCode(code)}`,
    })),
  };
}

async function groupOf(request: ApiRequest, poll: Poll, batch: CardBatch): Promise<string> {
  const club = batch.clubId ? await load(request, clubsById, batch.clubId) : undefined;
  const school = poll.schoolOfficeId ? await load(request, officesById, poll.schoolOfficeId) : undefined;
  const whose = club ?? school;
  return whose?.nameKm ?? whose?.nameEn ?? '';
}

function khmerDay(instant: Date): string {
  const date = new Intl.DateTimeFormat('km', {
    dateStyle: 'long',
    timeZone: 'Asia/Phnom_Penh',
    numberingSystem: 'khmr',
  }).format(instant);
  return word('common.date', { date });
}

function word(key: string, values: Readonly<Record<string, string>> = {}): string {
  const message = words.get(key);
  const text = (message && textsOf(message)[0]) ?? '';
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
