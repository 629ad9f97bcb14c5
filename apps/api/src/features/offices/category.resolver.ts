import type { Problem } from '@samleng/vocabulary';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { payloadOf } from '../../graph/payload.ts';
import type { ApiRequest } from '../../request.ts';
import { categoryEntries, type CategoryEntry } from './category.queries.ts';
import { CategoryEntryNode, NameCategoryInput, NameCategoryPayload } from './category.type.ts';
import { nameCategory } from './name-category.ts';

@Resolver(() => CategoryEntryNode)
export class CategoryResolver {
  @Query(() => [CategoryEntryNode], { description: 'What a concern can be about, in the order of the form.' })
  categories(@Ctx() request: ApiRequest): Promise<CategoryEntry[]> {
    return categoryEntries(request);
  }

  @Mutation(() => NameCategoryPayload, { description: 'An administrator gives a category other words.' })
  async nameCategory(
    @Ctx() request: ApiRequest,
    @Arg('input', () => NameCategoryInput, { description: 'The words.' }) input: NameCategoryInput,
  ): Promise<{ category: CategoryEntry | null; problems: readonly Problem[] }> {
    return payloadOf(await nameCategory(request, input), (category) => ({ category }), { category: null });
  }
}
