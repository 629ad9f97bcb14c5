import { redirect } from '@sveltejs/kit';
import { nothingSaid, parseAboutMe, readAboutMe, saysSomething, writeAboutMe } from '#lib/forms/about-me.ts';
import { deleteCookie, readCookie, setCookie } from '#lib/server/cookies.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
  about: parseAboutMe(readCookie(event, 'about')),
  isSaved: event.url.searchParams.has('saved'),
});

export const actions: Actions = {
  remember: async (event) => {
    const form = await event.request.formData();
    const about = { ...readAboutMe((name) => form.get(name)), inSchool: nothingSaid.inSchool };
    if (saysSomething(about)) setCookie(event, 'about', writeAboutMe(about));
    else deleteCookie(event, 'about');
    redirect(303, '/about-me?saved');
  },

  forget: (event) => {
    deleteCookie(event, 'about');
    redirect(303, '/about-me');
  },
};
