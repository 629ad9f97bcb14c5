import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { type ApiRequest } from '../../request.ts';
import type { PollResult } from './ballot.entity.ts';
import type { PollOption } from './poll.entity.ts';
import { standingOptions } from './poll.queries.ts';
import { sentenceOf, type Step } from './poll-results.ts';
import { ExplanationStepNode, PollOptionNode, PollResultNode } from './poll.type.ts';

@Resolver(() => PollResultNode)
export class PollResultResolver {
  @FieldResolver(() => ID, { description: 'Its id.' })
  id(@Root() { pollId, voice, isWithoutDoubted }: PollResult): string {
    return [pollId, voice, isWithoutDoubted ? 'without-doubted' : 'all'].join(':');
  }

  @FieldResolver(() => ExplanationStepNode, { description: 'What came of it, in one sentence.' })
  sentence(@Root() result: PollResult): Step {
    return sentenceOf(result);
  }

  @FieldResolver(() => [PollOptionNode], { description: 'The options that were chosen.' })
  async winners(@Ctx() request: ApiRequest, @Root() result: PollResult): Promise<PollOption[]> {
    const { winners } = result.outcome as { winners: readonly string[] };
    const options = await standingOptions(request, result.pollId);
    return options.filter(({ key }) => winners.includes(key));
  }
}
