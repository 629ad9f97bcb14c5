import { describe, expect, it } from 'vitest';
import { address } from './address.ts';
import { ownPath } from './server/guard.ts';

describe('an address', () => {
  it('has what was chosen and leaves out the rest', () => {
    expect(address('/issues', { commune: '140907', category: null, state: '', after: 'a/b=&' })).toBe(
      '/issues?commune=140907&after=a%2Fb%3D%26',
    );
    expect(address('/issues', {})).toBe('/issues');
  });
});

describe('a path to go on to', () => {
  it('is one of ours', () => {
    expect(ownPath('/issues?commune=140907&after=abc%3D#issue-01a1', '/')).toBe(
      '/issues?commune=140907&after=abc%3D#issue-01a1',
    );
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '',
    '/a b',
    '/\n/x',
  ])('is never %j', (path) => {
    expect(ownPath(path, '/home')).toBe('/home');
  });
});
