import { describe, expect, it } from 'vitest';
import { isId, newId } from './ids.ts';

describe('ids', () => {
  it('carry the known layout of a version 7 UUID', () => {
    // RFC 9562, appendix A.6: 1645557742000 ms gives 017F22E2-79B0-7CC3-98C4-DC0C0C07398F
    const chance = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
    expect(newId(1645557742000, chance)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });

  it('sort by the millisecond they were made in', () => {
    expect(newId(2_000) > newId(1_999)).toBe(true);
  });

  it('are told from other text', () => {
    expect(isId(newId())).toBe(true);
    expect(isId('017f22e2-79b0-7cc3-98c4')).toBe(false);
    expect(isId("' or 1=1 --")).toBe(false);
  });
});
