import { load, NotFound } from '@samleng/server';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { payloadOf } from '../../graph/payload.ts';
import { DonePayload } from '../../graph/problem.type.ts';
import { standings } from '../../lists.ts';
import type { DeskRequest } from '../../request.ts';
import { type Account, accountsById, PersonNode } from '../accounts/index.ts';
import { assignCase } from './assign-case.ts';
import {
  CaseAndPersonInput,
  CaseInput,
  CloseCaseInput,
  EndAccountInput,
  HandOverCaseInput,
  InboxArgs,
  OpenCaseInput,
  TriageCaseInput,
  WriteInCaseInput,
} from './case-inputs.type.ts';
import {
  CaseCanNode,
  CaseConnection,
  CaseHolderNode,
  CaseMessageNode,
  CaseNode,
  CaseNoteNode,
  CasePayload,
  HandOverNode,
  OpenCasePayload,
} from './case.type.ts';
import { type CaseHolder, listHolders, listPossibleReceivers, listReaders } from './list-people.ts';
import { closeCase, eraseClosedCase } from './close-case.ts';
import { endAccount } from './end-account.ts';
import { EndAccountPayload } from './end-account.type.ts';
import { escalateCase } from './escalate-case.ts';
import { excludePerson } from './exclude-person.ts';
import type { HeldCase } from './find-case.ts';
import { acceptHandOver, declineHandOver, handOverCase } from './hand-over-case.ts';
import { openOffersOf } from './hand-over.queries.ts';
import { countNews, findCard, listInbox } from './list-inbox.ts';
import { openCase, type OpenedCase } from './open-case.ts';
import { addNote, replyToChild } from './reply-to-child.ts';
import { cardOf } from './show-card.ts';
import { triageCase } from './triage-case.ts';

@Resolver(() => CaseNode)
export class CaseResolver {
  @Query(() => CaseConnection, {
    description: "The viewer's cases, metadata only: urgent first, the earliest timer first. For workers.",
  })
  async inbox(@Ctx() request: DeskRequest, @Args(() => InboxArgs) args: InboxArgs) {
    const page = await listInbox(request, args);
    return { ...page, nodes: page.nodes.map((held) => cardOf(request, held)) };
  }

  @Query(() => Int, { description: 'In how many cases of the viewer there is something new.' })
  newItems(@Ctx() request: DeskRequest): Promise<number> {
    return countNews(request);
  }

  @Query(() => CaseNode, { description: "A case's card, for those it is there for." })
  async case(
    @Ctx() request: DeskRequest,
    @Arg('id', () => ID, { description: 'The case.' }) id: string,
  ): Promise<CaseNode> {
    const held = await findCard(request, id);
    if (held === null) throw new NotFound();
    return cardOf(request, held);
  }

  @FieldResolver(() => PersonNode, { nullable: true, description: 'Its one worker, if it has one.' })
  async assignee(
    @Ctx() request: DeskRequest,
    @Root() card: CaseNode & { assigneeId: string | null },
  ): Promise<Account | null> {
    return card.assigneeId ? ((await load(request, accountsById, card.assigneeId)) ?? null) : null;
  }

  @FieldResolver(() => [CaseHolderNode], { description: 'Who holds a key of it, by name.' })
  holders(@Ctx() request: DeskRequest, @Root() card: CaseNode): Promise<CaseHolder[]> {
    return listHolders(request, card.id);
  }

  @FieldResolver(() => [PersonNode], {
    description: 'To whom it can be assigned or handed over: named people of the area and its supervisors.',
  })
  possibleReceivers(@Ctx() request: DeskRequest, @Root() card: CaseNode): Promise<Account[]> {
    return listPossibleReceivers(request, card.id);
  }

