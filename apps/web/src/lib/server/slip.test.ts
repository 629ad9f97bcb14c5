import { describe, expect, it, vi } from 'vitest';

vi.mock('$app/env/private', () => ({ PROTECTION_WEB_KEY: 'the web front of the tests, nobody else' }));
const { dropSlip, leaveSlip, readSlip, receiptForForms, receiptOfForm } = await import('./slip.ts');

const receipt = '1234567890123456';

/** A phone with its cookies. */
function phone(device: string, protocol: 'http' | 'https' = 'https') {
  const kept = new Map<string, string>();
  const attributes: object[] = [];
  const cookies = {
    get: (name: string) => kept.get(name),
    set: (name: string, value: string, given: object) => {
      kept.set(name, value);
      attributes.push(given);
    },
    delete: (name: string) => void kept.delete(name),
  };
  return {
    url: new URL(`${protocol}://samleng.example/my`),
    cookies: cookies as never,
    locals: { device },
    kept,
    attributes,
  };
}

describe('a slip between two pages', () => {
  const sent = { show: 'SENT', receipt, isVoiceLost: false, isEarlier: false } as const;

  it('is read by the next page until it is dropped, and says nothing by itself', () => {
    const mine = phone('a'.repeat(32));
    leaveSlip(mine, sent);
    expect(JSON.stringify([...mine.kept])).not.toContain(receipt.slice(0, 6));
    expect(readSlip(mine)).toEqual(sent);
    expect(mine.attributes).toEqual([{ path: '/my', httpOnly: true, sameSite: 'strict', secure: true }]);
    dropSlip(mine);
    expect(readSlip(mine)).toBeNull();
  });

  it('is of no use on another phone, changed, or after 90 seconds', () => {
    vi.useFakeTimers();
    const [mine, other] = [phone('a'.repeat(32)), phone('b'.repeat(32))];
    leaveSlip(mine, sent);
    const [[name, value]] = [...mine.kept] as [[string, string]];
    other.kept.set(name, value);
    expect(readSlip(other)).toBeNull();
    for (const at of [0, 15, value.length - 3]) {
      const sign = value[at] === '1' ? '2' : '1';
      mine.kept.set(name, value.slice(0, at) + sign + value.slice(at + 1));
      expect(readSlip(mine)).toBeNull();
    }
    mine.kept.set(name, value);
    vi.advanceTimersByTime(90_000);
    expect(readSlip(mine)).toEqual(sent);
    vi.advanceTimersByTime(1);
    expect(readSlip(mine)).toBeNull();
    vi.useRealTimers();
  });

  it("is not what a page's forms carry, nor the other way round", () => {
    const mine = phone('a'.repeat(32));
    const carried = receiptForForms(mine, receipt);
    expect(carried).not.toContain(receipt);
    expect(receiptOfForm(mine, carried)).toBe(receipt);
    expect(receiptOfForm(mine, receipt)).toBeNull();
    expect(receiptOfForm(phone('b'.repeat(32)), carried)).toBeNull();
    mine.kept.set('__Secure-slip', carried);
    expect(readSlip(mine)).toBeNull();
  });
});
