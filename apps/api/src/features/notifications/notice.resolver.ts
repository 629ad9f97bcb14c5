import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type Page, PageArgs } from '../../graph/connection.ts';
import { payloadOf } from '../../graph/payload.ts';
import { type ApiRequest, load } from '../../request.ts';
import { ViewerNode } from '../accounts/index.ts';
import { type Issue, type IssueEvent, IssueEventNode, IssueNode, issuesById } from '../issues/index.ts';
import { countUnseen, type Notice, noticesOf } from './notice.queries.ts';
import { NoticeConnection, NoticeNode, ReadNoticesInput, ReadNoticesPayload } from './notice.type.ts';
import { readNotices } from './read-notices.ts';

@Resolver(() => NoticeNode)
export class NoticeResolver {
  @Query(() => NoticeConnection, {
    description: 'What happened to the issues this device supports, newest first.',
  })
  notices(@Ctx() request: ApiRequest, @Args(() => PageArgs) page: PageArgs): Promise<Page<Notice>> {
    return noticesOf(request, page);
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
