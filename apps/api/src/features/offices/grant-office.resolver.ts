import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type ApiRequest, load } from '../../request.ts';
import { type Grant, GrantNode } from '../accounts/index.ts';
import type { Office } from './office.entity.ts';
import { officesById } from './office.queries.ts';
import { OfficeNode } from './office.type.ts';

@Resolver(() => GrantNode)
export class GrantOfficeResolver {
  @FieldResolver(() => OfficeNode, { nullable: true, description: 'The office an official answers for.' })
  async office(@Ctx() request: ApiRequest, @Root() grant: Grant): Promise<Office | null> {
    return grant.officeId ? ((await load(request, officesById, grant.officeId)) ?? null) : null;
  }
}
