import { ALIKE, bands, jaccard, SAME, shingles, sketchOf } from '@samleng/text';
import type { Category } from '@samleng/vocabulary';
import type { ApiRequest } from '../../request.ts';
import { textsOf } from './bands-of.ts';
import type { Issue } from './issue.entity.ts';
import { issuesById } from './issue.queries.ts';

export type SimilarIssue = { readonly issue: Issue; readonly similarity: number; readonly isSame: boolean };

/** Issues compared exactly: found by bands anywhere, and the newest of the commune whatever their bands. */
const mostFound = 150;
const mostOfCommune = 100;

/**
 * Issues that may say what a text says, in Khmer or English: those of its commune and category first, the most alike
 * first among them. A human always decides.
 *
 * Sketches find the candidates (`bands`); for the commune the newest are compared in any case, since sketches miss most
 * of what is only a quarter alike. Then each is compared exactly.
 */
export async function similarIssues(
  request: ApiRequest,
  wanted: { text: string; communeCode: string | null; category?: Category | null; except?: string | null },
  first: number,
): Promise<SimilarIssue[]> {
  const asked = shingles(wanted.text);
  if (asked.length === 0) return [];
  const communeCode = /^\d{6}$/.test(wanted.communeCode ?? '') ? (wanted.communeCode ?? '') : '';
  const candidates = await request.em.execute<Candidate[]>(
    `select id, category, commune_code, title_km, title_en, words_km, words_en from issues where id in (
       (select id from issues where bands && ?::int[] and merged_into_id is null
         order by (commune_code = ?) desc, (category = ?) desc, id desc limit ${mostFound})
       union
       (select id from issues where commune_code = ? and merged_into_id is null
         order by published_at desc limit ${mostOfCommune}))`,
    [`{${bands(sketchOf(asked)).join(',')}}`, communeCode, wanted.category ?? '', communeCode],
  );
  const alike = candidates.flatMap((candidate) => {
    const similarity = similarityTo(asked, candidate);
    if (similarity < ALIKE || candidate.id === wanted.except) return [];
    const isSame = similarity >= SAME;
    const near =
      (candidate.commune_code === communeCode ? 4 : 0) +
      (isSame ? 2 : 0) +
      (candidate.category === wanted.category ? 1 : 0);
    return [{ id: candidate.id, similarity, isSame, near }];
  });
  const best = alike
    .toSorted((one, other) => other.near - one.near || other.similarity - one.similarity)
    .slice(0, first);
  const issues = await issuesById(
    request,
    best.map(({ id }) => id),
  );
  return best.flatMap(({ id, similarity, isSame }) => {
    const issue = issues.get(id);
    return issue === undefined ? [] : [{ issue, similarity, isSame }];
  });
}

type Candidate = {
  id: string;
  category: Category;
  commune_code: string;
  title_km: string | null;
  title_en: string | null;
  words_km: string | null;
  words_en: string | null;
};

function similarityTo(asked: Int32Array, candidate: Candidate): number {
  const texts = textsOf({
    titleKm: candidate.title_km,
    titleEn: candidate.title_en,
    wordsKm: candidate.words_km,
    wordsEn: candidate.words_en,
  });
  return Math.max(0, ...texts.map((text) => jaccard(asked, shingles(text))));
}
