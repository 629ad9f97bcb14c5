import { error, fail, redirect } from '@sveltejs/kit';
import type { ProblemCode } from '@samleng/vocabulary';
import { textOf } from '#lib/forms/read.ts';
import { ask, attempt } from '#lib/server/api.ts';
import { mayOnly } from '#lib/server/guard.ts';
import { ImportMembers, ImportSessions, OneClub } from '#lib/server/operations/clubs.ts';
import type { ShownProblem } from '#lib/forms/refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const bytesMost = 45_000;

export const load: PageServerLoad = async (event) => {
  mayOnly(event, 'moderate');
  const { club } = await ask(event, OneClub, { id: event.params.id });
  if (!club?.viewerCan.keep) error(404, 'refused');
  const what =
    event.url.searchParams.get('what') === 'sessions' ? ('sessions' as const) : ('members' as const);
  return { club, what, importId: crypto.randomUUID() };
};

interface Line {
  readonly number: number;
  readonly cells: readonly string[];
  readonly problems: readonly { readonly code: ProblemCode }[];
}

async function send(event: RequestEvent, form: FormData, file: string, isPreview: boolean) {
  const input = { clubId: event.params.id, file, importId: textOf(form, 'importId', 36), isPreview };
  if (event.url.searchParams.get('what') === 'sessions') {
    const outcome = await attempt(event, ImportSessions, { input });
    return outcome.ok ? outcome.data.importSessions : null;
  }
  const outcome = await attempt(event, ImportMembers, { input });
  return outcome.ok ? outcome.data.importMembers : null;
}

function shown(problems: readonly ShownProblem[], lines: readonly Line[] = [], file = '', importId = '') {
  return { problems, kept: {}, isAway: false, lines, file, importId };
}

export const actions: Actions = {
  look: async (event) => {
    const form = await event.request.formData();
    const upload = form.get('file');
    if (!(upload instanceof File) || upload.size === 0)
      return fail(400, shown([{ code: 'REQUIRED', field: 'file' }]));
    if (upload.size > bytesMost) return fail(400, shown([{ code: 'FILE_TOO_LARGE', field: 'file' }]));
    const file = Buffer.from(await upload.arrayBuffer()).toString('base64');
    const payload = await send(event, form, file, true);
    if (payload === null) return fail(503, { ...shown([]), isAway: true });
    if (payload.problems.length > 0) return fail(400, shown(payload.problems));
    return shown([], payload.lines, file, textOf(form, 'importId', 36));
  },

  take: async (event) => {
    const form = await event.request.formData();
    const file = textOf(form, 'content', 64_000);
    const payload = await send(event, form, file, false);
    if (payload === null) return fail(503, { ...shown([]), isAway: true });
    if (payload.problems.length > 0)
      return fail(400, shown(payload.problems, payload.lines, file, textOf(form, 'importId', 36)));
    redirect(303, `/facilitate/clubs/${event.params.id}?done=imported`);
  },
};
