import { redirect } from '@sveltejs/kit';
import { memberOf, textOf } from '#lib/forms/read.ts';
import { ask } from '#lib/server/api.ts';
import { deed, refused } from '#lib/server/deed.ts';
import { AddHoliday, HolidaysOfYear, RemoveHoliday } from '#lib/server/operations/calendar-and-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const asked = event.url.searchParams;
  const thisYear = new Date().getUTCFullYear();
  const year = /^20\d\d$/.test(asked.get('year') ?? '') ? Number(asked.get('year')) : thisYear;
  const { holidays } = await ask(event, HolidaysOfYear, { year });
  return {
    year,
    years: [thisYear - 1, thisYear, thisYear + 1, thisYear + 2],
    holidays,
    done: memberOf(['holidayAdded', 'holidayRemoved'] as const, asked.get('done')),
  };
};

export const actions: Actions = {
  add: async (event) => {
    const form = await event.request.formData();
    const day = textOf(form, 'day', 10);
    if (!/^\d{4}-\d\d-\d\d$/.test(day)) return refused(form, [{ code: 'NOT_A_DATE', field: 'day' }]);
    const input = { day, nameKm: textOf(form, 'nameKm', 1_000), nameEn: textOf(form, 'nameEn', 1_000) };
    const done = await deed(event, form, AddHoliday, { input }, (data) => data.addHoliday.problems);
    if (done.refusal) return done.refusal;
    redirect(303, `/admin/holidays?year=${day.slice(0, 4)}&done=holidayAdded`);
  },

  remove: async (event) => {
    const form = await event.request.formData();
    const day = textOf(form, 'day', 10);
    if (!/^\d{4}-\d\d-\d\d$/.test(day)) return refused(form, [{ code: 'NOT_A_DATE' }]);
    const done = await deed(event, form, RemoveHoliday, { day }, (data) => data.removeHoliday.problems);
    if (done.refusal) return done.refusal;
    redirect(303, `/admin/holidays?year=${day.slice(0, 4)}&done=holidayRemoved`);
  },
};
