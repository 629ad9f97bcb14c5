import { createDecipheriv, pbkdf2Sync } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  aRecording,
  codeAtDesk,
  comeBack,
  deskClock,
  deskPerson,
  disclose,
  inboxOf,
  openCase,
  sendRecording,
  signInAtDesk,
} from './at-desk.ts';
import { until } from './desk-worker.ts';
import { expectAccessible, type Language, signIn, visit } from './visit.ts';

const told: Readonly<Record<Language, string>> = {
  km: '[សាកល្បង] មានគេវាយខ្ញុំរាល់យប់។ ខ្ញុំខ្លាច។ សូមជួយខ្ញុំផង។',
  en: '[TEST] Invented: somebody at home hits me every night. Please help me.',
};
const answered: Readonly<Record<Language, string>> = {
  km: 'អរគុណដែលប្រាប់យើង។ វាមិនមែនជាកំហុសរបស់ប្អូនទេ។ តើឥឡូវនេះប្អូននៅកន្លែងមានសុវត្ថិភាពទេ?',
  en: 'Thank you for telling us. It is not your fault. Are you in a safe place now?',
};
const summary: Readonly<Record<Language, string>> = {
  km: 'កុមារត្រូវការកន្លែងមានសុវត្ថិភាពនៅយប់នេះ។ សូមទាក់ទងតាមសាលារៀន។',
  en: 'The child needs a safe place tonight. Reach it through the school.',
};

async function statusOf(page: Page, address: string): Promise<number | undefined> {
  return (await page.goto(address))?.status();
}

/** Opens the file of a referral by its code, as the page in it does. */
function openFile(dataAddress: string, code: string): { label: string; text: string }[] {
  const html = Buffer.from(dataAddress.replace(/^data:text\/html;base64,/, ''), 'base64').toString('utf8');
  const parts = JSON.parse(
    /const \[salt, nonce, sealed\] = (\[.*?\])\.map/.exec(html)?.[1] ?? '[]',
  ) as string[];
  const [salt, nonce, sealed] = parts.map((part) => Buffer.from(part, 'base64'));
  const key = pbkdf2Sync(code.replace(/-/g, ''), salt!, 600_000, 32, 'sha256');
  const opener = createDecipheriv('aes-256-gcm', key, nonce!);
  opener.setAuthTag(sealed!.subarray(-16));
  const bytes = Buffer.concat([opener.update(sealed!.subarray(0, -16)), opener.final()]);
  return JSON.parse(bytes.toString('utf8')) as { label: string; text: string }[];
}

/** With script where axe looks at the pages; once without, where nothing may need it. */
const ways = [
  { language: 'km', withScript: false, communeCode: '140901' },
  { language: 'km', withScript: true, communeCode: '140902' },
  { language: 'en', withScript: true, communeCode: '140903' },
] as const;

