import { load } from '@samleng/server';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { payloadOf } from '../../graph/payload.ts';
import { DonePayload } from '../../graph/problem.type.ts';
import type { DeskRequest } from '../../request.ts';
import { type Account, accountsById, PersonNode } from '../accounts/index.ts';
import { deskStatus } from './desk-status.ts';
import { listReceivers } from './list-receivers.ts';
import { listRoster } from './list-roster.ts';
import type { RosterEntry } from './roster-entry.entity.ts';
import {
  DeskStatusNode,
  RemoveRosterEntryInput,
  RosterEntryNode,
  SetRosterEntryInput,
  SetRosterEntryPayload,
} from './roster.type.ts';
import { removeRosterEntry, setRosterEntry } from './set-roster-entry.ts';

@Resolver(() => RosterEntryNode)
export class RosterResolver {
  @Query(() => DeskStatusNode, {
    description: 'Whether the desk takes something in now, who reads it, and whether somebody is on call.',
  })
  deskStatus(
    @Ctx() request: DeskRequest,
    @Arg('placeCode', () => String, {
      nullable: true,
      description: 'Commune or village, if the child named one. Staff who name none: their own area.',
    })
    placeCode: string | null,
  ): Promise<DeskStatusNode> {
    return deskStatus(request, placeCode);
  }

  @Query(() => [RosterEntryNode], {
    description: "Who receives in the viewer's area: at most 200, by area. For supervisors and the lead.",
  })
  roster(@Ctx() request: DeskRequest): Promise<RosterEntry[]> {
    return listRoster(request);
  }

  @Query(() => [PersonNode], {
    description: 'Who can be put on the roster: at most 500, by name. For supervisors.',
  })
  receivers(@Ctx() request: DeskRequest): Promise<Account[]> {
    return listReceivers(request);
  }

  @FieldResolver(() => PersonNode, { nullable: true, description: 'Who it is.' })
  async person(@Ctx() request: DeskRequest, @Root() entry: RosterEntry): Promise<Account | null> {
    return (await load(request, accountsById, entry.accountId)) ?? null;
  }

  @Mutation(() => SetRosterEntryPayload, {
    description: 'Names a person who receives cases of an area. For supervisors.',
  })
  async setRosterEntry(
    @Ctx() request: DeskRequest,
    @Arg('input', () => SetRosterEntryInput, { description: 'Who, where and when.' })
    input: SetRosterEntryInput,
  ): Promise<SetRosterEntryPayload> {
    return payloadOf(await setRosterEntry(request, input), (entry) => ({ entry }), { entry: null });
  }

  @Mutation(() => DonePayload, { description: 'Takes a person off the roster of an area. For supervisors.' })
  async removeRosterEntry(
    @Ctx() request: DeskRequest,
    @Arg('input', () => RemoveRosterEntryInput, { description: 'Which entry.' })
    input: RemoveRosterEntryInput,
  ): Promise<DonePayload> {
    return payloadOf(await removeRosterEntry(request, input), () => ({}), {});
  }
}
