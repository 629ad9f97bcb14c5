import type { CaseState } from '../../lists.ts';
import type { DeskRequest } from '../../request.ts';
import { CaseReader } from './case.entity.ts';
import { type Message, readContent } from './case-content.ts';
import type { FoundByReceipt } from './find-by-receipt.ts';
import { readItems } from './read-items.ts';

/** A case as its child sees it. */
export type ChildsCase = {
  readonly state: CaseState;
  readonly receivedAt: Date;
  readonly messages: readonly {
    readonly id: string;
    readonly isMine: boolean;
    readonly text: string;
    readonly sentAt: Date;
  }[];
  readonly readBy: number;
  readonly mayErase: boolean;
};

/**
 * What the child sees who comes back: where it stands, the messages both ways, how many people have read it. The
 * first words are not shown again: somebody may be looking over the shoulder.
 *
 * @throws CaseDamaged
 */
export async function showToChild(request: DeskRequest, found: FoundByReceipt): Promise<ChildsCase> {
  const { kase, caseKeys } = found;
  const items = await readItems(request, kase, caseKeys);
  return {
    state: kase.state,
    receivedAt: kase.receivedAt,
    messages: items
      .filter(({ field }) => field === 'MESSAGE')
      .map(({ id, authorId, bytes, writtenAt }) => ({
        id,
        isMine: authorId === null,
        text: readContent<Message>(bytes).text,
        sentAt: writtenAt,
      })),
    readBy: await request.em.count(CaseReader, { caseId: kase.id }),
    mayErase: !kase.hasDuty,
  };
}
