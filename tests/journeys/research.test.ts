import { describe, expect, it } from 'vitest';
import { addQuestion, goOn, planTopic, tickAll } from './research-steps.ts';
import { commune } from './story.ts';
import { expectAccessible, type Language, signIn, visit } from './visit.ts';

const council: Readonly<Record<Language, string>> = { km: 'ក្រុមប្រឹក្សាឃុំល្វា', en: 'Lvea commune council' };
const said: Readonly<Record<Language, { far: string; code: string; finding: string; ask: string }>> = {
  km: {
    far: 'បង្គន់នៅឆ្ងាយពីថ្នាក់',
    code: 'ឆ្ងាយពេក',
    finding: '១១ ក្នុងចំណោម ១១ នាក់ប្រាប់ថា បង្គន់មិនដាច់ដោយឡែក។',
    ask: 'សូមសង់បង្គន់ដាច់ដោយឡែក។',
  },
  en: {
    far: 'The toilets are far from the class',
    code: 'Too far',
    finding: '11 of 11 say that the toilets are not apart.',
    ask: 'Please build toilets apart.',
  },
};

describe.each(['km', 'en'] as const)('Children find out about toilets, in %s', (language) => {
  let here = '';
  const words = said[language];

  it('from the idea to what came of the answer, without JavaScript', async () => {
    const page = await visit({ language, withScript: false });
    await signIn(page, 'sokha');
    here = await planTopic(page, { km: 'បង្គន់សាលាយើង', en: 'Our toilets' }, 'WATER_SANITATION');
    await goOn(page, here, 'PLAN');
    expect(await page.locator('[data-missing] li').count()).toBe(1);
    await addQuestion(page, here, 'INTEGER', 'បង្គន់ប៉ុន្មាន?', { least: 0, most: 20 });
    await addQuestion(page, here, 'SELECT_ONE', 'បង្គន់ដាច់ដោយឡែកទេ?');
    await addQuestion(page, here, 'TEXT', 'ហេតុអ្វី?');
    await page.locator('button[value="up q2"]').click();
    await page.waitForURL(/#line-q2/);
    expect(await page.locator('.lines > li').first().getAttribute('id')).toBe('line-q2');
    await goOn(page, here, 'ETHICS');
    // Nobody goes out yet: what is missing stands there, and the button does not.
    expect(await page.locator('[data-next] form[action="?/move"]').count()).toBe(0);
    await tickAll(page, here);
    await goOn(page, here, 'FIELDWORK');

    await page.locator('[data-next] a.button').first().click();
    for (let count = 0; count < 11; count += 1) {
      await page.locator('[name="a.q2"][value=no]').check();
      await page.locator('[name="a.q1"]').fill(count === 0 ? '21' : '៣');
      await page.locator('[name="a.q3"]').fill(words.far);
      await page.locator('main form button').last().click();
      if (count > 0) continue;
      // More than the form allows: said at the question, with all that was typed.
      expect(await page.locator('main .mistake').count()).toBe(1);
      expect(await page.locator('[name="a.q3"]').inputValue()).toBe(words.far);
      await page.locator('[name="a.q1"]').fill('2');
      await page.locator('main form button').last().click();
    }
    await goOn(page, here, 'ANALYSIS');
    await page.goto(`${here}/words?question=q3`);
    await page.locator('input[name=nameKm]').fill(words.code);
    await page.locator('form[action="?/code"] button').click();
    for (const box of await page.locator('.open-answer input[type=checkbox]').all()) await box.check();
    await page.locator('form[action="?/tag"] button').click();
    await page.goto(`${here}/results`);
    expect(await page.locator('#q-q3 tbody th').first().innerText()).toContain(words.code);
    // All eleven say no: fewer than ten say yes, so neither is shown; the sum of the numbers is.
    expect(await page.locator('#q-q2 tbody td.quiet').count()).toBe(2);
    expect(await page.locator('#q-q1').innerText()).toMatch(/32|៣២/);

    await page.goto(`${here}/findings`);
    await page.locator('#find-textKm').fill(words.finding);
    await page.locator('form[action="?/find"] button').click();
    await page.waitForURL(/done=saved/);
    await page.locator('#officeId').selectOption({ label: council[language] });
    await page.locator('#ask-textKm').fill(words.ask);
    await page.locator('form[action="?/ask"] button').click();
    await page.waitForURL(/done=saved/);
    await goOn(page, here, 'FINDINGS');
    await page.locator('form[action="?/present"] button').click();
    await page.waitForURL(/done=saved/);

    const chan = await visit({ language, withScript: false });
    await signIn(chan, 'chan');
    await chan.goto('/office/research');
    const asked = chan.locator('.asked', { hasText: words.ask });
    await asked.locator('select').selectOption('PLANNED');
    await asked
      .locator('textarea')
      .fill(language === 'km' ? 'ដាក់ក្នុងផែនការឆ្នាំក្រោយ។' : 'It is in the plan of next year.');
    await asked.locator('button').click();
    await chan.waitForURL(/done=saved/);

    await page.goto(here);
    await page.locator('input[name=verdict]').first().check();
    await page.locator('form[action="?/follow"] button').click();
    await page.waitForURL(/done=saved/);
    const child = await visit({ language, withScript: false });
    await child.goto(`/c/${commune}/research`);
    expect(await child.locator('main').textContent()).toContain(words.finding);
  });

  it('on pages everybody can use', async () => {
    const page = await visit({ language });
    await signIn(page, 'sokha');
    for (const path of [
      '/facilitate/research',
      here,
      `${here}/form`,
      `${here}/results`,
      `${here}/findings`,
    ]) {
      await page.goto(path);
      await expectAccessible(page);
    }
    const other = await planTopic(page, { km: 'បង្គន់ថ្មី', en: 'New toilets' }, 'WATER_SANITATION');
    await goOn(page, other, 'PLAN');
    await addQuestion(page, other, 'RANGE', 'ប៉ុន្មានពិន្ទុ?', { most: 5 });
    await page.evaluate(() => document.querySelectorAll('details').forEach((part) => (part.open = true)));
    await expectAccessible(page);
    await goOn(page, other, 'ETHICS');
    await expectAccessible(page);
    await tickAll(page, other);
    await goOn(page, other, 'FIELDWORK');
    await page.goto(`${other}/collect`);
    await expectAccessible(page);
    const chan = await visit({ language });
    await signIn(chan, 'chan');
    await chan.goto('/office/research');
    await expectAccessible(chan);
    await chan.goto(`/c/${commune}/research`);
    await expectAccessible(chan);
  });
});

it('A sensitive topic goes out when a second person has signed, and takes counts of groups', async () => {
  const page = await visit({ language: 'km', withScript: false });
  await signIn(page, 'sokha');
  const here = await planTopic(page, { km: 'ស្រាក្នុងភូមិ', en: 'Alcohol in the village' }, 'ALCOHOL_DRUGS');
  await goOn(page, here, 'PLAN');
  await addQuestion(page, here, 'SELECT_ONE', 'ហាងលក់ស្រាឱ្យកុមារទេ?');
  expect(await page.locator('#new-kind option[value=TEXT]').count()).toBe(0);
  await goOn(page, here, 'ETHICS');
  await tickAll(page, here);
  expect(await page.locator('[data-missing] li').count()).toBe(1);
  const rotha = await visit({ language: 'en' });
  await signIn(rotha, 'rotha');
  await rotha.goto('/admin/research');
  await expectAccessible(rotha);
  await rotha.locator('section.card', { hasText: 'Alcohol in the village' }).locator('button').click();
  await rotha.waitForURL(/done=saved/);
  await goOn(page, here, 'FIELDWORK');
  await page.goto(`${here}/collect`);
  await page.locator('#people').fill('9');
  await page.locator('[name="c.q1.yes"]').fill('4');
  await page.locator('main form button').last().click();
  expect(await page.locator('main .mistake').count()).toBe(1);
  await page.locator('#people').fill('25');
  await page.locator('[name="c.q1.yes"]').fill('12');
  await page.locator('main form button').last().click();
  await page.waitForURL(/done=saved/);
});
