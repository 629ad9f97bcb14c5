import type { RequestEvent } from '@sveltejs/kit';
import { communeCodeOf, placeCodeOf } from '#lib/forms/read.ts';
import { readCookie } from './cookies.ts';
import type { ChildPageQuery } from './generated/graphql.ts';

export type BannerEmergency = NonNullable<ChildPageQuery['emergencies']>[number];

/** What was last heard for a place, for pages that must come at once and so ask nobody. */
const heard = new Map<string, readonly BannerEmergency[]>();
const placesMost = 2_000;

/** The place a child's page is about: that of its address, else the commune the phone looked at last. */
export function placeOfPage(event: Pick<RequestEvent, 'cookies' | 'params' | 'url'>): string | null {
  const asked = event.url.searchParams;
  return (
    placeCodeOf(event.params['code'] ?? null) ??
    placeCodeOf(asked.get('commune')) ??
    placeCodeOf(asked.get('place')) ??
    communeCodeOf(readCookie(event, 'commune'))
  );
}

export function keepHeard(placeCode: string, emergencies: readonly BannerEmergency[]): void {
  heard.delete(placeCode);
  if (heard.size >= placesMost) heard.delete(heard.keys().next().value ?? '');
  heard.set(placeCode, emergencies);
}

/** What was last heard of a place, without what is over by now. */
export function lastHeard(placeCode: string | null, now: number): readonly BannerEmergency[] {
  const emergencies = placeCode === null ? [] : (heard.get(placeCode) ?? []);
  return emergencies.filter(({ endsAt }) => now < Date.parse(endsAt));
}
