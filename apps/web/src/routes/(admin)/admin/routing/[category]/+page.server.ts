import { error, redirect } from '@sveltejs/kit';
import {
  type Category,
  categoryKeys,
  type Level,
  levels,
  type OfficeKind,
  officeKindKeys,
  type Topic,
  topicsOf,
} from '@samleng/vocabulary';
import { memberOf, textOf } from '#lib/forms/read.ts';
import { ask } from '#lib/server/api.ts';
import { deed, refused } from '#lib/server/deed.ts';
import { RemoveRoutingRule, RoutingRules, SetRoutingRule } from '#lib/server/operations/routing.ts';
import { allOf } from '#lib/server/pages-of.ts';
import { readPlace } from '#lib/server/read-place.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const category = categoryOf(event.params.category);
  const { nodes } = await allOf(
    async (after) => (await ask(event, RoutingRules, { category, after })).routingRules,
  );
  return {
    category,
    // Asked without a category the service gives every line; here only those for no category in particular.
    rules: nodes.filter((rule) => (rule.category ?? null) === category),
    done: memberOf(['ruleSet', 'ruleRemoved'] as const, event.url.searchParams.get('done')),
  };
};

export const actions: Actions = {
  set: async (event) => {
    const form = await event.request.formData();
    const category = categoryOf(event.params.category);
    const level = memberOf<Level>(levels, form.get('level'));
    const officeKind = memberOf<OfficeKind>(officeKindKeys, form.get('officeKind'));
    if (!level) return refused(form, [{ code: 'REQUIRED', field: 'level' }]);
    if (!officeKind) return refused(form, [{ code: 'REQUIRED', field: 'officeKind' }]);
    const place = await readPlace(event, form, 'placeCode');
    if (!place.ok) return refused(form, place.problems, place);
    const topic = category ? memberOf<Topic>(topicsOf(category), form.get('topic')) : null;
    const input = { category, topic, level, placeCode: place.code, officeKind };
    const done = await deed(event, form, SetRoutingRule, { input }, (data) => data.setRoutingRule.problems);
    if (done.refusal) return done.refusal;
    redirect(303, `/admin/routing/${event.params.category}?done=ruleSet`);
  },

  remove: async (event) => {
    const form = await event.request.formData();
    const variables = { ruleId: textOf(form, 'rule', 40) };
    const done = await deed(
      event,
      form,
      RemoveRoutingRule,
      variables,
      (data) => data.removeRoutingRule.problems,
    );
    if (done.refusal) return done.refusal;
    redirect(303, `/admin/routing/${event.params.category}?done=ruleRemoved`);
  },
};

/** The category of the address; `any` stands for none in particular. */
function categoryOf(text: string): Category | null {
  if (text === 'any') return null;
  return memberOf<Category>(categoryKeys, text) ?? error(404, 'refused');
}
