/** What a child did while nothing could be sent, and how far it has come. One row on the phone each. */
export interface Item {
  /** What it is about: a second deed on the same thing takes the place of the first. */
  readonly id: string;
  /** Another for each time the child sent it, so that the answer to an earlier one is told from its own. */
  readonly revision: string;
  readonly kind: 'raise' | 'support' | 'vote' | 'sheet' | 'meeting';
  /** The fields of the form, as the page would have sent them; empty once it has arrived. */
  readonly fields: Fields;
  /** What the child said, and which parts of it are still to go. */
  readonly sound: Sound | null;
  /** Of a vote, a support, a sheet or a meeting, the page it belongs to. */
  readonly page: string | null;
  readonly state: 'waiting' | 'refused' | 'sent';
  /** Why it was refused, in the words of the service. */
  readonly why: string | null;
  /** The code to write down, until when it may be shown (ms since 1970); null once it is kept. */
  readonly receipt: { readonly digits: string; readonly until: number } | null;
  readonly tries: number;
  /** Not to be tried before (ms since 1970). */
  readonly notBefore: number;
}

/** A recording that waits. Its parts go before the concern it belongs to. */
export interface Sound {
  /** Drawn once, so that a part sent twice is the same part. */
  readonly id: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Numbers of the parts not known to have arrived. */
  readonly missing: readonly number[];
}

export type Fields = Readonly<Record<string, string>>;

/** What the service said to one try; `none` is no answer at all. */
export type Reply =
  | { readonly outcome: 'done'; readonly missing?: readonly number[] }
  | { readonly outcome: 'refused'; readonly why: string }
  | { readonly outcome: 'later' | 'none' };

/** How long a new code can be looked at on the phone: the next child to hold it must not find it. */
const receiptShownFor = 15 * 60_000;

/** The first and the longest pause between two tries, in milliseconds. */
const pauses = { first: 5_000, longest: 10 * 60_000 } as const;

/**
 * The item a form makes, or null for a form that is never kept: what is told in confidence, ballots with a card (the
 * card would lie on the phone beside the choice) and the rounds of a shared tablet.
 *
 * @param address path and query of the form's action, such as `/raise?/go`
 * @param fields of the form, with the button that was pressed
 * @param revision unlike any other
 * @param now milliseconds since 1970
 * @param spoken the recording in the form, where there is one
 */
export function itemOf(
  address: string,
  fields: Fields,
  revision: string,
  now: number,
  spoken: Uint8Array<ArrayBuffer> | null = null,
): Item | null {
  const base = {
    revision,
    state: 'waiting',
    why: null,
    receipt: null,
    tries: 0,
    notBefore: 0,
    sound: null,
  } as const;
  const go = fields['go'] ?? '';
  if (address === '/raise?/go') {
    const digits = fields['receipt'] ?? '';
    if ((go !== 'send' && go !== 'sendNew') || !/^\d{16}$/.test(digits)) return null;
    const isSpoken = spoken !== null || (fields['voice'] ?? '') !== '';
    if ((fields['text'] ?? '').trim() === '' && !isSpoken) return null;
    const sound = spoken && soundOf(spoken, revision);
    const receipt = { digits, until: now + receiptShownFor };
    return { ...base, id: `raise:${digits}`, kind: 'raise', fields, page: null, receipt, sound };
  }
  const supported = supportedBy(address, fields);
  if (supported) {
    const { issue, wanted } = supported;
    return {
      ...base,
      id: `support:${issue}`,
      kind: 'support',
      fields: { issue, wanted },
      page: `/issues/${issue}`,
    };
  }
  const poll = /^\/polls\/([0-9a-f-]{36})\?\/go$/.exec(address)?.[1];
  if (poll && go === 'castOpen' && !fields['turn'] && fields['draft']) {
    const vote = { poll, draft: fields['draft'] };
    return { ...base, id: `vote:${poll}`, kind: 'vote', fields: vote, page: `/polls/${poll}` };
  }
  const [, research, meeting] = keptForStaff.exec(address) ?? [];
  if (research && isId(fields['id']) && Object.keys(fields).some((name) => name.startsWith('a.'))) {
    const page = address.replace(/\?.*$/, fields['source'] === 'PAPER' ? '?from=paper' : '');
    return {
      ...base,
      id: `sheet:${fields['id']}`,
      kind: 'sheet',
      fields: { ...fields, topic: research },
      page,
    };
  }
  if (meeting && isId(fields['recordId'])) {
    // Written down twice before it could be sent: the later one counts.
    const page = address.replace(/\?.*$/, '');
    return { ...base, id: `meeting:${meeting}`, kind: 'meeting', fields: { ...fields, meeting }, page };
  }
  return null;
}

