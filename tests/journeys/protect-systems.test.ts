import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type MockSystem,
  mockOscar,
  mockPrimero,
} from '../../apps/protection/src/testing/mock-case-system.ts';
import { deskClock, disclose, inboxOf, openCase, signInAtDesk } from './at-desk.ts';
import { expectAccessible, type Language, visit } from './visit.ts';

// What a worker sees when something beside the desk fails: the disk under a case, or a national case system.

let primero: MockSystem;
let oscar: MockSystem;
beforeAll(async () => {
  [primero, oscar] = await Promise.all([mockPrimero(), mockOscar()]);
});
afterAll(async () => {
  await deskClock('connect');
  await Promise.all([primero.end(), oscar.end()]);
});
beforeEach(() => {
  primero.seen.length = 0;
  oscar.seen.length = 0;
});

/** Connects both, as an operator does in the settings. */
async function connect(placeCodes: 'WITH_ZERO' | 'WITHOUT_ZERO'): Promise<void> {
  const settings = new URLSearchParams({
    PRIMERO_URL: primero.url,
    PRIMERO_USER: 'samleng',
    PRIMERO_PASSWORD: 'an invented password',
    PRIMERO_OWNER: 'mgr02',
    PRIMERO_PLACE_CODES: placeCodes,
    OSCAR_URL: oscar.url,
    OSCAR_EMAIL: 'desk@example.org',
    OSCAR_PASSWORD: 'an invented password',
    OSCAR_ORGANIZATION: 'demo',
  });
  await deskClock(`connect?${settings}`);
}

/** A case nobody else of this file has, from Battambang, whose codes begin with 0. Gives its address and receipt. */
async function newCase(page: Page, text: string): Promise<{ address: string; receipt: string }> {
  const before = await inboxOf(page);
  const receipt = await disclose({ text, communeCode: '020808', alias: 'Demo' });
  const [address, ...others] = (await inboxOf(page)).filter((each) => !before.includes(each));
  expect(others).toEqual([]);
  return { address: address!, receipt };
}