describe.each(ways)('Phalla, in $language, with script: $withScript', (way) => {
  const { language, withScript, communeCode } = way;
  const look = async (page: Page) => (withScript ? expectAccessible(page) : undefined);

  it('judges a disclosure, answers the child, hands it over, and Chea refers it', async () => {
    const page = await visit({ language, withScript });
    await signInAtDesk(page, 'Phalla');
    const before = await inboxOf(page);
    const receipt = await disclose({
      text: told[language],
      communeCode,
      dangerNow: 'YES',
      alias: 'Demo',
      callback: language === 'km' ? 'តាមសាលារៀន' : 'through school',
    });
    const fresh = (await inboxOf(page)).filter((address) => !before.includes(address));
    expect(fresh).toHaveLength(1);
    const address = fresh[0]!;
    await look(page);
    await expect.poll(() => page.locator('main').innerText()).not.toContain(told[language]);

    // Six minutes later the passphrase is asked again; without it nothing is shown.
    await deskClock('?seconds=360');
    await page.goto(address);
    await look(page);
    await expect.poll(() => page.locator('main').innerText()).not.toContain(told[language]);
    await expect.poll(() => page.title()).not.toMatch(/protect|harm|child|case|កុមារ|ករណី|ការពារ/i);
    await openCase(page, address);
    await expect.poll(() => page.locator('[role=alert]').count()).toBe(1);
    await expect.poll(() => page.locator('main').innerText()).not.toContain(told[language]);
    await openCase(page, address, deskPerson('Phalla').passphrase);
    await expect.poll(() => page.locator('.child-words').innerText()).toBe(told[language]);
    await look(page);

    const judge = page.locator('form[action$="?/triage"]');
    await judge.locator('button').click();
    await expect.poll(() => page.locator('[role=alert]').count()).toBe(1);
    await judge.locator('[name=danger][value=YES]').check();
    await judge.locator('[name=urgency][value=URGENT]').check();
    await judge.locator('[name=kind]').selectOption('PHYSICAL_VIOLENCE');
    await judge.locator('[name=accusedRole]').selectOption('FAMILY');
    await judge.locator('[name=duty]').selectOption('DANGER_NOW');
    await judge.locator('button').click();
    await page.waitForURL(/done=triaged/);
    // The words are gone from the screen again: each look is one entry in the record.
    await expect.poll(() => page.locator('main').innerText()).not.toContain(told[language]);

    await openCase(page, address);
    const reply = page.locator('form[action$="?/reply"]');
    await reply.locator('[name=text]').fill(answered[language]);
    await reply.locator('button').click();
    await page.waitForURL(/done=replied/);
    expect(await comeBack(receipt)).toEqual({
      readBy: 1,
      messages: [expect.objectContaining({ isMine: false, text: answered[language] })],
    });

    await page.locator('summary', { hasText: language === 'km' ? 'ប្រគល់ទៅអ្នកផ្សេង' : 'Hand over' }).click();
    const offer = page.locator('form[action$="?/handOver"]');
    const chea = await offer.locator('option', { hasText: 'Chea' }).getAttribute('value');
    await offer.locator('[name=toAccountId]').selectOption(chea);
    await offer.locator('button').click();
    await page.waitForURL(/done=offered/);

    const supervisor = await visit({ language, withScript, width: 1280 });
    await signInAtDesk(supervisor, 'Chea');
    expect(await statusOf(supervisor, address)).toBe(200);
    await look(supervisor);
    await expect.poll(() => supervisor.locator('form[action$="?/open"]').count()).toBe(0);
    await supervisor.locator('form[action$="?/accept"] button').first().click();
    await supervisor.waitForURL(/done=accepted/);
    // It is Chea's alone now: for Phalla there is no such case.
    expect(await statusOf(page, address)).toBe(404);

    await openCase(supervisor, address);
    await expect.poll(() => supervisor.locator('.child-words').innerText()).toBe(told[language]);
    await look(supervisor);
    await supervisor.goto(`${address}/refer`);
    await look(supervisor);
    await supervisor.locator('[name=receiver][value=SOCIAL_AFFAIRS]').check();
    await supervisor.locator('[name=summary]').fill(summary[language]);
    await supervisor.locator('[name=hasAssent][value=no]').check();
    await supervisor.locator('main form button').click();
    // Refused: without assent a reason is recorded. What was typed stays.
    await expect.poll(() => supervisor.locator('[role=alert]').count()).toBe(1);
    await expect.poll(() => supervisor.locator('[name=summary]').inputValue()).toBe(summary[language]);
    await supervisor.locator('[name=reasonWithoutAssent]').selectOption('DANGER_NOW');
    await supervisor.locator('main form button').click();
    await supervisor.locator('.paper').waitFor();
    await look(supervisor);
    const paper = await supervisor.locator('.paper').innerText();
    expect(paper).toContain('ការិយាល័យសង្គមកិច្ច');
    expect(paper).toContain('អំពើហិង្សាលើរាងកាយ');
    expect(paper).toContain(summary[language]);
    expect(paper).not.toContain(told[language]);
    const lines = openFile(
      (await supervisor.locator('a[download]').getAttribute('href')) ?? '',
      (await supervisor.locator('.file-code').innerText()).trim(),
    );
    const inFile = (word: string) => lines.find(({ label }) => label.endsWith(` / ${word}`))?.text;
    expect(inFile('What the worker says')).toBe(summary[language]);
    expect(inFile('About')).toBe('អំពើហិង្សាលើរាងកាយ / Physical violence');
    await supervisor.emulateMedia({ media: 'print' });
    await expect.poll(() => supervisor.locator('.top').isVisible()).toBe(false);
    await expect.poll(() => supervisor.locator('.file-code').isVisible()).toBe(false);
    await expect.poll(() => supervisor.locator('.paper').isVisible()).toBe(true);
    await supervisor.emulateMedia({ media: 'screen' });

    await supervisor.goto(address);
    await supervisor.locator('[name=outcome]').selectOption('RECEIVED');
    await supervisor.locator('form[action$="?/outcome"] button').first().click();
    await supervisor.waitForURL(/done=outcome/);
  });
});

