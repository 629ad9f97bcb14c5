import { refused, type Result } from '@samleng/kernel';
import { routeIssue, type RoutingStep } from '@samleng/routing';
import { type Category, type OfficeKind, type Problem, type Topic, topicsOf } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import type { ApiRequest } from '../../request.ts';
import { isPlace } from './is-place.ts';
import { mayAdministerOffices } from './office.policy.ts';
import { routingTableFor } from './routing.queries.ts';

export type TriedRoute = {
  readonly officeId: string | null;
  readonly steps: readonly RoutingStep[];
  readonly problems: readonly Problem[];
};

/** An administrator asks where an issue would go, before there is one. Nothing is written. */
export async function tryRoute(
  request: ApiRequest,
  input: {
    category: Category;
    topic?: Topic | null;
    placeCode: string;
    aboutOfficeKind?: OfficeKind | null;
  },
): Promise<TriedRoute> {
  const checked = await check(request, input);
  if (!checked.ok) return { officeId: null, steps: [], problems: checked.problem };
  const { category, topic, placeCode, aboutOfficeKind } = input;
  const route = routeIssue(
    { category, topic: topic ?? null, placeCode, aboutOfficeKind: aboutOfficeKind ?? null },
    await routingTableFor(request, placeCode),
  );
  if (!route.ok) return { officeId: null, steps: [], problems: [problem('NO_OFFICE')] };
  return { ...route.value, problems: [] };
}

async function check(
  request: ApiRequest,
  input: { category: Category; topic?: Topic | null; placeCode: string },
): Promise<Result<null, readonly Problem[]>> {
  const { category, topic, placeCode } = input;
  if (!mayAdministerOffices(request.viewer)) return refused([problem('NOT_FOUND')]);
  if (topic && !topicsOf(category).includes(topic))
    return refused([problem('TOPIC_OF_ANOTHER_CATEGORY', 'topic')]);
  if (placeCode !== '' && !(await isPlace(request.em, placeCode)))
    return refused([problem('PLACE_NOT_FOUND', 'placeCode')]);
  return { ok: true, value: null };
}
