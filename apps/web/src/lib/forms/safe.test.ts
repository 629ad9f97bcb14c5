import { describe, expect, it } from 'vitest';
import { looksLikeSound, newSafeValues, readSafe, recordingOf } from './safe.ts';

const receipt = '1234567890123456';

/** A form as the page sends it, with other values where they are given. */
function formOf(given: Readonly<Record<string, string>> = {}): FormData {
  const { key, voiceKey } = newSafeValues(receipt, null);
  const form = new FormData();
  for (const [name, value] of Object.entries({ receipt, key, voiceKey, text: 'words', ...given }))
    form.set(name, value);
  return form;
}

describe('the form in confidence', () => {
  it('needs its words and nothing else', () => {
    expect(readSafe(formOf())).toMatchObject({
      receipt,
      text: 'words',
      danger: null,
      charge: null,
      role: null,
      notReadBy: [],
      commune: null,
    });
  });

  it.each([
    ['receipt', '12'],
    ['receipt', `${receipt}0`],
    ['key', 'no key'],
    ['voiceKey', ''],
  ])('begins anew when a hidden field is not ours: %s', (name, value) => {
    expect(readSafe(formOf({ [name]: value }))).toBeNull();
  });

  it('leaves out what does not fit: a village elsewhere, answers nobody offered', () => {
    expect(
      readSafe(formOf({ commune: '140907', village: '02010101', danger: 'PERHAPS', role: 'UNKNOWN' })),
    ).toMatchObject({ commune: '140907', village: null, danger: null, role: null });
    expect(readSafe(formOf({ commune: '140907', village: '14090704' }))?.village).toBe('14090704');
  });
});

describe('a recording', () => {
  it('is there only when the file has something in it', () => {
    const form = formOf();
    expect(recordingOf(form)).toBeNull();
    form.set('voice', new File([], ''));
    expect(recordingOf(form)).toBeNull();
    form.set('voice', new File(['x'], 'a'));
    expect(recordingOf(form)?.size).toBe(1);
  });

  it('is known by how it begins, not by its name', () => {
    const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
    for (const sound of ['OggS\0', '\x1a\x45\xdf\xa3', '\0\0\0 ftypM4A ', '\0\0\0\x18ftyp3gp4'])
      expect(looksLikeSound(bytes(sound))).toBe(true);
    for (const none of ['', 'Ogg', 'RIFF....WAVE', '#!AMR\n', '%PDF-1.7'])
      expect(looksLikeSound(bytes(none))).toBe(false);
  });
});
