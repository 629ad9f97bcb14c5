import { messagesOf, textsOf } from '@samleng/messages';
import {
  categories,
  type Category,
  categoryKeys,
  type OfficeKind,
  type Right,
  rightOf,
  type Topic,
  topicsOf,
} from '@samleng/vocabulary';
import type { ApiRequest } from '../../request.ts';
import { CategoryName } from './office.entity.ts';

export type CategoryEntry = {
  readonly key: Category;
  readonly nameKm: string;
  readonly nameEn: string;
  readonly articles: readonly Right[];
  readonly isSensitive: boolean;
  readonly topics: readonly Topic[];
  readonly firstOffice: OfficeKind;
};

const words = { km: messagesOf('km'), en: messagesOf('en') };

/** The categories in their order, in the administrator's words where there are any, else in the product's. */
export async function categoryEntries({ em }: ApiRequest): Promise<CategoryEntry[]> {
  const named = new Map((await em.find(CategoryName, {})).map((name) => [name.category, name]));
  return categoryKeys.map((key) => ({
    key,
    nameKm: named.get(key)?.nameKm ?? usualName(key, 'km'),
    nameEn: named.get(key)?.nameEn ?? usualName(key, 'en'),
    articles: rightsOf(key),
    isSensitive: categories[key].isSensitive,
    topics: topicsOf(key),
    firstOffice: categories[key].firstOffice,
  }));
}

/** The rights of the Convention a category touches. */
export function rightsOf(category: Category): Right[] {
  return categories[category].articles.map(rightOf).filter((right) => right !== undefined);
}

function usualName(category: Category, language: 'km' | 'en'): string {
  const message = words[language].get(`category.${category}`);
  return (message && textsOf(message)[0]) ?? category;
}
