import {
  ALIKE,
  bands,
  jaccard,
  meaningKeys,
  type Meaning,
  meaningOf,
  RELATED,
  relatedness,
  SAME,
  shingles,
  sketchOf,
} from '@samleng/text';
import type { Category } from '@samleng/vocabulary';
import type { ApiRequest } from '../../request.ts';
import { textsOf, wholeTextOf } from './bands-of.ts';
import type { Issue } from './issue.entity.ts';
import { issuesById } from './issue.queries.ts';

export type SimilarIssue = { readonly issue: Issue; readonly similarity: number; readonly isSame: boolean };

/** Issues compared exactly: found by bands anywhere, and of the commune the newest and those of the same matter. */
const mostFound = 150;
const mostOfCommune = 100;
const mostOfMatter = 100;

/**
 * Issues that may say what a text says, in Khmer or English: those of its commune and category first, the most alike
 * first among them. A human always decides.
 *
 * Sketches find the candidates that use the same words (`bands`), meanings those of the commune about the same matter
 * in other words or in the other language (`meaningKeys`); the newest of the commune are compared in any case, since
 * sketches miss most of what is only a quarter alike. Then each is compared exactly, by words and by meaning. Only words
 * make an issue "the same".
 */
export async function similarIssues(
  request: ApiRequest,
  wanted: { text: string; communeCode: string | null; category?: Category | null; except?: string | null },
  first: number,
): Promise<SimilarIssue[]> {
  const asked = { shingles: shingles(wanted.text), meaning: meaningOf(wanted.text) };
  if (asked.shingles.length === 0) return [];
  const communeCode = /^\d{6}$/.test(wanted.communeCode ?? '') ? (wanted.communeCode ?? '') : '';
  const candidates = await request.em.execute<Candidate[]>(
    `select id, category, commune_code, title_km, title_en, words_km, words_en from issues where id in (
       (select id from issues where bands && ?::int[] and merged_into_id is null
         order by (commune_code = ?) desc, (category = ?) desc, id desc limit ${mostFound})
       union
       (select id from issues where commune_code = ? and merged_into_id is null
         order by published_at desc limit ${mostOfCommune})
       union
       (select id from issues where commune_code = ? and bands && ?::int[] and merged_into_id is null
         order by published_at desc limit ${mostOfMatter}))`,
    [
      arrayOf(bands(sketchOf(asked.shingles))),
      communeCode,
      wanted.category ?? '',
      communeCode,
      communeCode,
      arrayOf(meaningKeys(asked.meaning)),
    ],
  );
  const alike = candidates.flatMap((candidate) => {
    const { byWords, byMeaning } = likenessTo(asked, candidate);
    if ((byWords < ALIKE && byMeaning < RELATED) || candidate.id === wanted.except) return [];
    const isSame = byWords >= SAME;
    const similarity = Math.max(byWords, byMeaning);
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

function likenessTo(
  asked: { readonly shingles: Int32Array; readonly meaning: Meaning },
  candidate: Candidate,
): { byWords: number; byMeaning: number } {
  const words = {
    titleKm: candidate.title_km,
    titleEn: candidate.title_en,
    wordsKm: candidate.words_km,
    wordsEn: candidate.words_en,
  };
  return {
    byWords: Math.max(0, ...textsOf(words).map((text) => jaccard(asked.shingles, shingles(text)))),
    byMeaning: relatedness(asked.meaning, meaningOf(wholeTextOf(words))),
  };
}

function arrayOf(numbers: readonly number[]): string {
  return `{${numbers.join(',')}}`;
}