describe.each(['km', 'en'] as const)('the pages of the desk, in %s', (language) => {
  it('are accessible on a phone and on a screen', async () => {
    const pagesOf = {
      Phalla: ['inbox', 'inbox?state=CLOSED', 'account'],
      Chea: ['alarms', 'roster'],
      Sreymom: ['oversight', 'alarms', 'roster'],
      Rotha: ['people'],
    };
    const stranger = await visit({ language });
    await stranger.goto('/protect');
    expect(new URL(stranger.url()).pathname).toBe('/protect/sign-in');
    await expectAccessible(stranger);
    for (const [name, paths] of Object.entries(pagesOf)) {
      const page = await visit({ language });
      await signInAtDesk(page, name);
      for (const path of paths)
        for (const width of [360, 1280]) {
          await page.setViewportSize({ width, height: 640 });
          expect(await statusOf(page, `/protect/${path}`), path).toBe(200);
          await expectAccessible(page);
        }
    }
  });

  it('are for nobody else, and are left on every device at once', async () => {
    const staff = await visit({ language, withScript: false });
    await signIn(staff, 'rotha');
    await staff.goto('/protect/people');
    expect(new URL(staff.url()).pathname).toBe('/protect/sign-in');

    const [page, other] = [
      await visit({ language, withScript: false }),
      await visit({ language, withScript: false }),
    ];
    await signInAtDesk(page, 'Phalla');
    await signInAtDesk(other, 'Phalla');
    for (const path of [
      'people',
      'oversight',
      'alarms',
      'roster',
      'cases/00000000-0000-7000-8000-000000000000',
    ])
      expect(await statusOf(page, `/protect/${path}`), path).toBe(404);
    const reply = await page.goto('/protect/inbox');
    expect(reply?.headers()['cache-control']).toBe('no-store');
    const cookie = (await page.context().cookies()).find(({ name }) => name === 'desk');
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', expires: -1 });
    await page.goto('/protect/account');
    await page.locator('form[action$="?/signOutEverywhere"] button').click();
    await page.waitForURL(/done=everywhere/);
    await other.goto('/protect/inbox');
    expect(new URL(other.url()).pathname).toBe('/protect/sign-in');
  });
});

