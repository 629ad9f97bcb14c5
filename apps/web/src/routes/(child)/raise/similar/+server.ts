import { communeCodeOf } from '#lib/forms/read.ts';
import { askIfThere } from '#lib/server/api.ts';
import { SimilarIssues } from '#lib/server/operations/concerns.ts';
import { figure } from '#lib/words/figures.ts';
import { inReadersLanguage, m } from '#lib/words/words.ts';
import type { RequestHandler } from './$types';

/** What children of the commune have said already, while another child writes. A POST: words stand in no log. */
export const POST: RequestHandler = async (event) => {
  const body: unknown = await event.request.json().catch(() => null);
  const { text, commune } = (typeof body === 'object' && body !== null ? body : {}) as Record<
    string,
    unknown
  >;
  const communeCode = communeCodeOf(commune);
  if (typeof text !== 'string' || !communeCode) return Response.json([]);
  const answer = await askIfThere(event, SimilarIssues, { text: text.slice(0, 4_000), communeCode });
  return Response.json(
    (answer?.similarIssues ?? []).map(({ issue }) => ({
      id: issue.id,
      ...inReadersLanguage(issue.titleKm, issue.titleEn),
      supporters: m['issues.supporters']({ count: issue.supportCount, shown: figure(issue.supportCount) }),
    })),
  );
};
