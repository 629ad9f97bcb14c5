import { createHash, randomUUID } from 'node:crypto';
import { unzipSync } from 'fflate';
import { beforeAll, expect, it } from 'vitest';
import { addDays, dayInCambodia, workingDaysBetween } from '@samleng/routing';
import { canonicalJson } from '@samleng/server';
import { categories } from '@samleng/vocabulary';
import { deedOf } from './a-club.ts';
import { aStaffMember } from './a-staff-member.ts';
import { auditOf, countRows } from './count-rows.ts';
import type { Caller, World } from './world.ts';
import { Answer, Assignment } from '../features/assignments/index.ts';
import { Issue, Support } from '../features/issues/index.ts';
import { Holiday } from '../features/offices/index.ts';
import { PlanItem } from '../features/plans/index.ts';
import type { FrozenFigures } from '../features/insight/freeze-figures.ts';
import { RightsReport } from '../features/insight/report.entity.ts';
import { csvCell } from '../features/insight/write-report.ts';

/**
 * That the figures of rights are those of the raw rows, in a world that somebody else has seeded with the demo: seeding
 * takes longest, so it is done once for all that need it. It changes the world, so it comes last.
 */
export function testRightsOf(seeded: () => World): void {
  type Staff = Caller & { readonly accountId: string };
  let world: World;
  let analyst: Staff, facilitator: Staff, chief: Staff;
  let today: string;
  const reportId = randomUUID();

  beforeAll(async () => {
    world = seeded();
    today = dayInCambodia(world.clock.now());
    analyst = await aStaffMember(world, 'an analyst', [{ role: 'ANALYST', placeCode: '14' }]);
    facilitator = await aStaffMember(world, 'a facilitator', [{ role: 'FACILITATOR', placeCode: '140907' }]);
    const [office] = await world
      .em()
      .execute<{ id: string }[]>("select id from offices where kind = 'SCHOOL' limit 1");
    chief = await aStaffMember(world, 'an official', [{ role: 'OFFICIAL', officeId: office!.id }]);
  });

  const wish = (given: object = {}) => ({
    id: reportId,
    kind: 'ALTERNATIVE_REPORT',
    placeCode: '14',
    from: addDays(today, -365),
    to: today,
    ...given,
  });
  const build = (input: object, as: Caller) =>
    deedOf<{ report: { id: string; hash: string } | null }>(
      world,
      'buildRightsReport',
      input,
      as,
      'report { id hash }',
    );

  it('figures are those of the raw rows, worked out again in plain words', async () => {
    const { report, refusals } = await build(wish(), analyst);
    expect(refusals).toEqual([]);
    const { figures, hash } = await world.em().findOneOrFail(RightsReport, { id: reportId });
    expect(report!.hash).toBe(hash);
    expect(
      createHash('sha256')
        .update(canonicalJson(figures as never))
        .digest('hex'),
    ).toBe(hash);

    const em = world.em();
    const from = new Date(`${addDays(today, -365)}T00:00:00+07:00`);
    const issues = (await em.find(Issue, { mergedIntoId: null })).filter(
      ({ communeCode, publishedAt }) => communeCode.startsWith('14') && publishedAt >= from,
    );
    const turns = await em.find(Assignment, {});
    const answers = (await em.find(Answer, {})).filter(({ decision }) => decision !== 'PASSED_ON');
    const holidays = new Set((await em.find(Holiday, {})).map(({ day }) => day));
    const first = (days: Date[]) => days.sort((one, other) => one.getTime() - other.getTime())[0];
    const facts = issues.map((issue) => {
      const began = first(turns.filter((turn) => turn.issueId === issue.id).map((turn) => turn.assignedAt));
      const answered = first(
        answers.filter((answer) => answer.issueId === issue.id).map((one) => one.answeredAt),
      );
      return {
        issue,
        isDone: issue.state === 'DONE' || issue.state === 'CONFIRMED',
        days: answered
          ? workingDaysBetween(dayInCambodia(began ?? issue.publishedAt), dayInCambodia(answered), holidays)
          : null,
      };
    });
    const figuresAgain = (some: typeof facts) => {
      const took = some
        .flatMap(({ days }) => (days === null ? [] : [days]))
        .sort((one, other) => one - other);
      return {
        issues: some.length,
        answered: took.length,
        done: some.filter(({ isDone }) => isDone).length,
        medianWorkingDays: took[Math.ceil(took.length / 2) - 1] ?? null,
      };
    };
    const all = figuresAgain(facts);
    expect(all.issues).toBeGreaterThan(10);
    expect(all.answered).toBeGreaterThan(5);
    const of = (indicator: string) => figures.indicators.find((one) => one.indicator === indicator)!;
    expect(of('ANSWERED_RATE')).toMatchObject({
      value: Math.round((100 * all.answered) / all.issues),
      part: all.answered,
      whole: all.issues,
    });
    expect(of('DONE_RATE')).toMatchObject({ part: all.done, whole: all.issues });
    expect(of('MEDIAN_WORKING_DAYS')).toMatchObject({ value: all.medianWorkingDays, whole: all.answered });
    for (const row of figures.articles)
      expect(row).toEqual({
        article: row.article,
        ...figuresAgain(
          facts.filter(({ issue }) =>
            (categories[issue.category].articles as readonly number[]).includes(row.article),
          ),
        ),
      });
    for (const { placeCode, km, en, ...row } of figures.places)
      expect([km.length > 0, en.length > 0, row]).toEqual([
        true,
        true,
        figuresAgain(facts.filter(({ issue }) => issue.communeCode.startsWith(placeCode))),
      ]);
    const communeOf = new Map((await em.find(Issue, {})).map(({ id, communeCode }) => [id, communeCode]));
    const money = (await em.find(PlanItem, {})).filter(
      ({ issueId, state, createdAt }) =>
        communeOf.get(issueId)!.startsWith('14') && state !== 'REJECTED' && createdAt >= from,
    );
    expect(of('PLAN_MONEY')).toMatchObject({
      value: money.reduce((sum, { costRiel }) => sum + costRiel, 0),
      whole: money.length,
    });

    const supports = await em.find(Support, {});
    const heard = new Map<string, string[]>();
    for (const { issueId, deviceKey, sex } of supports) {
      const commune = communeOf.get(issueId)!;
      if (!commune.startsWith('14')) continue;
      const key = `${commune} ${deviceKey}`;
      heard.set(key, [...(heard.get(key) ?? []), ...(sex ? [sex] : [])]);
    }
    const said = [...heard.values()].map((sexes) => sexes.sort().at(-1));
    expect(of('CHILDREN_HEARD').value).toBe(heard.size);
    for (const { cut, key, count } of of('CHILDREN_HEARD').groups) {
      if (cut !== 'SEX' || count === null) continue;
      const inGroup = said.filter((sex) => (sex === 'GIRL' || sex === 'BOY' ? sex : 'REST') === key);
      expect([key, count]).toEqual([key, inGroup.length]);
      expect(count).toBeGreaterThanOrEqual(10);
    }
  });

  it('what is frozen stays, whatever happens after, and is read by everybody', async () => {
    const { hash } = await world.em().findOneOrFail(RightsReport, { id: reportId });
    await world.em().execute("update issues set state = 'DONE' where commune_code like '14%'");
    expect((await build(wish(), analyst)).report!.hash).toBe(hash);
    const { data, errors } = await world.ask<{
      rightsReport: { hash: string; figures: { indicators: { indicator: string; part: number }[] } };
      rights: { indicators: { indicator: string; part: number }[] };
    }>(
      `query ($id: ID!) { rightsReport(id: $id) { hash figures { indicators { indicator part } } }
       rights(placeCode: "14") { mayBuildReport indicators { indicator part } } }`,
      { id: reportId },
    );
    expect(errors).toEqual([]);
    expect(data.rightsReport.hash).toBe(hash);
    const doneIn = (some: { indicator: string; part: number }[]) =>
      some.find(({ indicator }) => indicator === 'DONE_RATE')!.part;
    expect(doneIn(data.rights.indicators)).toBeGreaterThan(doneIn(data.rightsReport.figures.indicators));
    expect((await auditOf(world, reportId)).map(({ deed }) => deed)).toEqual(['buildReport']);
  });

  it('is given out as PDF, workbook and text, in both languages, where nothing is computed', async () => {
    const file = async (format: string, language: string) => {
      const { data } = await world.ask<{ rightsReportFile: { fileName: string; base64: string } }>(
        `query ($id: ID!, $format: ReportFormat!, $language: ReportLanguage!) {
         rightsReportFile(id: $id, format: $format, language: $language) { fileName mediaType base64 } }`,
        { id: reportId, format, language },
      );
      return Buffer.from(data.rightsReportFile.base64, 'base64');
    };
    const { figures, hash } = await world.em().findOneOrFail(RightsReport, { id: reportId });
    for (const language of ['km', 'en'] as const) {
      expect((await file('PDF', language)).subarray(0, 5).toString()).toBe('%PDF-');
      const csv = (await file('CSV', language)).toString();
      expect(csv).toContain(hash);
      expect(csv).toContain((figures as FrozenFigures).placeNames[language]);
      const parts = unzipSync(await file('XLSX', language));
      const sheets = Object.entries(parts).filter(([name]) => name.includes('sheet'));
      for (const [, bytes] of sheets) expect(Buffer.from(bytes).toString()).not.toMatch(/<f[ >]/);
      expect(Buffer.from(parts['xl/worksheets/sheet1.xml']!).toString()).toContain(hash);
    }
    expect(['=1+1', '-2', '+a', '@x', ' =1', 'a,"b"', 'plain'].map(csvCell)).toEqual([
      "'=1+1",
      "'-2",
      "'+a",
      "'@x",
      "' =1",
      '"a,""b"""',
      'plain',
    ]);
  });

  it('is built by analysts of the place, and by facilitators of a commune', async () => {
    const before = await countRows(world, 'rights_reports');
    const fresh = (given: object) => wish({ id: randomUUID(), ...given });
    const refused: [object, Caller, string][] = [
      [fresh({}), {}, 'NOT_FOUND placeCode'],
      [fresh({}), chief, 'NOT_FOUND placeCode'],
      [fresh({}), facilitator, 'NOT_FOUND placeCode'],
      [fresh({ placeCode: '' }), analyst, 'NOT_FOUND placeCode'],
      [fresh({ placeCode: '17' }), analyst, 'NOT_FOUND placeCode'],
      [fresh({ placeCode: '1499' }), analyst, 'PLACE_NOT_FOUND placeCode'],
      [fresh({ to: addDays(today, 1) }), analyst, 'OUT_OF_RANGE to'],
      [fresh({ kind: 'COMMUNE_QUARTER' }), analyst, 'OUT_OF_RANGE from'],
      [wish({ kind: 'UPR' }), analyst, 'SAME_KEY_OTHER_CONTENT id'],
    ];
    for (const [input, caller, refusal] of refused)
      expect((await build(input, caller)).refusals).toEqual([refusal]);
    expect(await countRows(world, 'rights_reports')).toEqual(before);
    const quarter = fresh({ kind: 'COMMUNE_QUARTER', placeCode: '140907', from: addDays(today, -89) });
    expect((await build(quarter, facilitator)).refusals).toEqual([]);
  });
}
