import type { Problem } from '@samleng/vocabulary';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type Page, PageArgs } from '../../graph/connection.ts';
import { payloadOf } from '../../graph/payload.ts';
import { type ApiRequest, load } from '../../request.ts';
import { type Place, PlaceNode, placesByCode } from '../places/index.ts';
import { closeOffice } from './close-office.ts';
import type { Office } from './office.entity.ts';
import { mayAdministerOffices } from './office.policy.ts';
import { listOffices, officesById } from './office.queries.ts';
import {
  CloseOfficeInput,
  CloseOfficePayload,
  OfficeCanNode,
  OfficeConnection,
  OfficeFilterInput,
  OfficeNode,
  OpenOfficeInput,
  OpenOfficePayload,
  RenameOfficeInput,
  RenameOfficePayload,
  ReopenOfficeInput,
  ReopenOfficePayload,
} from './office.type.ts';
import { openOffice } from './open-office.ts';
import { renameOffice } from './rename-office.ts';
import { reopenOffice } from './reopen-office.ts';

type OfficePayload = { office: Office | null; problems: readonly Problem[] };

const shown = (office: Office) => ({ office });

@Resolver(() => OfficeNode)
export class OfficeResolver {
  @Query(() => OfficeConnection, { description: 'The duty bearers, by place, larger places first.' })
  offices(
    @Ctx() request: ApiRequest,
    @Arg('filter', () => OfficeFilterInput, { nullable: true, description: 'Which offices.' })
    filter: OfficeFilterInput | null,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<Office>> {
    return listOffices(request, filter ?? {}, page);
  }

  @Query(() => OfficeNode, { nullable: true, description: 'The office with this id.' })
  async office(
    @Ctx() request: ApiRequest,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<Office | null> {
    return (await load(request, officesById, id)) ?? null;
  }

  @FieldResolver(() => PlaceNode, {
    nullable: true,
    description: 'What it serves; empty: the whole country.',
  })
  async place(@Ctx() request: ApiRequest, @Root() office: Office): Promise<Place | null> {
    return office.placeCode === '' ? null : ((await load(request, placesByCode, office.placeCode)) ?? null);
  }

  @FieldResolver(() => OfficeCanNode, { description: 'What the viewer may do with it.' })
  viewerCan(@Ctx() { viewer }: ApiRequest): OfficeCanNode {
    return { change: mayAdministerOffices(viewer) };
  }

  @Mutation(() => OpenOfficePayload, { description: 'An administrator adds an office.' })
  async openOffice(
    @Ctx() request: ApiRequest,
    @Arg('input', () => OpenOfficeInput, { description: 'The office.' }) input: OpenOfficeInput,
  ): Promise<OfficePayload> {
    return payloadOf(await openOffice(request, input), shown, { office: null });
  }

  @Mutation(() => RenameOfficePayload, { description: 'An administrator gives an office other names.' })
  async renameOffice(
    @Ctx() request: ApiRequest,
    @Arg('input', () => RenameOfficeInput, { description: 'The office and its names.' })
    input: RenameOfficeInput,
  ): Promise<OfficePayload> {
    return payloadOf(await renameOffice(request, input), shown, { office: null });
  }

  @Mutation(() => CloseOfficePayload, { description: 'An administrator closes an office.' })
  async closeOffice(
    @Ctx() request: ApiRequest,
    @Arg('input', () => CloseOfficeInput, { description: 'The office.' }) input: CloseOfficeInput,
  ): Promise<OfficePayload> {
    return payloadOf(await closeOffice(request, input), shown, { office: null });
  }

  @Mutation(() => ReopenOfficePayload, { description: 'An administrator opens a closed office again.' })
  async reopenOffice(
    @Ctx() request: ApiRequest,
    @Arg('input', () => ReopenOfficeInput, { description: 'The office.' }) input: ReopenOfficeInput,
  ): Promise<OfficePayload> {
    return payloadOf(await reopenOffice(request, input), shown, { office: null });
  }
}
