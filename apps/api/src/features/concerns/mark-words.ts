import { isId, newId } from '@samleng/kernel';
import { findHarm } from '@samleng/text';
import type { ApiRequest } from '../../request.ts';
import { WordMark } from './word-mark.entity.ts';

/**
 * Deeds whose texts are not looked at here: those of a concern and its moderation have their own marks, the others
 * bring secrets, codes and names. A ballot leaves no trace beside itself.
 */
const otherwise = new Set([
  'raiseConcern',
  'returnConcern',
  'publishIssue',
  'editIssue',
  'signIn',
  'confirmSignIn',
  'reauthenticate',
  'acceptInvitation',
  'registerPasskey',
  'castBallot',
]);

/** What a deed gives back, as far as it matters here. */
type Payload = Record<string, unknown> & { readonly problems?: readonly unknown[] };

/**
 * Whatever was typed in a deed that is done passes the check for signs of harm. The first field of each level is marked
 * for the moderators of the place. The check only raises: what it finds changes nothing else.
 */
export async function markWords(
  request: ApiRequest,
  deed: string,
  input: unknown,
  payload: unknown,
): Promise<void> {
  const done = payload as Payload | null;
  if (otherwise.has(deed) || done === null || typeof done !== 'object') return;
  if ((done.problems ?? []).length > 0) return;
  const found = textsIn(input)
    .map(({ field, text }) => ({ field, level: findHarm(text).level }))
    .filter(({ level }) => level !== 'NONE');
  const worst = found.find(({ level }) => level === 'URGENT') ?? found[0];
  if (worst === undefined || worst.level === 'NONE') return;
  const now = request.clock.now();
  const subject = subjectOf(done);
  await request.em.fork().insert(WordMark, {
    id: newId(now.getTime()),
    deed,
    field: worst.field.slice(0, 120),
    subjectId: subject.id ?? idIn(input),
    placeCode: placeIn(subject.thing) ?? placeIn(input) ?? placeOfViewer(request),
    level: worst.level,
    markedAt: now,
  });
}

/** Every text of an input, with the way to it; ids and codes speak of nothing. */
function textsIn(input: unknown, way: readonly string[] = []): { field: string; text: string }[] {
  if (typeof input === 'string') return input.length < 4 ? [] : [{ field: way.join('.'), text: input }];
  if (Array.isArray(input)) return input.flatMap((one) => textsIn(one, way));
  if (typeof input !== 'object' || input === null || input instanceof Date) return [];
  return Object.entries(input).flatMap(([name, value]) =>
    /(^id|Id|Ids|Key|Code|Codes|receipt|language)$/.test(name) ? [] : textsIn(value, [...way, name]),
  );
}

function subjectOf(payload: Payload): { thing: unknown; id: string | null } {
  for (const [name, thing] of Object.entries(payload)) {
    if (name === 'problems' || typeof thing !== 'object' || thing === null) continue;
    const { id } = thing as { id?: unknown };
    if (typeof id === 'string' && isId(id)) return { thing, id };
  }
  return { thing: null, id: null };
}

function idIn(input: unknown): string | null {
  const ids = Object.entries((input ?? {}) as object).filter(([name]) => /Id$/.test(name));
  const [, id] = ids[0] ?? [];
  return typeof id === 'string' && isId(id) ? id : null;
}

function placeIn(thing: unknown): string | null {
  const { communeCode, placeCode } = (thing ?? {}) as { communeCode?: unknown; placeCode?: unknown };
  const code = communeCode ?? placeCode;
  return typeof code === 'string' && /^\d{2,8}$/.test(code) ? code : null;
}

function placeOfViewer({ viewer }: ApiRequest): string {
  return viewer.grants.find(({ placeCode }) => placeCode)?.placeCode ?? '';
}
