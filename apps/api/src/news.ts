import type { ApiRequest } from './request.ts';

/** What happened, told by one feature to those to its right. */
export type NewsItem =
  | { readonly type: 'IssuePublished'; readonly issueId: string }
  | { readonly type: 'IssueReopened'; readonly issueId: string }
  | { readonly type: 'IssueMerged'; readonly fromIssueId: string; readonly intoIssueId: string }
  | { readonly type: 'RankingChanged'; readonly communeCode: string };

type Reaction<Type> = (request: ApiRequest, item: Extract<NewsItem, { type: Type }>) => Promise<void>;

/**
 * Reactions run inside the teller's transaction: the deed and all that must follow from it happen together or not
 * at all (docs/decisions/0002). Features are joined in `server.ts`; a teller does not know who listens.
 */
export type News = { tell(request: ApiRequest, item: NewsItem): Promise<void> };

export function createNews(reactions: {
  readonly [Type in NewsItem['type']]?: readonly Reaction<Type>[];
}): News {
  return {
    async tell(request, item) {
      const toldTo: readonly ((request: ApiRequest, item: never) => Promise<void>)[] =
        reactions[item.type] ?? [];
      for (const react of toldTo) await react(request, item as never);
    },
  };
}
