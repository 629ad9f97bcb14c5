import { array, assert, constantFrom, nat, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterPart,
  afterReply,
  type Fields,
  isDue,
  isWorthKeeping,
  type Item,
  itemOf,
  nextPart,
  partSize,
  shownOf,
  wordsAgain,
} from './item.ts';

const issue = '0190d3c2-0000-7000-8000-00000000000a';
const receipt = '1234567890123456';
const concern = { go: 'send', receipt, key: 'k', text: 'The bridge has no rail.' };

describe('what is kept', () => {
  it('takes a concern, a support, its withdrawal and an open vote', () => {
    expect(itemOf('/raise?/go', concern, 'r', 0)?.id).toBe(`raise:${receipt}`);
    expect(itemOf('/raise?/support', { issue }, 'r', 0)?.fields).toEqual({ issue, wanted: 'yes' });
    expect(itemOf(`/issues/${issue}?/withdraw`, { back: '/' }, 'r', 0)?.fields).toEqual({
      issue,
      wanted: 'no',
    });
    expect(
      itemOf(`/polls/${issue}?/go`, { go: 'castOpen', draft: 'o1:1', turn: '' }, 'r', 0)?.fields,
    ).toEqual({ poll: issue, draft: 'o1:1' });
  });

  it('takes one person’s answers to a survey, by their own id', () => {
    const answers = { id: issue, source: 'PAPER', on: '2026-11-24', 'a.q1': 'yes no' };
    const address = `/facilitate/research/${issue}/collect`;
    expect(itemOf(`${address}?from=paper&done=saved`, answers, 'r', 0)).toMatchObject({
      id: `sheet:${issue}`,
      kind: 'sheet',
      page: `${address}?from=paper`,
      fields: { topic: issue, 'a.q1': 'yes no' },
    });
    // Counts of a group are never kept.
    expect(itemOf(address, { id: issue, people: '25', 'c.q1.yes': '4' }, 'r', 0)).toBeNull();
  });

  it('takes the record of a meeting, the later one in the place of the first', () => {
    const address = `/facilitate/meetings/${issue}/record`;
    const fields = { recordId: issue, replaces: '', HAPPY: '3', notes: 'Water.' };
    expect(itemOf(address, fields, 'r', 0)).toMatchObject({
      id: `meeting:${issue}`,
      kind: 'meeting',
      page: address,
      fields: { meeting: issue, HAPPY: '3' },
    });
    expect(itemOf(address, { ...fields, recordId: '' }, 'r', 0)).toBeNull();
    const waiting = itemOf(address, { ...fields, replaces: 'a', recordId: issue }, 'r', 0)!;
    expect(wordsAgain(waiting)).toEqual({
      meeting: issue,
      HAPPY: '3',
      notes: 'Water.',
      replaces: `a ${issue}`,
    });
    const other = afterReply(waiting, 'r', { outcome: 'refused', why: 'Another stands.' }, 0)!;
    expect(wordsAgain(other)).toEqual({ meeting: issue, HAPPY: '3', notes: 'Water.' });
  });

  it.each<[string, Fields]>([
    ['/safe?/send', concern],
    ['/my?/open', { receipt }],
    ['/raise?/go', { ...concern, go: 'text' }],
    ['/raise?/go', { ...concern, text: ' ' }],
    [`/polls/${issue}?/go`, { go: 'cast', draft: 'o1:1', card: 'ABCDEFGH' }],
    [`/polls/${issue}?/go`, { go: 'castOpen', draft: 'o1:1', turn: 'a-tablet' }],
    [`/facilitate/polls/${issue}?/go`, { go: 'castOpen', draft: 'o1:1' }],
  ])('leaves %s alone', (address, fields) => {
    expect(itemOf(address, fields, 'r', 0)).toBeNull();
  });

  it('shows neither words nor, after a quarter of an hour, the code', () => {
    const item = itemOf('/raise?/go', concern, 'r', 1_000)!;
    expect(JSON.stringify(shownOf(item, 1_000))).not.toContain('bridge');
    expect(shownOf(item, 900_999).receipt).toBe(receipt);
    expect(shownOf(item, 901_000).receipt).toBeNull();
    const sent = afterReply(item, 'r', { outcome: 'done' }, 2_000)!;
    expect(sent).toMatchObject({ state: 'sent', fields: {} });
    expect(isWorthKeeping(sent, 901_000)).toBe(false);
  });

  it('waits longer after each try, ten minutes at most, unless the network came back', () => {
    let item = itemOf('/raise?/support', { issue }, 'r', 0)!;
    const pauses = [5_000, 10_000, 20_000, 40_000, 80_000, 160_000, 320_000, 600_000, 600_000];
    for (const pause of pauses) {
      item = afterReply(item, 'r', { outcome: 'none' }, 0)!;
      expect(item.notBefore).toBe(pause);
    }
    expect([isDue(item, 0, false), isDue(item, 0, true), isDue(item, 600_000, false)]).toEqual([
      false,
      true,
      true,
    ]);
  });
});

