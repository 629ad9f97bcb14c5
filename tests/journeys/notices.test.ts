import { describe, expect, it } from 'vitest';
import { aMark, commune, publishConcern, raiseConcern } from './story.ts';
import { expectAccessible, type Language, signIn, visit } from './visit.ts';

const title: Readonly<Record<Language, string>> = {
  km: 'យើងចង់បានដើមឈើម្លប់នៅទីលាន',
  en: 'We want trees for shade at the field',
};
const text: Readonly<Record<Language, string>> = {
  km: 'នៅទីលានបាល់គ្មានម្លប់ទេ នៅខែមេសាក្តៅខ្លាំងណាស់។ យើងចង់ដាំដើមឈើ។',
  en: 'There is no shade at the football field and April is too hot. We want to plant trees.',
};
const answer: Readonly<Record<Language, string>> = {
  km: 'ឃុំនឹងដាំដើមកូកាម្ពិលម្ភៃដើមជាមួយក្លឹបកុមារ មុនរដូវប្រាំង។',
  en: 'The commune plants twenty rain trees together with the club, before the dry season.',
};

describe.each(['km', 'en'] as const)(
  'Bopha hears what became of an issue she supports, in %s',
  (language) => {
    it('once for each change, on her phone when she returns; strangers hear nothing', async () => {
      const mark = aMark();
      const raiser = await visit({ language, withScript: false });
      await raiseConcern(raiser, `${mark}: ${text[language]}`);
      await publishConcern(mark, { title: `${title[language]} ${mark}`, text: text[language], in: language });

      const bopha = await visit({ language });
      await bopha.goto(`/issues?commune=${commune}&order=NEWEST`);
      const link = bopha.locator('.issue-card a', { hasText: mark }).first();
      const issue = (await link.getAttribute('href')) ?? '';
      await bopha.goto(issue);
      await bopha.locator('form[action*="?/support"] button').click();
      await bopha.goto('/notices');
      // What happened before she supported it is no news to her.
      await expect.poll(() => bopha.locator('#issues > li').count()).toBe(0);
      await expectAccessible(bopha);

      const chan = await visit({ language, withScript: false });
      await signIn(chan, 'chan');
      await chan.goto(`/office${issue}`);
      await chan.locator('form[action*="acknowledge"] button').click();
      await chan.waitForURL(/done=acknowledged/);
      await chan.goto(`/office${issue}/answer`);
      await chan.locator('input[name=decision][value=PLANNED]').check();
      await chan.locator('textarea[name=words]').fill(answer[language]);
      await chan.locator('input[name=dueOn]').fill('2027-12-01');
      await chan.locator('.answer-form button:not([type=button])').click();
      await chan.waitForURL(/done=answered/);

      await bopha.goto('/');
      await expect
        .poll(() => bopha.locator('a[href="/notices"]').first().innerText())
        .toMatch(language === 'km' ? /២/ : /2/);
      await bopha.goto('/notices');
      const notices = bopha.locator('#issues > li');
      await expect.poll(() => notices.count()).toBe(2);
      await expect.poll(() => bopha.locator('#issues .tag-good').count()).toBe(2);
      await expect.poll(() => notices.first().innerText()).toContain(answer[language]);
      await expectAccessible(bopha);
      await bopha.locator('form[action*="read"] button').click();
      await bopha.goto('/notices');
      await expect.poll(() => notices.count()).toBe(2);
      await expect.poll(() => bopha.locator('#issues .tag-good').count()).toBe(0);
      await expect.poll(() => bopha.locator('form[action*="read"]').count()).toBe(0);

      // The child who raised it hears of every change since; somebody else's phone hears nothing.
      await raiser.goto('/notices');
      await expect.poll(() => raiser.locator('#issues > li', { hasText: mark }).count()).toBe(4);
      const stranger = await visit({ language, withScript: false });
      await stranger.goto('/notices');
      await expect.poll(() => stranger.locator('#issues > li').count()).toBe(0);

      const page = await visit({ language });
      await page.goto(`/c/${commune}`);
      const said = page.locator('.said-did', { hasText: mark });
      await expect.poll(() => said.count()).toBe(1);
      await expect.poll(() => said.innerText()).toContain(answer[language]);
      await expectAccessible(page);
    });
  },
);
