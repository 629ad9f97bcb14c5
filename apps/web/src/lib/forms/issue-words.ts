import {
  type Category,
  categoryKeys,
  type OfficeKind,
  officeKindKeys,
  type Topic,
  topicKeys,
} from '@samleng/vocabulary';
import { memberOf, textOf } from './read.ts';

/** The words of an issue, and what it is about, as the editor of a moderator holds them. */
export interface IssueDraft {
  readonly titleKm: string;
  readonly wordsKm: string;
  readonly titleEn: string;
  readonly wordsEn: string;
  readonly category: Category | null;
  readonly topic: Topic | null;
  readonly villageCode: string;
  readonly aboutOfficeKind: OfficeKind | null;
  /** Marked texts that may stay. */
  readonly justified: readonly string[];
}

export const wordFields = ['titleKm', 'wordsKm', 'titleEn', 'wordsEn'] as const;

/** Reads the editor (IssueEditor.svelte). */
export function readDraft(form: FormData): IssueDraft {
  return {
    titleKm: textOf(form, 'titleKm', 1_000),
    wordsKm: textOf(form, 'wordsKm', 20_000),
    titleEn: textOf(form, 'titleEn', 1_000),
    wordsEn: textOf(form, 'wordsEn', 20_000),
    category: memberOf<Category>(categoryKeys, form.get('category')),
    topic: memberOf<Topic>(topicKeys, form.get('topic')),
    villageCode: textOf(form, 'villageCode', 8),
    aboutOfficeKind: memberOf<OfficeKind>(officeKindKeys, form.get('aboutOfficeKind')),
    justified: form
      .getAll('justified')
      .filter((text) => typeof text === 'string')
      .slice(0, 50),
  };
}

/** What the service takes: an empty field is none. */
export function wordsOf(draft: IssueDraft) {
  const given = (text: string): string | null => (text.trim() === '' ? null : text);
  return {
    titleKm: given(draft.titleKm),
    wordsKm: given(draft.wordsKm),
    titleEn: given(draft.titleEn),
    wordsEn: given(draft.wordsEn),
  };
}