/** The service as its contract says: a key counts once, a support and an open vote of a phone are one each. */
function service() {
  const concerns = new Map<string, number>();
  const standing = new Map<string, string>();
  return {
    concerns,
    standing,
    take({ kind, id, fields }: Item) {
      if (kind === 'raise') concerns.set(fields['key']!, 1);
      else standing.set(id, fields['wanted'] ?? fields['draft']!);
    },
  };
}

const deed = record({
  what: constantFrom('raise', 'support', 'withdraw', 'vote'),
  about: nat({ max: 2 }),
});
/** What can happen to a phone between two moments. */
const happening = record({
  event: constantFrom('deed', 'try', 'arrives', 'request lost', 'reply lost', 'reload', 'repeat'),
  deed,
  pick: nat({ max: 7 }),
});

describe('any interleaving of drops, repeats and reloads', () => {
  it('gives exactly the items once', () => {
    assert(
      property(array(happening, { maxLength: 60 }), (story) => {
        const rows = new Map<string, Item>();
        const there = service();
        const meant = { concerns: new Set<string>(), standing: new Map<string, string>() };
        // Tries under way: they are forgotten when the browser ends, the rows are not.
        let underWay: Item[] = [];
        let clock = 0;
        const answer = (tried: Item, outcome: 'done' | 'none') => {
          const row = rows.get(tried.id);
          if (!row) return;
          const next = afterReply(row, tried.revision, { outcome }, clock);
          if (next && isWorthKeeping(next, clock)) rows.set(next.id, next);
          else rows.delete(tried.id);
        };
        const act = (number: number, { what, about }: { what: string; about: number }) => {
          const key = `${number}`;
          const forms: Record<string, [string, Fields]> = {
            raise: ['/raise?/go', { ...concern, key, receipt: key.padStart(16, '0') }],
            support: [`/issues/${issue.slice(0, -1)}${about}?/support`, {}],
            withdraw: [`/issues/${issue.slice(0, -1)}${about}?/withdraw`, {}],
            vote: [`/polls/${issue.slice(0, -1)}${about}?/go`, { go: 'castOpen', draft: `o${key}:1` }],
          };
          const item = itemOf(...forms[what]!, `r${number}`, clock)!;
          rows.set(item.id, item);
          if (what === 'raise') meant.concerns.add(key);
          else meant.standing.set(item.id, item.fields['wanted'] ?? item.fields['draft']!);
        };
        story.forEach(({ event, deed, pick }, number) => {
          clock += 1_000;
          const waiting = [...rows.values()].filter((row) => isDue(row, clock, true));
          const tried = underWay[pick % Math.max(1, underWay.length)];
          if (event === 'deed') act(number, deed);
          if (event === 'try' && waiting.length > 0) underWay.push(waiting[pick % waiting.length]!);
          if (event === 'reload') underWay = [];
          if (event === 'repeat' && tried) underWay.push(tried);
          if (!tried || !['arrives', 'request lost', 'reply lost'].includes(event)) return;
          // A try whose deed was done anew is given up before the new one goes out.
          const isCurrent = rows.get(tried.id)?.revision === tried.revision;
          if (event !== 'request lost' && (isCurrent || tried.kind === 'raise')) there.take(tried);
          answer(tried, event === 'arrives' ? 'done' : 'none');
          underWay = underWay.filter((other) => other !== tried);
        });
        // The network is back for good.
        clock += 3_600_000;
        for (const row of [...rows.values()].filter((row) => isDue(row, clock, false))) {
          there.take(row);
          answer(row, 'done');
        }
        clock += 3_600_000;
        expect(new Set(there.concerns.keys())).toEqual(meant.concerns);
        expect(there.standing).toEqual(meant.standing);
        expect([...rows.values()].filter((row) => isWorthKeeping(row, clock))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a recording that waits', () => {
  const bytes = new Uint8Array(partSize * 2 + 5).map((_, at) => at % 251);
  const form = { ...concern, text: '' };

  it('makes words needless, goes part by part, and is emptied on arrival', () => {
    expect(itemOf('/raise?/go', form, 'r', 0)).toBeNull();
    let row = itemOf('/raise?/go', form, 'r', 0, bytes)!;
    const arrived: number[] = [];
    // Parts arrive whatever comes between: only what is missing goes again.
    for (let part = nextPart(row); part !== null; part = nextPart(row)) {
      arrived.push(...part.bytes);
      row = afterPart(row, 'r', row.sound!.missing.slice(1));
    }
    expect(arrived).toEqual([...bytes]);
    expect(JSON.stringify(shownOf(row, 0))).not.toContain('sound');
    expect(afterReply(row, 'r', { outcome: 'done' }, 0)).toMatchObject({ state: 'sent', sound: null });
  });

  it('that was spoken anew does not take the parts of the old one as its own', () => {
    const row = itemOf('/raise?/go', form, 'new', 0, bytes)!;
    expect(afterPart(row, 'old', [])).toBe(row);
  });
});
