import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nothingSaid, parseAboutMe, saysSomething, writeAboutMe } from './about-me.ts';
import { newRaiseValues, readRaise } from './raise.ts';
import { communeCodeOf, memberOf, placeCodeOf, textOf } from './read.ts';

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

const hidden = { receipt: '0123456789012345', key: '0b5fb6a2-6f0e-4a8a-9c5e-2f5f6f0f8a11' };

describe('fields', () => {
  it('are read as what they may be, and nothing else', () => {
    expect(memberOf(['GIRL', 'BOY'], 'BOY')).toBe('BOY');
    expect(memberOf(['GIRL', 'BOY'], '')).toBeNull();
    expect(memberOf(['GIRL', 'BOY'], 'toString')).toBeNull();
    expect(textOf(formOf({ text: 'ពាក្យ' }), 'text')).toBe('ពាក្យ');
    expect(textOf(formOf({}), 'text')).toBe('');
    expect(['14', '1409', '140907', '14090704'].map(placeCodeOf)).toEqual([
      '14',
      '1409',
      '140907',
      '14090704',
    ]);
    expect(['1', '140', '14090', '140907041', '14a907', '', null].map(placeCodeOf)).toEqual(
      Array(7).fill(null),
    );
    expect(['1409', '140907', '14090704'].map(communeCodeOf)).toEqual([null, '140907', null]);
  });
});

describe('what a child says of itself', () => {
  it('comes back from the cookie as it went', () => {
    const about = { sex: 'GIRL', ageBand: 'AGE_10_13', disability: null, inSchool: 'YES' } as const;
    expect(writeAboutMe(about)).toBe('GIRL.AGE_10_13..YES');
    expect(parseAboutMe('GIRL.AGE_10_13..YES')).toEqual(about);
    expect(saysSomething(about)).toBe(true);
  });

  it('is nothing when the cookie is anything else', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/GIRL|BOY|OTHER|AGE|YES|NO/.test(text));
        expect(parseAboutMe(text)).toEqual(nothingSaid);
      }),
    );
    expect(parseAboutMe(undefined)).toEqual(nothingSaid);
  });
});

describe('the screens of raising a concern', () => {
  it('carry everything from one to the next', () => {
    const values = readRaise(
      formOf({
        ...hidden,
        category: 'HEALTH',
        commune: '140907',
        village: '14090704',
        text: 'Long\nwords',
        voice: '0b5fb6a2-6f0e-4a8a-9c5e-2f5f6f0f8a12',
        sex: 'GIRL',
        ageBand: '',
        aboutOffice: 'SCHOOL',
        remember: 'yes',
        seenSimilar: 'yes',
      }),
    );
    expect(values).toEqual({
      ...hidden,
      category: 'HEALTH',
      commune: '140907',
      village: '14090704',
      text: 'Long\nwords',
      voice: '0b5fb6a2-6f0e-4a8a-9c5e-2f5f6f0f8a12',
      about: { ...nothingSaid, sex: 'GIRL' },
      aboutOffice: 'SCHOOL',
      isRemembered: true,
      hasSeenSimilar: true,
    });
  });

  it('drop a recording the child erases, and what is no recording', () => {
    const voice = '0b5fb6a2-6f0e-4a8a-9c5e-2f5f6f0f8a12';
    expect(readRaise(formOf({ ...hidden, voice, dropVoice: 'yes' }))?.voice).toBeNull();
    expect(readRaise(formOf({ ...hidden, voice: '../poll-media' }))?.voice).toBeNull();
  });

  it('need no field but the hidden ones', () => {
    expect(readRaise(formOf(hidden))).toEqual(newRaiseValues(hidden.receipt, hidden.key, null, nothingSaid));
  });

  it('drop a village of a commune chosen before', () => {
    expect(readRaise(formOf({ ...hidden, commune: '140908', village: '14090704' }))?.village).toBeNull();
    expect(readRaise(formOf({ ...hidden, village: '14090704' }))?.village).toBeNull();
  });

  it('start again when the hidden fields are not ours', () => {
    expect(readRaise(formOf({ ...hidden, receipt: '12345' }))).toBeNull();
    expect(readRaise(formOf({ ...hidden, key: 'x' }))).toBeNull();
    expect(readRaise(formOf({}))).toBeNull();
  });
});
