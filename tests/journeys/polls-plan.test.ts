import { describe, expect, it } from 'vitest';
import { closeByTwo, dayFromNow, sendBallot } from './polls-steps.ts';
import { expectAccessible, signIn, visit } from './visit.ts';

describe('children rank the top issues of their commune', () => {
  it('for its investment programme, and the council takes what came first into its plan', async () => {
    const sokha = await visit({ language: 'en' });
    await signIn(sokha, 'sokha');
    await sokha.goto('/facilitate/polls/new');
    await sokha.locator('form[action="?/fromIssues"]').locator('xpath=..').locator('summary').click();
    const form = sokha.locator('form[action="?/fromIssues"]');
    await form.locator('#count').selectOption('12');
    await form.locator('#electorate').selectOption('OPEN');
    await form.locator('#opensAt').fill(dayFromNow(-1));
    await form.locator('#closesAt').fill(dayFromNow(300));
    await expectAccessible(sokha);
    await form.locator('button').click();
    await sokha.waitForURL(/done=made/);
    const id = /polls\/([0-9a-f-]{36})/.exec(sokha.url())?.[1] ?? '';
    const links = await sokha.locator('.option-list a[href^="/facilitate/issues/"]').all();
    const issues = await Promise.all(
      links.map(async (link) => (await link.getAttribute('href'))?.split('/').pop()),
    );
    expect(issues.length).toBeGreaterThan(3);

    // The one that is with the council is what these children want most.
    const chan = await visit({ language: 'en' });
    await signIn(chan, 'chan');
    await chan.goto('/office');
    const desk = await chan.content();
    const first = issues.findIndex((issue) => issue && desk.includes(`/office/issues/${issue}`));
    expect(first).toBeGreaterThan(-1);
    const wanted = `o${String(first + 1)}:1`;
    const others = issues.flatMap((_, place) => (place === first ? [] : [`o${String(place + 1)}:1`]));
    await sokha.locator('form[action="?/open"] button').click();
    await sokha.waitForURL(/done=opened/);
    for (const draft of [
      `${wanted}.${others[0] ?? ''}`,
      `${wanted}.${others[1] ?? ''}`,
      wanted,
      others[0] ?? '',
    ])
      await sendBallot(sokha, id, draft);
    const second = await closeByTwo(sokha, id);
    await expect
      .poll(() => second.locator(`section a[href="/facilitate/issues/${issues[first] ?? ''}"]`).count())
      .toBe(2);

    await chan.goto(`/polls/${id}`);
    await chan.locator('a[href^="/office/polls/"]').click();
    await expectAccessible(chan);
    await chan.locator('#costRiel').fill('3,000,000');
    await chan.locator('input[name^="from-"]').first().fill('3000000');
    await chan.locator('main form > button').click();
    await chan.locator('#planned, .mistakes').first().waitFor();
    await expect.poll(() => chan.locator('.mistakes').allTextContents()).toEqual([]);
    await expectAccessible(chan);
    for (const language of ['km', 'en'] as const) {
      const child = await visit({ withScript: false, language });
      await child.goto(`/polls/${id}`);
      await expect
        .poll(() => child.locator('#planned + ul li').textContent())
        .toContain(language === 'km' ? '៣.០០០.០០០' : '3,000,000');
    }
  });
});
