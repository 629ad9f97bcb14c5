import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { payloadOf } from '../../graph/payload.ts';
import type { ApiRequest } from '../../request.ts';
import type { WordMark } from './word-mark.entity.ts';
import { SeeWordsInput, SeeWordsPayload, WordMarkNode } from './word-mark.type.ts';
import { seeWords, wordsToLookAt } from './word-marks.ts';

@Resolver(() => WordMarkNode)
export class WordMarkResolver {
  @Query(() => [WordMarkNode], {
    description:
      'Words of meetings, answers, notes and the like that may speak of harm, in the places the viewer moderates.',
  })
  wordsToLookAt(@Ctx() request: ApiRequest): Promise<WordMark[]> {
    return wordsToLookAt(request);
  }

  @FieldResolver(() => Boolean, { description: 'Whether they may speak of danger.' })
  isUrgent(@Root() mark: WordMark): boolean {
    return mark.level === 'URGENT';
  }

  @Mutation(() => SeeWordsPayload, {
    description: 'A moderator has looked at marked words where they stand.',
  })
  async seeWords(
    @Ctx() request: ApiRequest,
    @Arg('input', () => SeeWordsInput, { description: 'Which.' }) input: SeeWordsInput,
  ): Promise<SeeWordsPayload> {
    return payloadOf(await seeWords(request, input), () => ({}), {});
  }
}
