import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { type Page, PageArgs } from '../../graph/connection.ts';
import { NotFound } from '../../graph/errors.ts';
import { type ApiRequest, load } from '../../request.ts';
import { type Issue, IssueConnection } from '../issues/index.ts';
import { type Place, PlaceNode, placesByCode } from '../places/index.ts';
import { communeRecord, type CommuneRecord } from './commune-record.ts';
import { CommuneRecordNode } from './commune-record.type.ts';
import { youSaidTheyDid } from './you-said-they-did.ts';

@Resolver(() => CommuneRecordNode)
export class CommuneRecordResolver {
  @Query(() => CommuneRecordNode, { description: "What became of a commune's issues so far." })
  async communeRecord(
    @Ctx() request: ApiRequest,
    @Arg('communeCode', () => String, { description: 'The commune.' }) communeCode: string,
  ): Promise<CommuneRecord> {
    const isCode = /^\d{6}$/.test(communeCode);
    if (!isCode || (await load(request, placesByCode, communeCode)) === undefined) throw new NotFound();
    return communeRecord(request, communeCode);
  }

  @Query(() => IssueConnection, { description: 'Issues that have an answer, the newest answer first.' })
  youSaidTheyDid(
    @Ctx() request: ApiRequest,
    @Arg('communeCode', () => String, { description: 'The commune.' }) communeCode: string,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<Issue>> {
    return youSaidTheyDid(request, communeCode, page);
  }

  @FieldResolver(() => PlaceNode, { description: 'The commune.' })
  commune(@Ctx() request: ApiRequest, @Root() record: CommuneRecord): Promise<Place | undefined> {
    return load(request, placesByCode, record.communeCode);
  }
}
