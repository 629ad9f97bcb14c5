import { describe, expect, it } from 'vitest';
import { until, worker } from './desk-worker.ts';
import { tracesInPublicHouse } from './kept.ts';
import { aMark, commune, raiseConcern } from './story.ts';
import { expectAccessible, signIn, visit } from './visit.ts';

const reply = {
  km: '[TEST] អរគុណដែលប្រាប់យើង។ តើឥឡូវនេះប្អូននៅកន្លែងមានសុវត្ថិភាពទេ?',
  en: '[TEST] Thank you for telling us. Are you in a safe place now?',
} as const;

describe.each(['km', 'en'] as const)('Sokha moves a concern to the protection desk, in %s', (language) => {
  it('for good: the same receipt opens it at the desk, a worker answers, and the child reads it', async () => {
    await until(true, commune);
    const phalla = await worker('Phalla');
    const before = await phalla.inbox();
    const mark = aMark();
    const said =
      language === 'km' ? `${mark} [TEST] មានគេវាយខ្ញុំរាល់យប់` : `${mark} [TEST] somebody hits me every night`;
    const child = await visit({ language, withScript: false });
    const receipt = await raiseConcern(child, said);

    const sokha = await visit({ language, withScript: false });
    await signIn(sokha, 'sokha');
    await sokha.goto('/facilitate/concerns');
    await sokha.locator('main a[href^="/facilitate/concerns/"]', { hasText: mark }).first().click();
    const address = new URL(sokha.url()).pathname;
    // The words speak of harm: the way stands open, and nothing is ticked for the moderator.
    const form = sokha.locator('form[action$="?/move"]');
    await form.locator('button').waitFor();
    await expect.poll(() => form.locator('[name=inCharge]').isChecked()).toBe(false);
    await form.locator('button').click();
    await sokha.waitForURL(/done=moved/);
    await expect.poll(() => sokha.locator('main').innerText()).not.toContain(mark);
    expect((await sokha.goto(address))?.status()).toBe(404);
    await sokha.goto('/facilitate/concerns');
    await expect.poll(() => sokha.locator('main').innerText()).not.toContain(mark);

    expect(await tracesInPublicHouse([mark])).toEqual([]);
    const [caseId, ...others] = (await phalla.inbox()).filter((each) => !before.includes(each));
    expect(others).toEqual([]);
    expect((await phalla.open(caseId!))?.report.text).toBe(said);
    await phalla.reply(caseId!, reply[language]);

    await child.goto('/my');
    await child.locator('input[name=receipt]').fill(receipt);
    await child.locator('main form button').first().click();
    await expect.poll(() => child.locator('main').innerText()).toContain(reply[language]);
    const more = '[TEST] yes';
    await child.locator('textarea[name=text]').fill(more);
    await child.locator('form[action$="write"] button').click();
    await expect.poll(() => child.locator('main').innerText()).toContain(more);
    expect((await phalla.open(caseId!))?.messages.map(({ text }) => text)).toEqual([reply[language], more]);
  });

  it('where words speak of nothing, the way is folded, and accessible when opened', async () => {
    const mark = aMark();
    await raiseConcern(
      await visit({ language, withScript: false }),
      `${mark} two benches under the big tree`,
    );
    const sokha = await visit({ language });
    await signIn(sokha, 'sokha');
    await sokha.goto('/facilitate/concerns');
    await sokha.locator('main a[href^="/facilitate/concerns/"]', { hasText: mark }).first().click();
    const way = sokha.locator('details', { has: sokha.locator('form[action$="?/move"]') });
    expect(await way.getAttribute('open')).toBeNull();
    await way.locator('summary').click();
    await expectAccessible(sokha);
  });
});
