import { describe, expect, it } from 'vitest';
import { closeByTwo, dayFromNow } from './polls-steps.ts';
import { expectAccessible, signIn, visit } from './visit.ts';

describe('a poll that asks children for ideas first', () => {
  it('takes them without JavaScript; a facilitator mends one, refuses another, and opens the poll', async () => {
    const sokha = await visit({ language: 'en' });
    await signIn(sokha, 'sokha');
    await sokha.goto('/facilitate/polls/new?type=DOTS');
    await sokha.locator('#questionKm').fill('តើយើងគួរធ្វើអ្វីសម្រាប់ទិវាកុមារ?');
    await sokha.locator('input[name=electorate][value=OPEN]').check();
    await sokha.locator('#takesProposals').check();
    await sokha.locator('#option-1-km').fill('ប្រកួតបាល់ទាត់');
    await sokha.locator('#option-1-picture').selectOption('play');
    await sokha.locator('#opensAt').fill(dayFromNow(-1));
    await sokha.locator('#closesAt').fill(dayFromNow(300));
    await sokha.locator('form[action="?/make"] > button').click();
    await sokha.waitForURL(/done=made/);
    const id = /polls\/([0-9a-f-]{36})/.exec(sokha.url())?.[1] ?? '';

    for (const idea of ['គូររូប', 'ច្រៀងជាមួយដារ៉ា 012 345 678']) {
      const child = await visit({ withScript: false });
      await child.goto('/polls?commune=140907');
      await child.locator(`main a[href="/polls/${id}"]`).click();
      await child.locator('#title').fill(idea);
      await child.locator('form[action$="?/propose"] button').click();
      await child.waitForURL(/proposed/);
      await expect.poll(() => child.locator('main .card-good').count()).toBe(1);
      await expect.poll(() => child.locator('main').textContent()).not.toContain(idea);
    }

    // An idea that is refused comes back with its words; so does one that comes when the poll is open.
    const words = 'រូបភាព '.repeat(40);
    const writer = await visit({ withScript: false });
    await writer.goto(`/polls/${id}`);
    const propose = async () =>
      (
        await writer.request.post(`/polls/${id}?/propose`, {
          form: { title: words },
          headers: { origin: new URL(writer.url()).origin, accept: 'text/html' },
        })
      ).text();
    expect(await propose()).toContain(`value="${words}"`);

    await sokha.goto(`/facilitate/polls/${id}/proposals`);
    await expectAccessible(sokha);
    const ideas = sokha.locator('main form.card');
    await expect.poll(() => ideas.count()).toBe(2);
    await ideas.nth(0).locator('select').selectOption('picture');
    await ideas.nth(0).locator('button[value=yes]').click();
    await sokha.waitForURL(/done=accepted/);
    // Names and numbers keep an idea back until they are taken out.
    await ideas.nth(0).locator('button[value=yes]').click();
    await expect.poll(() => sokha.locator('.mistakes').count()).toBe(1);
    await ideas.nth(0).locator('button[value=no]').click();
    await sokha.waitForURL(/done=refused/);

    await sokha.goto(`/facilitate/polls/${id}/options/o1`);
    await expectAccessible(sokha);
    await sokha.locator('#option-en').fill('Football');
    await sokha.locator('main form > button').click();
    await sokha.waitForURL(/done=rewritten/);
    await sokha.goto(`/facilitate/polls/${id}/change`);
    await expectAccessible(sokha);
    await sokha.locator('#setting-dots').fill('3');
    await sokha.locator('main form > button').click();
    await sokha.waitForURL(/done=changed/);
    await sokha.locator('form[action="?/open"] button').click();
    await sokha.waitForURL(/done=opened/);

    expect(await propose()).toContain(`${words}</strong>`);
    const child = await visit({ withScript: false });
    await child.goto(`/polls/${id}`);
    await expect.poll(() => child.locator('main .ballot-spread').count()).toBe(2);
    for (let dot = 0; dot < 3; dot += 1) await child.locator('main button[value="more:o2"]').click();
    expect(await child.locator('main button[value="more:o1"]').isDisabled()).toBe(true);
    await child.locator('main button[value=done]').click();
    await child.locator('main button[value=castOpen]').click();
    await child.waitForURL(/thanks/);

    await closeByTwo(sokha, id);
    await child.goto(`/polls/${id}`);
    // One answer is not shown: it would tell what this child chose.
    await expect.poll(() => child.locator('main .poll-chart').count()).toBe(0);
  });
});
