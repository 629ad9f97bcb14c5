import { SettingsRefused } from '@samleng/server';
import { describe, expect, it } from 'vitest';
import { readProtectionSettings } from './config.ts';

const keys = {
  PROTECTION_SECRETS_KEY: '22'.repeat(32),
  PROTECTION_DEVICE_KEY: '33'.repeat(32),
  PROTECTION_DESK_KEY: '44'.repeat(32),
  PROTECTION_WEB_KEY: 'w'.repeat(40),
  PROTECTION_INTAKE_KEY: 'i'.repeat(40),
};
const live = {
  ...keys,
  MODE: 'live',
  PROTECTION_DATABASE_URL: 'postgres://desk@localhost/desk',
  RECEIPT_PEPPER: '11'.repeat(32),
  BREAK_GLASS_PUBLIC_KEY: '55'.repeat(32),
  AUDIT_HEAD_DIRECTORY: '/outside',
};

function refusedOf(environment: Record<string, string>): string[] {
  try {
    readProtectionSettings(environment);
    return [];
  } catch (error) {
    if (error instanceof SettingsRefused) return error.settings.map(({ name }) => name);
    throw error;
  }
}

describe('settings of the desk', () => {
  it('are enough for a demo without a pepper: then it takes nothing in', () => {
    expect(readProtectionSettings(keys)).toMatchObject({ MODE: 'demo', PORT: 4100 });
    expect(readProtectionSettings(keys).RECEIPT_PEPPER).toBeUndefined();
  });

  it('are enough live with everything', () => {
    expect(refusedOf(live)).toEqual([]);
  });

  it.each([
    'PROTECTION_DATABASE_URL',
    'RECEIPT_PEPPER',
    'BREAK_GLASS_PUBLIC_KEY',
    'AUDIT_HEAD_DIRECTORY',
    ...Object.keys(keys),
  ])('live are refused without %s, which is named', (name) => {
    expect(refusedOf({ ...live, [name]: '' })).toEqual([name]);
  });

  it('name what a connected system lacks, and never a value', () => {
    expect(refusedOf({ ...keys, PRIMERO_URL: 'https://primero.example' })).toEqual([
      'PRIMERO_USER',
      'PRIMERO_PASSWORD',
      'PRIMERO_OWNER',
    ]);
    expect(refusedOf({ ...keys, OSCAR_URL: 'https://oscar.example' })).toHaveLength(3);
    try {
      readProtectionSettings({ ...keys, PROTECTION_DESK_KEY: 'a secret with a typing error' });
    } catch (error) {
      expect((error as Error).message).not.toContain('typing error');
    }
  });
});