  @FieldResolver(() => HandOverNode, { nullable: true, description: 'An offer of it that waits.' })
  async handOver(@Ctx() request: DeskRequest, @Root() card: CaseNode): Promise<HandOverNode | null> {
    const offer = await load(request, openOffersOf, card.id);
    if (!offer) return null;
    const [from, to] = await Promise.all(
      [offer.fromId, offer.toId].map((id) => load(request, accountsById, id)),
    );
    return { from: from ?? null, to: to ?? null, offeredAt: offer.offeredAt, dueAt: offer.dueAt };
  }

  @FieldResolver(() => CaseCanNode, { description: 'What the viewer may do with it.' })
  async viewerCan(@Ctx() request: DeskRequest, @Root() card: CaseNode): Promise<CaseCanNode> {
    const { viewer } = request;
    const mayOpen = standings[card.standing].mayOpen;
    const isOpen = card.state !== 'CLOSED';
    const offer = await load(request, openOffersOf, card.id);
    return {
      open: mayOpen,
      take: isOpen && card.standing === 'RECEIVER',
      assign: isOpen && viewer.kind === 'SUPERVISOR',
      acceptHandOver: offer !== undefined && offer.toId === viewer.accountId,
      erase: viewer.kind === 'SUPERVISOR' && mayOpen && !isOpen && !card.hasDuty,
    };
  }

  @Mutation(() => OpenCasePayload, {
    description:
      'Opens a case: with a reason, the passphrase given in the last five minutes, and an entry in the audit.',
  })
  async openCase(
    @Ctx() request: DeskRequest,
    @Arg('input', () => OpenCaseInput, { description: 'Which case, and why.' }) input: OpenCaseInput,
  ): Promise<OpenCasePayload> {
    const result = await openCase(request, input);
    const readers = result.ok ? await listReaders(request, input.caseId) : [];
    return payloadOf<OpenedCase, OpenCasePayload>(
      result,
      ({ held, ...content }) => ({
        opened: { ...content, case: cardOf(request, held), readers, readBy: readers.length },
      }),
      { opened: null },
    );
  }

  @Mutation(() => CasePayload, { description: 'Judges danger, kind and role, and whether there is a duty.' })
  async triageCase(
    @Ctx() request: DeskRequest,
    @Arg('input', () => TriageCaseInput, { description: 'The judgement.' }) input: TriageCaseInput,
  ): Promise<CasePayload> {
    return cardPayload(request, await triageCase(request, input));
  }

  @Mutation(() => CasePayload, { description: 'Gives a case its one worker; a receiver may take it.' })
  async assignCase(
    @Ctx() request: DeskRequest,
    @Arg('input', () => CaseAndPersonInput, { description: 'Which case, and to whom.' })
    input: CaseAndPersonInput,
  ): Promise<CasePayload> {
    return cardPayload(request, await assignCase(request, input));
  }

  @Mutation(() => CasePayload, { description: 'Offers a case to somebody else, who must accept it.' })
  async handOverCase(
    @Ctx() request: DeskRequest,
    @Arg('input', () => HandOverCaseInput, { description: 'Which case, and who is asked.' })
    input: HandOverCaseInput,
  ): Promise<CasePayload> {
    return cardPayload(request, await handOverCase(request, input));
  }

  @Mutation(() => CasePayload, { description: 'Accepts an offered case.' })
  async acceptHandOver(
    @Ctx() request: DeskRequest,
    @Arg('input', () => CaseInput, { description: 'Which case.' }) input: CaseInput,
  ): Promise<CasePayload> {
    return cardPayload(request, await acceptHandOver(request, input));
  }

  @Mutation(() => DonePayload, { description: 'Declines an offered case.' })
  async declineHandOver(
    @Ctx() request: DeskRequest,
    @Arg('input', () => CaseInput, { description: 'Which case.' }) input: CaseInput,
  ): Promise<DonePayload> {
    return payloadOf(await declineHandOver(request, input), () => ({}), {});
  }

