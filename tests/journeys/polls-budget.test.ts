import { describe, expect, it } from 'vitest';
import { closeByTwo, dayFromNow, fillOptions, openPoll } from './polls-steps.ts';
import { expectAccessible, signIn, visit } from './visit.ts';

describe('children share out a million riel', () => {
  it('by equal shares, so that the smaller group gets its part, and the result says why', async () => {
    const sokha = await visit({ language: 'en' });
    await signIn(sokha, 'sokha');
    const id = await openPoll(sokha, 'type=BUDGET', async (page) => {
      await page.locator('#questionEn').fill('What should one million riel be spent on?');
      await page.locator('#setting-money').fill('1,000,000');
      await page.locator('input[name=electorate][value=OPEN]').check();
      await fillOptions(page, [
        ['បង្គន់', 'Toilets', '600000'],
        ['ភ្លើង', 'Lights', '400 000'],
        ['កន្លែងលេង', 'A place to play', '៣០០០០០'],
      ]);
      await expectAccessible(page);
    });

    // One child answers on its phone, in Khmer and without JavaScript: what it can no longer pay for says so.
    const child = await visit({ withScript: false });
    await child.goto(`/polls/${id}`);
    const options = child.locator('main .ballot-options .ballot-option');
    await options.nth(2).click();
    await expect.poll(() => child.locator('.ballot-money strong').textContent()).toContain('៧០០');
    await options.nth(2).click();
    await options.nth(0).click();
    await expect.poll(() => child.locator('.ballot-money strong').textContent()).toContain('៤០០');
    await options.nth(1).click();
    expect(await options.nth(2).isDisabled()).toBe(true);
    await options.nth(1).click();
    await child.locator('main button[value=done]').click();
    await child.locator('main button[value=castOpen]').click();
    await child.waitForURL(/thanks/);

    // Nine more come on paper: five want toilets and lights, four a place to play.
    await sokha.goto(`/facilitate/polls/${id}/papers`);
    for (const [marks, same] of [
      [['o1', 'o2'], '5'],
      [['o3'], '4'],
    ] as const) {
      for (const option of marks) await sokha.locator(`input[name=mark-${option}]`).check();
      await sokha.locator('#same').fill(same);
      await sokha.locator('form[action^="?/add"] > button').click();
    }
    await expectAccessible(sokha);
    await sokha.locator('#signer1').fill('Teacher');
    await sokha.locator('#signer2').fill('Head of the club');
    await sokha.locator('#photoKey').fill('budget/1');
    await sokha.locator('form[action="?/enter"] button').click();
    await sokha.waitForURL(/done=entered/);

    await closeByTwo(sokha, id);
    await sokha.goto(`/polls/${id}`);
    // Ten children have 100,000 each. Six pay all of theirs for the toilets, so that five cannot pay for the lights;
    // four pay 75,000 each for the place to play. The most votes first would have left these four with nothing.
    await expect
      .poll(() => sokha.locator('main .lead').last().textContent())
      .toMatch(/Toilets, A place to play/);
    for (const part of await sokha.locator('main details > summary').all()) await part.click();
    const steps = await sokha.locator('main details ol li').allTextContents();
    expect(steps.find((step) => step.startsWith('Toilets costs'))).toContain('of 6 supporters 6 pay');
    expect(steps.find((step) => step.startsWith('A place to play costs'))).toContain('of 4 supporters 4 pay');
    expect(steps.some((step) => step.startsWith('Lights costs'))).toBe(true);
    await expectAccessible(sokha);
    const file = await sokha.request.get(`/polls/${id}/file/open_support?format=pabulib`);
    expect(await file.text()).toMatch(/^META\n[\s\S]*num_votes;10\n/);

    // The lights stand in the chart too, with what they lacked: 100,000 are left, so no money and not no support.
    await child.goto(`/polls/${id}`);
    await expect.poll(() => child.locator('main .poll-chart svg').count()).toBe(3);
    expect(await child.locator('main .poll-chart-title').nth(1).textContent()).toContain('លុយមិនគ្រប់');

    // The commune's next meeting hears of it, and everybody who runs it finds the way back.
    await sokha.goto('/facilitate/meetings');
    await sokha.locator('main details summary').first().click();
    await sokha.locator('#on').fill(dayFromNow(200));
    await sokha.locator('form[action="?/plan"] button').click();
    await sokha.waitForURL(/done=saved/);
    const meeting = sokha.url().split('?')[0] ?? '';
    await sokha.goto(`/facilitate/polls/${id}`);
    const choice = sokha.locator('form[action="?/bring"] select');
    await choice.selectOption(meeting.split('/').at(-1) ?? '');
    await expectAccessible(sokha);
    await sokha.locator('form[action="?/bring"] button').click();
    await sokha.waitForURL(/done=brought/);
    await sokha.locator('#heard + ul a').click();
    await sokha.waitForURL(meeting);
    const agenda = sokha.locator('.agenda > li', { has: sokha.locator(`a[href="/polls/${id}"]`) });
    await expect.poll(() => agenda.textContent()).toMatch(/Toilets, A place to play/);
    await expectAccessible(sokha);
  });
});
