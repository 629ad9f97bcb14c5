import { describe, expect, it } from 'vitest';
import { codeNow, expectAccessible, signIn, visit } from './visit.ts';

describe.each(['km', 'en'] as const)('Rotha invites a facilitator, in %s', (language) => {
  it('who opens the account by the link and gets to the first page', async () => {
    const admin = await visit({ language, withScript: false, width: 1280 });
    await signIn(admin, 'rotha');
    await admin.goto('/admin/accounts/invite');
    const name = `Chenda ${language}`;
    await admin.locator('input[name=name]').fill(name);
    await admin.locator('input[name=trainedOn]').fill('2026-09-01');
    await admin
      .locator('input[name=role][value=FACILITATOR], select[name=role] option[value=FACILITATOR]')
      .first()
      .waitFor({ state: 'attached' });
    if ((await admin.locator('select[name=role]').count()) > 0)
      await admin.locator('select[name=role]').selectOption('FACILITATOR');
    else await admin.locator('input[name=role][value=FACILITATOR]').check();
    await admin.locator('input[name=placeCode]').fill('140907');
    await admin.locator('main form button.button').last().click();
    const link = /\/invitation\/[\w-]{20,}/.exec(await admin.content())?.[0] ?? '';
    expect(link).not.toBe('');

    const page = await visit({ language, width: 360 });
    await page.goto(link);
    await expectAccessible(page);
    const secret =
      /\b[A-Z2-7]{32}\b/.exec(
        (await page.locator('main').innerText()).replace(/(?<=[A-Z2-7]) (?=[A-Z2-7])/g, ''),
      )?.[0] ?? '';
    await page.locator('input[name=passphrase]').fill('Chenda walks along the quiet river');
    await page.locator('input[name=repeated]').fill('Chenda walks along the quiet river');
    await page.locator('input[name=code]').fill(await codeNow(secret));
    await page.locator('input[name=agreesToConduct]').check();
    await page.locator('main form button').last().click();
    await page.waitForURL((address) => !address.pathname.startsWith('/invitation'));
    await expectAccessible(page);
    await page.goto('/facilitate/concerns');
    expect(page.url()).toContain('/facilitate/concerns');
  });

  it('and finds every page of the administration accessible', async () => {
    const page = await visit({ language, width: 1280 });
    await signIn(page, 'rotha');
    for (const path of [
      'accounts',
      'offices',
      'routing',
      'routing/trial',
      'places',
      'categories',
      'help-numbers',
      'holidays',
    ]) {
      const reply = await page.goto(`/admin/${path}`);
      expect(reply?.status(), path).toBe(200);
      await expectAccessible(page);
    }
  });

  it('and a stranger or an official gets into none of them', async () => {
    const stranger = await visit({ language, withScript: false });
    await stranger.goto('/admin/accounts');
    expect(stranger.url()).toContain('/sign-in');
    const official = await visit({ language, withScript: false });
    await signIn(official, 'chan');
    expect((await official.goto('/admin/accounts'))?.status()).toBe(403);
    expect((await official.goto('/facilitate/concerns'))?.status()).toBe(403);
  });
});
