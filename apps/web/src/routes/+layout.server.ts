import { SAMLENG_MODE } from '$app/env/private';
import { languageName, nextLanguage } from '#lib/language.ts';
import { turnOf } from '#lib/server/tablet.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ cookies, locals, request, url }) => {
  const other = nextLanguage(locals.language);
  const switchLanguage = new URLSearchParams(url.searchParams);
  // The address of a form action (`?/send`) is no page to come back to.
  for (const key of [...switchLanguage.keys()]) if (key.startsWith('/')) switchLanguage.delete(key);
  const switchPictures = new URLSearchParams(switchLanguage);
  switchPictures.set('pictures', locals.withPictures ? 'no' : 'yes');
  switchLanguage.set('language', other);
  return {
    isDemo: SAMLENG_MODE === 'demo',
    nonce: locals.nonce,
    language: locals.language,
    otherLanguage: { code: other, name: languageName(other) },
    languageSwitch: `${url.pathname}?${switchLanguage.toString()}`,
    withPictures: locals.withPictures,
    picturesSwitch: `${url.pathname}?${switchPictures.toString()}`,
    savesData: request.headers.get('save-data') === 'on',
    isTablet: turnOf({ cookies, url }) !== undefined,
    viewerName: locals.viewer?.account.name ?? null,
  };
};
