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
      'complaints',
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

describe.each(['km', 'en'] as const)('Water rises in Preah Sdach, in %s', (language) => {
  it('and the district tells every child of it, who says what is needed, until it is over', async () => {
    const samnang = await visit({ language });
    await signIn(samnang, 'samnang');
    await samnang.goto('/local/emergencies');
    const form = samnang.locator('form[action*="?/declare"]');
    await form.locator('input[name=placeCode]').fill('1409');
    await form.locator('textarea[name=messageKm]').fill('ទឹកឡើងលឿន។ សូមទៅវត្តជាមួយមនុស្សធំ។');
    await form
      .locator('textarea[name=messageEn]')
      .fill('The water rises fast. Go to the pagoda with an adult.');
    await form.locator('button').click();
    // Not before it is meant; what was typed stays.
    await expect.poll(() => samnang.locator('.mistakes').count()).toBe(1);
    expect(await form.locator('textarea[name=messageKm]').inputValue()).toContain('ទឹកឡើងលឿន');
    await form.locator('input[name=isMeant]').check();
    await form.locator('button').click();
    await samnang.waitForURL(/done=declared/);
    await expectAccessible(samnang);

    const sokha = await visit({ language, withScript: false });
    await signIn(sokha, 'sokha');
    await sokha.goto('/local/emergencies');
    await sokha.locator('form[action*="?/ask"] button').click();
    await sokha.waitForURL(/done=asked/);

    const bopha = await visit({ language, withScript: false });
    const banner = bopha.locator('.emergency');
    const looker = await visit({ language });
    for (const path of ['/', '/c/140907', '/complaints', '/services?commune=140907', '/help']) {
      await bopha.goto(path);
      expect(await banner.count(), path).toBe(1);
      if (path === '/c/140907' || path === '/help') continue;
      await looker.goto(path);
      await expectAccessible(looker);
    }
    await bopha.goto('/c/170704');
    expect(await banner.count()).toBe(0);
    await bopha.goto('/c/140907');
    const poll = await banner.locator('a[href^="/polls/"]').getAttribute('href');
    await bopha.goto(poll ?? '');
    const choices = bopha.locator('main button.ballot-option');
    expect(await choices.count()).toBe(6);
    await choices.first().click();
    await bopha.locator('main button[value=castOpen]').click();
    await bopha.waitForURL(/\?thanks/);

    await samnang.goto('/local/emergencies');
    await samnang.locator('form[action*="?/end"] button').click();
    await samnang.waitForURL(/done=ended/);
    await bopha.goto('/c/140907');
    expect(await banner.count()).toBe(0);
  });

  it('and a clerk of the commune writes down where help is, and what families lack', async () => {
    const chan = await visit({ language });
    await signIn(chan, 'chan');
    await chan.goto('/local');
    await expectAccessible(chan);
    await chan.locator('a[href^="/local/new"]').click();
    const name = `NGO ${language}`;
    const fields = { nameKm: `អង្គការ ${name}`, nameEn: name, hours: '8–17', checkedBy: 'Commune office' };
    for (const [field, value] of Object.entries(fields))
      await chan.locator(`input[name=${field}]`).fill(value);
    await chan.locator('input[name=placeCode]').fill('14090701');
    await chan.locator('input[name=checkedOn]').fill('2026-11-01');
    await expectAccessible(chan);
    await chan.locator('form[action*="?/save"] button').click();
    await chan.waitForURL(/done=saved/);
    await chan.goto('/local/needs');
    await chan.locator('input[name=villageCode]').fill('14090703');
    await chan.locator('input[name=countedOn]').fill('2026-11-01');
    await chan.locator('input[name=NO_TOILET]').fill('3');
    await expectAccessible(chan);
    await chan.locator('form[action="/local/needs"] button').click();
    await chan.waitForURL(/done=counted/);

    const bopha = await visit({ language, withScript: false });
    await bopha.goto('/services?commune=140907&village=14090701');
    expect(await bopha.locator('main').innerText()).toContain(name);
    expect(await bopha.locator('.service-map circle').count()).toBeGreaterThan(1);
    expect(await bopha.locator('main .card-late').count()).toBeGreaterThan(0);
    await bopha.locator('main details').first().locator('summary').click();
    expect(await bopha.locator('.needs-table').first().isVisible()).toBe(true);
  });
});