/** The pages of staff whose form may wait on their device: answers of research, and the record of a meeting. */
export const keptForStaff =
  /^\/facilitate\/(?:research\/([0-9a-f-]{36})\/collect|meetings\/([0-9a-f-]{36})\/record)(?=$|\?)/;

/**
 * What a form of staff is filled with from a row on the phone. A record that waits may have arrived without the phone
 * having heard of it: the one written after it replaces whichever of them stands. A record that was refused replaces
 * what the page names, which was seen since.
 */
export function wordsAgain({ kind, state, fields }: Item): Fields | undefined {
  if (kind === 'sheet') return fields;
  if (kind !== 'meeting') return undefined;
  const { recordId, replaces, ...words } = fields;
  return state === 'waiting' ? { ...words, replaces: `${replaces ?? ''} ${recordId ?? ''}`.trim() } : words;
}

function isId(text: string | undefined): text is string {
  return /^[0-9a-f-]{36}$/.test(text ?? '');
}

/** The bytes of a part; only the last one may be shorter. The service has the same. */
export const partSize = 32 * 1024;

function soundOf(bytes: Uint8Array<ArrayBuffer>, id: string): Sound {
  const missing = Array.from({ length: Math.ceil(bytes.length / partSize) }, (_, number) => number);
  return { id, bytes, missing };
}

/** The part of a recording that is to go next; null when the service has all of them. */
export function nextPart({ sound }: Item): { number: number; bytes: Uint8Array<ArrayBuffer> } | null {
  const number = sound?.missing[0];
  if (!sound || number === undefined) return null;
  return { number, bytes: sound.bytes.slice(number * partSize, (number + 1) * partSize) };
}

/** The row after a part of its recording has arrived. */
export function afterPart(row: Item, revision: string, missing: readonly number[]): Item {
  return row.revision === revision && row.sound ? { ...row, sound: { ...row.sound, missing } } : row;
}

function supportedBy(address: string, fields: Fields): { issue: string; wanted: string } | null {
  if (address === '/raise?/support') {
    const issue = fields['issue'] ?? '';
    return /^[0-9a-f-]{36}$/.test(issue) ? { issue, wanted: 'yes' } : null;
  }
  const found = /^\/issues\/([0-9a-f-]{36})\?\/(support|withdraw)$/.exec(address);
  return found?.[1] ? { issue: found[1], wanted: found[2] === 'support' ? 'yes' : 'no' } : null;
}

/** Whether an item is to be tried. `isEager`: the network came back or somebody looks, so pauses do not count. */
export function isDue(item: Item, now: number, isEager: boolean): boolean {
  return item.state === 'waiting' && (isEager || item.notBefore <= now);
}

/**
 * The row after an answer.
 *
 * @param row as it stands now, which may be a newer deed than the one that was answered
 * @param revision of the one that was tried
 * @returns what the row becomes; null when nothing is left to keep
 */
export function afterReply(row: Item, revision: string, reply: Reply, now: number): Item | null {
  // The child did it again meanwhile: this answer is not about that.
  if (row.revision !== revision) return row;
  switch (reply.outcome) {
    case 'done': {
      const arrived: Item = { ...row, state: 'sent', fields: {}, sound: null, why: null };
      return isWorthKeeping(arrived, now) ? arrived : null;
    }
    case 'refused':
      return { ...row, state: 'refused', why: reply.why };
    default: {
      const pause = Math.min(pauses.longest, pauses.first * 2 ** Math.min(row.tries, 20));
      return { ...row, tries: row.tries + 1, notBefore: now + pause };
    }
  }
}

/** Whether a row has still something to do or to show. */
export function isWorthKeeping(row: Item, now: number): boolean {
  return row.state !== 'sent' || (row.receipt !== null && row.receipt.until > now);
}

/** The row as a page may see it: never the words, and the code only for its quarter of an hour. */
export function shownOf(row: Item, now: number): ShownItem {
  const { id, kind, page, state, why, receipt } = row;
  return { id, kind, page, state, why, receipt: receipt && receipt.until > now ? receipt.digits : null };
}

export interface ShownItem {
  readonly id: string;
  readonly kind: Item['kind'];
  readonly page: string | null;
  readonly state: Item['state'];
  readonly why: string | null;
  readonly receipt: string | null;
}
