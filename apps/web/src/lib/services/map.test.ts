import { describe, expect, it } from 'vitest';
import { mapOf } from './map.ts';

describe('the map of service points', () => {
  it('lays them out north up, within its rim, and leaves out what has no degrees', () => {
    const dots = mapOf([
      { latitude: 11, longitude: 105 },
      { latitude: null, longitude: null },
      { latitude: 11.1, longitude: 105 },
      { latitude: 11.05, longitude: 105.05 },
    ]);
    // 0.1° north fill the height of 240 − 48; 0.05° east are 0.05 · cos 11.05° · 1920 = 94 wide.
    expect(dots).toEqual([
      { number: 1, x: 113, y: 216 },
      { number: 3, x: 113, y: 24 },
      { number: 4, x: 207, y: 120 },
    ]);
  });

  it('is not drawn for one point', () => {
    expect(mapOf([{ latitude: 11, longitude: 105 }])).toEqual([]);
  });
});
