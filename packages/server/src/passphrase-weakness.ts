import { isPassphraseLongEnough, passphraseMost } from './passphrases.ts';

/**
 * What is wrong with a passphrase somebody chooses, or null: its length first, then what makes a long one easy to
 * guess (few different signs, little besides the own name, rows of the keyboard, one piece repeated).
 *
 * @param name the account's name
 */
export function passphraseWeakness(
  passphrase: string,
  name: string,
): 'TOO_LONG' | 'TOO_SHORT' | 'TOO_COMMON' | null {
  if (!isPassphraseLongEnough(passphrase))
    return passphrase.length > passphraseMost ? 'TOO_LONG' : 'TOO_SHORT';
  const plain = passphrase.toLowerCase();
  const differentSigns = new Set(plain).size;
  const withoutName = plain.replaceAll(name.toLowerCase(), '');
  const isRow = /^(?:0123456789|1234567890|abcdefghij|qwertyuiop)/.test(plain.replace(/\s/g, ''));
  const isCommon = differentSigns < 6 || withoutName.length < 8 || isRow || /^(.{1,5})\1+$/u.test(plain);
  return isCommon ? 'TOO_COMMON' : null;
}
