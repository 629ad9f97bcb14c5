import { error, fail, redirect } from '@sveltejs/kit';
import { toLatinDigits } from '@samleng/text';
import type { ProblemCode } from '@samleng/vocabulary';
import { textOf } from '#lib/forms/read.ts';
import { keep, type ShownProblem } from '#lib/forms/refusal.ts';
import { ask, attempt } from '#lib/server/api.ts';
import { BudgetOfCommune, ImportBudget } from '#lib/server/operations/budgets.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const bytesMost = 45_000;

export const load: PageServerLoad = async (event) => {
  const communeCode = event.params.commune;
  if (!/^\d{6}$/.test(communeCode)) error(404, 'refused');
  const { communeBudget } = await ask(event, BudgetOfCommune, { communeCode });
  if (!communeBudget?.viewerCan.import) error(404, 'refused');
  return { place: communeBudget.place, importId: crypto.randomUUID() };
};

interface Line {
  readonly number: number;
  readonly cells: readonly string[];
  readonly problems: readonly { readonly code: ProblemCode }[];
}

async function send(event: RequestEvent, form: FormData, file: string, isPreview: boolean) {
  const whole = (name: string) => {
    const digits = toLatinDigits(textOf(form, name, 12)).replace(/[\s.,]/g, '');
    return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
  };
  const input = {
    communeCode: event.params.commune,
    year: whole('year') ?? 0,
    source: textOf(form, 'source', 400),
    // What is no number is told as such, not taken for nothing.
    children: textOf(form, 'children', 12) === '' ? null : (whole('children') ?? 0),
    file,
    importId: textOf(form, 'importId', 36),
    isPreview,
  };
  const outcome = await attempt(event, ImportBudget, { input });
  return outcome.ok ? outcome.data.importBudget : null;
}

function shown(form: FormData, problems: readonly ShownProblem[], lines: readonly Line[] = [], file = '') {
  const { content: _, ...kept } = keep(form);
  return { problems, kept, isAway: false, lines, file };
}

export const actions: Actions = {
  look: async (event) => {
    const form = await event.request.formData();
    const upload = form.get('file');
    if (!(upload instanceof File) || upload.size === 0)
      return fail(400, shown(form, [{ code: 'REQUIRED', field: 'file' }]));
    if (upload.size > bytesMost) return fail(400, shown(form, [{ code: 'FILE_TOO_LARGE', field: 'file' }]));
    const file = Buffer.from(await upload.arrayBuffer()).toString('base64');
    const payload = await send(event, form, file, true);
    if (payload === null) return fail(503, { ...shown(form, []), isAway: true });
    if (payload.problems.length > 0) return fail(400, shown(form, payload.problems));
    return shown(form, [], payload.lines, file);
  },

  take: async (event) => {
    const form = await event.request.formData();
    const file = textOf(form, 'content', 64_000);
    const payload = await send(event, form, file, false);
    if (payload === null) return fail(503, { ...shown(form, []), isAway: true });
    if (payload.problems.length > 0) return fail(400, shown(form, payload.problems, payload.lines, file));
    redirect(303, `/budget/${event.params.commune}?done=imported`);
  },
};