  @Mutation(() => CasePayload, { description: 'Calls the supervisors of the area to a case.' })
  async escalateCase(
    @Ctx() request: DeskRequest,
    @Arg('input', () => CaseInput, { description: 'Which case.' }) input: CaseInput,
  ): Promise<CasePayload> {
    return cardPayload(request, await escalateCase(request, input));
  }

  @Mutation(() => CasePayload, { description: 'Puts somebody on the exclusion list of a case.' })
  async excludePerson(
    @Ctx() request: DeskRequest,
    @Arg('input', () => CaseAndPersonInput, { description: 'Which case, and whom it must not reach.' })
    input: CaseAndPersonInput,
  ): Promise<CasePayload> {
    return cardPayload(request, await excludePerson(request, input));
  }

  @Mutation(() => CasePayload, { description: 'Writes to the child, who finds it under its receipt.' })
  async replyToChild(
    @Ctx() request: DeskRequest,
    @Arg('input', () => WriteInCaseInput, { description: 'The words.' }) input: WriteInCaseInput,
  ): Promise<CasePayload> {
    return cardPayload(request, await replyToChild(request, input));
  }

  @Mutation(() => CasePayload, { description: 'Writes a note that the child does not see.' })
  async addNote(
    @Ctx() request: DeskRequest,
    @Arg('input', () => WriteInCaseInput, { description: 'The words.' }) input: WriteInCaseInput,
  ): Promise<CasePayload> {
    return cardPayload(request, await addNote(request, input));
  }

  @Mutation(() => CasePayload, { description: 'Closes a case; 90 days later it is erased.' })
  async closeCase(
    @Ctx() request: DeskRequest,
    @Arg('input', () => CloseCaseInput, { description: 'How it ended.' }) input: CloseCaseInput,
  ): Promise<CasePayload> {
    return cardPayload(request, await closeCase(request, input));
  }

  @Mutation(() => DonePayload, { description: 'Erases a closed case before its time. For supervisors.' })
  async eraseCase(
    @Ctx() request: DeskRequest,
    @Arg('input', () => CaseInput, { description: 'Which case.' }) input: CaseInput,
  ): Promise<DonePayload> {
    return payloadOf(await eraseClosedCase(request, input), () => ({}), {});
  }

  @Mutation(() => EndAccountPayload, {
    description: 'Somebody leaves: account, roster and keys end at once. For administrators.',
  })
  async endAccount(
    @Ctx() request: DeskRequest,
    @Arg('input', () => EndAccountInput, { description: 'Who leaves.' }) input: EndAccountInput,
  ): Promise<EndAccountPayload> {
    return payloadOf(await endAccount(request, input), (account) => ({ account }), { account: null });
  }
}

/** The card after a deed, as far as the case is still there for the viewer. */
async function cardPayload(
  request: DeskRequest,
  result: Parameters<typeof payloadOf<HeldCase, CasePayload>>[0],
): Promise<CasePayload> {
  const held = result.ok ? await findCard(request, result.value.kase.id) : null;
  return payloadOf<HeldCase, CasePayload>(result, () => ({ case: held && cardOf(request, held) }), {
    case: null,
  });
}

@Resolver(() => CaseMessageNode)
export class CaseMessageResolver {
  @FieldResolver(() => PersonNode, {
    nullable: true,
    description: 'Who of the desk wrote it; empty: the child.',
  })
  async author(@Ctx() request: DeskRequest, @Root() message: CaseMessageNode): Promise<Account | null> {
    return message.authorId ? ((await load(request, accountsById, message.authorId)) ?? null) : null;
  }
}

@Resolver(() => CaseNoteNode)
export class CaseNoteResolver {
  @FieldResolver(() => PersonNode, { nullable: true, description: 'Who wrote it.' })
  async author(@Ctx() request: DeskRequest, @Root() note: CaseNoteNode): Promise<Account | null> {
    return note.authorId ? ((await load(request, accountsById, note.authorId)) ?? null) : null;
  }
}
