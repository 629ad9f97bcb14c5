import { describe, expect, it } from 'vitest';
import { knownWord, splitWord } from './lexicon.ts';
import { soundOf } from './sounds.ts';

describe('words in disguise', () => {
  it('of romanised Khmer meet in their sound', () => {
    for (const spelling of ['romlop', 'rumlob', 'romloap', 'rom lorp', 'ramlup'])
      expect(spelling.split(' ').map(soundOf).join('')).toBe('ramlap');
    expect(soundOf('bongkhom')).toBe(soundOf('bangkom'));
    expect(soundOf('khlach')).toBe(soundOf('klaach'));
  });

  it('of English are seen through, other words are left alone', () => {
    expect(knownWord('r4pe')).toBe('rape');
    expect(knownWord('k!ll')).toBe('kill');
    expect(knownWord('r*pe')).toBe('rape');
    expect(knownWord('heeelp')).toBe('help');
    expect(knownWord('toches')).toBe('toches');
    expect(knownWord('threatned')).toBe('threatened');
    for (const other of ['looked', 'shared', 'torches', 'mathematics']) expect(knownWord(other)).toBe(other);
  });

  it('written as one are parted', () => {
    expect(splitWord('killmyself')).toEqual(['kill', 'myself']);
    expect(splitWord('pleasehelp')).toEqual(['please', 'help']);
    expect(splitWord('together')).toBeUndefined();
  });
});