/** Refers a case that was judged, with assent. */
async function refer(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/refer`);
  await page.locator('[name=receiver][value=SOCIAL_AFFAIRS]').check();
  await page.locator('[name=summary]').fill('An invented child needs a visit.');
  await page.locator('[name=hasAssent][value=yes]').check();
  await page.locator('main form button').click();
  await page.locator('.paper').waitFor();
}

type Body = { data: Record<string, unknown> };
const placesSeen = () =>
  primero.seen
    .filter(({ path }) => path === '/api/v2/cases')
    .map(({ body }) => (body as unknown as Body).data['location_current']);

const refusals: Readonly<Record<Language, Readonly<Record<403 | 404 | 422, string>>>> = {
  km: {
    403: 'ប្រព័ន្ធជាតិមិនទទួលទេ។',
    404: 'ប្រព័ន្ធជាតិមិនស្គាល់ទីកន្លែង ឬអ្នកទទួលនេះទេ។',
    422: 'ប្រព័ន្ធជាតិថាមានចំណុចមិនត្រឹមត្រូវ។',
  },
  en: {
    403: 'The national system refused it.',
    404: 'The national system does not know the place or the receiver.',
    422: 'The national system found something in it wrong.',
  },
};

describe.each([
  { language: 'km', withScript: false, width: 360 },
  { language: 'en', withScript: true, width: 1280 },
] as const)('beside the desk, in $language, with script: $withScript', (way) => {
  const { language } = way;

  it('a national system has no button until an operator connects one; refusals are told in words, and what is there counts as received', async () => {
    await deskClock('connect');
    const page = await visit(way);
    await signInAtDesk(page, 'Sopheap');
    const { address } = await newCase(page, 'Invented: a referral for the mock servers.');
    await openCase(page, address);
    const judge = page.locator('form[action$="?/triage"]');
    await judge.locator('[name=danger][value=NO]').check();
    await judge.locator('[name=urgency][value=NORMAL]').check();
    await judge.locator('[name=kind]').selectOption('NEGLECT');
    await judge.locator('button').click();
    await page.waitForURL(/done=triaged/);
    await refer(page, address);
    await page.goto(address);
    await expect.poll(() => page.locator('form[action$="?/outcome"]').count()).toBe(1);
    const buttons = page.locator('button[name=system]');
    await expect.poll(() => buttons.count()).toBe(0);

    await connect('WITHOUT_ZERO');
    await page.goto(address);
    await expect.poll(() => buttons.count()).toBe(2);
    if (way.withScript) await expectAccessible(page);
    const toPrimero = page.locator('button[name=system][value=PRIMERO]');
    for (const status of [403, 404, 422] as const) {
      primero.answerWith(/\/api\/v2\/cases$/, status);
      await toPrimero.click();
      await expect
        .poll(() => page.locator('[role=alert]').allInnerTexts())
        .toContainEqual(expect.stringContaining(refusals[language][status]));
    }
    if (way.withScript) await expectAccessible(page);
    // 409: it has the case already, sent a moment ago by somebody whose page never heard of it.
    primero.answerWith(/\/api\/v2\/cases$/, 409);
    await toPrimero.click();
    await page.waitForURL(/done=sent/);
    primero.answerWith(/\/api\/v2\/cases$/, null);
    await expect.poll(() => page.locator('main').innerText()).toContain('Primero');
    await expect.poll(() => buttons.count()).toBe(0);
    expect(placesSeen()).toEqual(['20808', '20808', '20808', '20808']);

    await connect('WITH_ZERO');
    await refer(page, address);
    await page.goto(address);
    const toOscar = page.locator('button[name=system][value=OSCAR]');
    oscar.answerWith(/upsert/, 422);
    await toOscar.click();
    await expect
      .poll(() => page.locator('[role=alert]').allInnerTexts())
      .toContainEqual(expect.stringContaining(refusals[language][422]));
    oscar.answerWith(/upsert/, null);
    await toPrimero.click();
    await page.waitForURL(/done=sent/);
    expect(placesSeen().at(-1)).toBe('020808');
    await refer(page, address);
    await page.goto(address);
    await toOscar.click();
    await page.waitForURL(/done=sent/);
    await expect.poll(() => page.locator('main').innerText()).toContain('OSCaR');
    expect(oscar.seen.filter(({ path }) => path.endsWith('/clients/upsert/'))).toHaveLength(2);
  });

  it('a case with one byte turned on the disk is not shown, is alarmed once, and others stay readable', async () => {
    const words = 'Invented: these words are not shown once they were touched.';
    const page = await visit(way);
    await signInAtDesk(page, 'Sopheap');
    const { address, receipt } = await newCase(page, words);
    const other = await newCase(page, 'Invented: a case beside it, whole.');
    await openCase(page, address);
    await expect.poll(() => page.locator('.child-words').innerText()).toBe(words);
    await deskClock(`damage?case=${address.split('/').at(-1)!}`);

    await openCase(page, address);
    await expect
      .poll(() => page.locator('[role=alert]').innerText())
      .toContain(language === 'km' ? 'វាមិនបង្ហាញទេ' : 'It is not shown');
    await expect.poll(() => page.locator('.child-words').count()).toBe(0);
    if (way.withScript) await expectAccessible(page);
    await openCase(page, address);

    const supervisor = await visit(way);
    await signInAtDesk(supervisor, 'Chea');
    await supervisor.goto('/protect/alarms');
    const alarm = supervisor.locator('.row', { has: supervisor.locator(`a[href="${address}"]`) });
    await expect.poll(() => alarm.count()).toBe(1);
    await expect
      .poll(() => alarm.innerText())
      .toContain(language === 'km' ? 'មានគេបានកែប្រែអ្វីដែលរក្សាទុក' : 'was changed by somebody');

    const child = await visit(way);
    await child.goto('/my');
    await child.locator('input[name=receipt]').fill(receipt);
    await child.locator('main form button').first().click();
    await expect
      .poll(() => child.locator('main [role=alert]').innerText())
      .toContain(language === 'km' ? 'យើងមិនបង្ហាញវាទេ' : 'is not shown');
    await expect.poll(() => child.locator('main').innerText()).not.toContain(words);

    await openCase(page, other.address);
    await expect.poll(() => page.locator('.child-words').innerText()).toContain('whole');
  });
});
