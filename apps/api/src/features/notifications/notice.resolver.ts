import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type Page, PageArgs } from '../../graph/connection.ts';
import { payloadOf } from '../../graph/payload.ts';
import { type ApiRequest, load } from '../../request.ts';
import { ViewerNode } from '../accounts/index.ts';
import { type Issue, type IssueEvent, IssueEventNode, IssueNode, issuesById } from '../issues/index.ts';
import { countUnseen, type Notice, noticesOf } from './notice.queries.ts';
import { NoticeConnection, NoticeNode, ReadNoticesInput, ReadNoticesPayload } from './notice.type.ts';
import { type Poll, PollNode } from '../polls/index.ts';
import { pollsHeardOf } from './polls-heard-of.ts';
import { readNotices } from './read-notices.ts';

@Resolver(() => NoticeNode)
export class NoticeResolver {
  @Query(() => NoticeConnection, {
    description: 'What happened to the issues this device supports, newest first.',
  })
  notices(@Ctx() request: ApiRequest, @Args(() => PageArgs) page: PageArgs): Promise<Page<Notice>> {
    return noticesOf(request, page);
  }

  @Query(() => [PollNode], {
    description:
      'Polls closed lately where this device supports an issue, or in the communes named, with a result to see.',
  })
  pollResultsNearby(
    @Ctx() request: ApiRequest,
    @Arg('communeCodes', () => [String], { nullable: true, description: 'Communes the page remembers.' })
    communeCodes?: string[] | null,
  ): Promise<readonly Poll[]> {
    return pollsHeardOf(request, communeCodes ?? []);
  }

  @Mutation(() => ReadNoticesPayload, { description: 'A child has seen what is new.' })
  async readNotices(
    @Ctx() request: ApiRequest,
    @Arg('input', () => ReadNoticesInput, { description: 'What was seen.' }) input: ReadNoticesInput,
  ): Promise<ReadNoticesPayload> {
    return payloadOf(await readNotices(request, input), (unseenNotices) => ({ unseenNotices }), {
      unseenNotices: 0,
    });
  }

  @FieldResolver(() => ID, { description: 'Its id.' })
  id(@Root() { event }: Notice): string {
    return `${event.issueId}:${event.number}`;
  }

  @FieldResolver(() => IssueNode, { description: 'The issue.' })
  issue(@Ctx() request: ApiRequest, @Root() { event }: Notice): Promise<Issue | undefined> {
    return load(request, issuesById, event.issueId);
  }

  @FieldResolver(() => IssueEventNode, { description: 'What happened.' })
  event(@Root() { event }: Notice): IssueEvent {
    return event;
  }
}

@Resolver(() => ViewerNode)
export class ViewerNoticesResolver {
  @FieldResolver(() => Int, { description: 'Notices this device has not seen.' })
  unseenNotices(@Ctx() request: ApiRequest): Promise<number> {
    return countUnseen(request);
  }
}
