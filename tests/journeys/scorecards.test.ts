import { inflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { commune } from './story.ts';
import { expectAccessible, signIn, visit } from './visit.ts';

const criteria = [
  'communePapers',
  'communePolite',
  'communeReplies',
  'communeInformation',
  'communeInvited',
  'communeSafety',
];

/** One person goes through the tablet: a face for each question. */
async function score(page: Page, address: string, face: number): Promise<void> {
  await page.goto(address);
  await page.locator('main form button').click();
  for (const criterion of criteria)
    await page.locator(`button[name=go][value="${criterion}:${face}"]`).click();
  await page.waitForURL(/thanks/);
}

// In Khmer without JavaScript, in English with it: each year has one scorecard.
describe.each([
  ['km', 2026, false],
  ['en', 2025, true],
] as const)('the commune is scored, in %s', (language, year, withScript) => {
  it('by groups apart, and promises what was scored low', async () => {
    const sokha = await visit({ language, withScript });
    await signIn(sokha, 'sokha');
    await sokha.goto('/facilitate/scorecards');
    if (withScript) await expectAccessible(sokha);
    await sokha.locator('main details summary').click();
    const council = sokha.locator('#officeId option', { hasText: language === 'km' ? 'ក្រុមប្រឹក្សា' : 'ouncil' });
    await sokha.locator('#officeId').selectOption(await council.first().getAttribute('value'));
    await sokha.locator('#year').fill(String(year));
    await sokha.locator('main form button').click();
    await sokha.waitForURL(/done=saved/);
    const work = sokha.url().split('?')[0]!;

    const open = async (group: string, way: string) => {
      const fold = sokha.locator('main details:not([open]) > summary').last();
      if ((await fold.count()) > 0) await fold.click();
      await sokha.locator('#group').selectOption(group);
      await sokha.locator('#way').selectOption(way);
      await sokha.locator('form[action="?/open"] button').click();
      await sokha.waitForURL(/done=saved/);
    };
    // Girls on paper: twelve of them, most unhappy; boys on the tablet: two, too few to show.
    await open('GIRLS', 'PAPER');
    await sokha.locator('form[action="?/count"] input[name=heads]').fill('12');
    for (const criterion of criteria) {
      await sokha.locator(`[name="${criterion}.1"]`).fill(language === 'km' ? '៧' : '7');
      await sokha.locator(`[name="${criterion}.4"]`).fill('5');
    }
    if (withScript) await expectAccessible(sokha);
    await sokha.locator('form[action="?/count"] button').click();
    await sokha.locator('form[action="?/count"]').waitFor({ state: 'detached' });
    await open('BOYS', 'ONLINE');
    const tablet = await sokha.locator('a[href^="/score/"]').getAttribute('href');

    const boys = await visit({ language, withScript });
    await score(boys, tablet!, 5);
    await boys.locator('main a.button').click();
    await score(boys, tablet!, 4);
    if (withScript) await expectAccessible(boys);

    const chan = await visit({ language, withScript });
    await signIn(chan, 'chan');
    await chan.goto('/office/scorecards');
    if (withScript) await expectAccessible(chan);
    await chan
      .locator('main .rows a')
      .filter({ hasText: language === 'km' ? '២០២៦' : '2025' })
      .click();
    for (const criterion of criteria) await chan.locator(`input[name=${criterion}][value="4"]`).check();
    await chan.locator('form[action="?/assess"] button').click();
    await chan.waitForURL(/done=saved/);

    await sokha.goto(work);
    await sokha.locator('form[action="?/close"] input[name=heads]').fill('2');
    await sokha.locator('form[action="?/close"] button').click();
    await sokha.waitForURL(/done=saved/);
    await sokha.locator('form[action="?/publish"] button').click();
    await sokha.locator('form[action="?/meet"]').waitFor();
    await sokha
      .locator(language === 'km' ? '#agreedKm' : '#agreedEn')
      .fill(language === 'km' ? 'ឃុំបិទផ្សាយថវិការៀងរាល់ខែ។' : 'The commune posts the budget every month.');
    await sokha.locator('form[action="?/meet"] button').click();
    await sokha.waitForURL(/done=saved/);

    await chan.reload();
    await chan
      .locator(language === 'km' ? '#titleKm' : '#titleEn')
      .fill(language === 'km' ? 'បិទផ្សាយថវិកា' : 'Post the budget');
    await chan.locator('#costRiel').fill('200000');
    await chan.locator('form[action="?/promise"] button').click();
    await chan.waitForURL(/done=saved/);
    if (withScript) await expectAccessible(chan);

    const reader = await visit({ language, withScript });
    await reader.goto(`/scorecards?place=${commune}`);
    await reader
      .locator('main .rows a', { hasText: language === 'km' ? '២០២៦' : '2025' })
      .first()
      .waitFor();
    await reader.goto(`/scorecards/${work.split('/').at(-1)}`);
    const first = await reader.locator('main section.card').first().textContent();
    // (7·1 + 5·4) / 12 = 2.25; the two boys are in no figure.
    expect(first).toMatch(language === 'km' ? /២,[២៣] \(/ : /2\.[23] \(/);
    await expect
      .poll(() => reader.locator('main section.card details li').nth(1).textContent())
      .toMatch(language === 'km' ? /ក្មេងប្រុស: តិចពេក/ : /Boys: Too few/);
    await expect
      .poll(() => reader.locator('main').textContent())
      .toContain(language === 'km' ? 'បិទផ្សាយថវិកា' : 'Post the budget');
    if (withScript) await expectAccessible(reader);
  });
});

it('Nimol builds a report for the committee, and its PDF can be read', async () => {
  const page = await visit({ language: 'en', width: 1200 });
  await signIn(page, 'nimol');
  await page.goto('/rights');
  await expectAccessible(page);
  await page.locator('main table a').first().click();
  await page.waitForURL(/place=\d\d$/);
  await page.locator('main details summary').last().click();
  await expectAccessible(page);
  await page.locator('#kind').selectOption('UPR');
  await page.locator('main form button').click();
  await page.waitForURL(/rights\/reports\//);
  const address = page.url();

  // Anybody reads it, in Khmer on a phone without JavaScript.
  const reader = await visit({ language: 'km', withScript: false });
  await reader.goto(address);
  const hash = /[0-9a-f]{64}/.exec((await reader.locator('main .hash').textContent()) ?? '')?.[0];
  expect(await page.locator('main .hash').textContent()).toContain(hash);
  await expectAccessible(await visitAt(address));
  const reply = await reader.request.get(`${address}/km.pdf`);
  expect(reply.headers()['content-type']).toBe('application/pdf');
  const { pages, clusters } = readPdf(await reply.body());
  expect(pages).toBeGreaterThanOrEqual(2);
  expect(pages).toBeLessThanOrEqual(4);
  // The text layer tells whole clusters, as they are typed: none begins with a sign that hangs on another, none ends
  // with a foot that waits for its letter.
  expect(clusters.length).toBeGreaterThan(100);
  expect(clusters.filter((cluster) => /^[\u17b4-\u17d3\u17dd]|\u17d2$/.test(cluster))).toEqual([]);
  for (const cluster of ['ត្យ', 'ញ្ហា', 'ទ្ធិ']) expect(clusters, cluster).toContain(cluster);
  const csv = await (await reader.request.get(`${address}/km.csv`)).text();
  expect(csv).toContain(hash);
  expect(csv).toContain('ការពិនិត្យជាសកល');
});

/** How many pages a PDF has, and what the text layer says of the Khmer clusters drawn with several glyphs. */
function readPdf(pdf: Buffer): { pages: number; clusters: string[] } {
  const parts = [pdf.toString('latin1')];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 7)) {
    try {
      parts.push(inflateSync(pdf.subarray(at + 7, pdf.indexOf('endstream', at))).toString('latin1'));
    } catch {
      // Fonts and pictures are packed in other ways.
    }
  }
  const all = parts.join('\n');
  const counts = [...all.matchAll(/\/Count (\d+)/g)].map(([, count]) => Number(count));
  const clusters = [...all.matchAll(/\/ActualText <FEFF([0-9A-F]+)>/g)].map(([, hex]) =>
    String.fromCharCode(...hex!.match(/.{4}/g)!.map((unit) => parseInt(unit, 16))),
  );
  return { pages: Math.max(...counts), clusters };
}

async function visitAt(address: string): Promise<Page> {
  const page = await visit({ language: 'km' });
  await page.goto(address);
  return page;
}
