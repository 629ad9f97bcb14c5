import { persona } from '@samleng/personas';
import { describe, expect, it } from 'vitest';
import { expectAccessible, signIn, visit } from './visit.ts';

describe.each(['km', 'en'] as const)('a member of the staff with a passkey, in %s', (language) => {
  it('makes it once and then signs in without digits; a device without it does not get in', async () => {
    const key = language === 'km' ? 'maly' : 'bunthoeun';
    const page = await visit({ language });
    const devices = await page.context().newCDPSession(page);
    await devices.send('WebAuthn.enable');
    const { authenticatorId } = await devices.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });

    await signIn(page, key);
    await page.goto('/account');
    await expectAccessible(page);
    await page.locator('form[action*="startPasskey"] button').click();
    await page.locator('[data-passkey-start]').click();
    await page.locator('form[data-passkey=create]').waitFor({ state: 'detached' });
    const { credentials } = await devices.send('WebAuthn.getCredentials', { authenticatorId });
    expect(credentials).toHaveLength(1);
    await expectAccessible(page);
    await page.context().clearCookies({ name: /session/ });

    const { login, passphrase } = persona(key).signIn;
    const arrive = async () => {
      await page.goto('/sign-in');
      await page.locator('input[name=name]').fill(login);
      await page.locator('input[name=passphrase]').fill(passphrase);
      await page.locator('main form button').first().click();
      await page.locator('[data-passkey-start]').waitFor();
    };
    await arrive();
    await expectAccessible(page);
    await page.locator('[data-passkey-start]').click();
    await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));

    // Another device that does not hold it gets no further; the six digits still would.
    await page.context().clearCookies({ name: /session/ });
    await devices.send('WebAuthn.clearCredentials', { authenticatorId });
    await arrive();
    await page.locator('[data-passkey-start]').click();
    await page.locator('[data-passkey-failed]:not([hidden])').waitFor();
    await expect.poll(() => page.locator('input[name=code]').isVisible()).toBe(true);
    expect(page.url()).toContain('/sign-in');
  });
});