describe('the desk', () => {
  it('is entered by invitation, with a passphrase and six digits of one’s own', async () => {
    const admin = await visit({ language: 'en', withScript: false, width: 1280 });
    await signInAtDesk(admin, 'Rotha');
    await admin.goto('/protect/people');
    const invite = admin.locator('form[action$="?/invite"]');
    await invite.locator('[name=name]').fill('Kanha');
    await invite.locator('[name=role]').selectOption('WORKER');
    await invite.locator('[name=affiliation]').selectOption('NGO');
    await invite.locator('[name=placeCode]').fill('14');
    await invite.locator('[name=trainedOn]').fill('2026-10-01');
    await invite.locator('button').click();
    const link = /\/protect\/invitation\/[\w-]{20,}/.exec(await admin.content())?.[0] ?? '';
    expect(link).not.toBe('');

    const page = await visit({ language: 'km' });
    await page.goto(link);
    await expectAccessible(page);
    const secret =
      /\b[A-Z2-7]{32}\b/.exec(
        (await page.locator('main').innerText()).replace(/(?<=[A-Z2-7]) (?=[A-Z2-7])/g, ''),
      )?.[0] ?? '';
    await page.locator('[name=passphrase]').fill('Kanha hears the frogs after rain');
    await page.locator('[name=repeated]').fill('Kanha hears the frogs after rain');
    await page.locator('[name=code]').fill(await codeAtDesk(secret));
    await page.locator('[name=agreesToConduct]').check();
    await page.locator('main form button').click();
    await page.waitForURL(/\/protect\/inbox/);
    await expectAccessible(page);
  });

  it('alarms the supervisor at once when nobody of an area receives, and when nobody looks in time', async () => {
    const page = await visit({ language: 'en', width: 1280 });
    await signInAtDesk(page, 'Chea');
    await page.goto('/protect/roster');
    const everywhere = page.locator('.row', { hasText: 'Whole country' });
    await expect.poll(() => everywhere.innerText()).toContain('Chea');
    await everywhere.locator('form[action$="?/remove"] button').click();
    await page.waitForURL(/done=removed/);

    await disclose({ text: told.en, communeCode: '010201' });
    await page.goto('/protect/alarms');
    const alarm = page.locator('.row', { hasText: 'Nobody of the area receives this case' }).first();
    await expectAccessible(page);
    await alarm.locator('form button').click();
    await page.waitForURL(/done=seen/);

    await page.goto('/protect/roster');
    const set = page.locator('form[action$="?/set"]');
    const chea = await set.locator('option', { hasText: 'Chea' }).getAttribute('value');
    await set.locator('[name=accountId]').selectOption(chea);
    await set.locator('[name=from-0]').fill('late');
    await set.locator('button').click();
    // Refused: no such time. The days that were ticked stay.
    await expect.poll(() => page.locator('#hours .mistake').count()).toBe(1);
    await expect.poll(() => set.locator('[name=days-0][value="5"]').isChecked()).toBe(true);
    await set.locator('[name=from-0]').fill('៨:០០');
    await set.locator('button').click();
    await page.waitForURL(/done=roster/);
    await expect
      .poll(() => page.locator('.row', { hasText: 'Whole country' }).innerText())
      .toContain('08:00–17:00');

    await deskClock('timers?days=8');
    const later = await visit({ language: 'km', width: 360 });
    await signInAtDesk(later, 'Chea');
    await later.goto('/protect/alarms');
    await expect.poll(() => later.locator('main').innerText()).toContain('គ្មានអ្នកណាមើលទាន់ពេលទេ');
    await expect.poll(() => later.locator('.nav .badge').count()).toBeGreaterThan(0);
    await expectAccessible(later);
  });

  it('plays a recording to whoever opened its case, and to nobody else', async () => {
    const recording = aRecording(4);
    const page = await visit({ language: 'en', width: 1280 });
    await signInAtDesk(page, 'Phalla');
    const before = await inboxOf(page);
    await sendRecording(
      await disclose({ text: '', communeCode: '140904', dangerNow: 'YES', voiceFollows: true }),
      recording,
    );
    const address = (await inboxOf(page)).find((each) => !before.includes(each)) ?? '';
    await openCase(page, address);
    await expectAccessible(page);
    const sound = (await page.locator('audio').getAttribute('src')) ?? '';
    const heard = await page.request.get(sound);
    expect(heard.status()).toBe(200);
    expect(heard.headers()['content-type']).toBe('audio/webm');
    expect(heard.headers()['cache-control']).toBe('no-store');
    expect(await heard.body()).toEqual(recording);

    const stranger = await visit({ language: 'en', withScript: false });
    const refused = await stranger.request.get(sound, { maxRedirects: 0 });
    expect(refused.status()).toBe(303);
    expect(refused.headers()['location']).toContain('/protect/sign-in');
  });

  it('tells the safeguarding lead every week who read how much, and no case', async () => {
    await deskClock('report');
    const page = await visit({ language: 'en' });
    await signInAtDesk(page, 'Sreymom');
    expect(new URL(page.url()).pathname).toBe('/protect/oversight');
    const row = page.locator('tr', { hasText: 'Phalla' }).first();
    expect(Number(await row.locator('td').first().innerText())).toBeGreaterThan(1);
    expect(await page.content()).not.toMatch(/\/protect\/cases\//);
    await expectAccessible(page);
  });
});

describe.each(['km', 'en'] as const)('outside the hours of the roster, in %s', (language) => {
  it('every page of the desk says that nobody is on call, and from when somebody is', async () => {
    const page = await visit({ language });
    await until(false, '140907');
    await signInAtDesk(page, 'Phalla');
    const banner = page.locator('[data-nobody-on-call]');
    await expect
      .poll(() => banner.innerText())
      .toMatch(language === 'km' ? /ចាប់ពី .*[០-៩]{2}:[០-៩]{2}/ : /from .*\d\d:\d\d/);
    await expectAccessible(page);
    await page.goto('/protect/account');
    await expect.poll(() => banner.count()).toBe(1);
    await until(true, '140907');
    await signInAtDesk(page, 'Phalla');
    await expect.poll(() => banner.count()).toBe(0);
  });
});
