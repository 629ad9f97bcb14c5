import { refused, type Result } from '@samleng/kernel';
import { admitOptionalText } from '@samleng/text';
import type { AccusedRole, CaseKind, DutyReason, SaidAnswer, Urgency } from '../../lists.ts';
import { type Problem, problem } from '../../problems.ts';
import type { DeskRequest } from '../../request.ts';
import { excludedAffiliations } from '../roster/index.ts';
import { contentOf } from './case-content.ts';
import { longestNote } from './case-limits.ts';
import { dropExcluded } from './exclude-person.ts';
import type { HeldCase } from './find-case.ts';
import { asHolder, heldOk } from './write-as-worker.ts';
import { writeItem } from './write-item.ts';

export type TriageInput = {
  readonly caseId: string;
  readonly urgency: Urgency;
  readonly danger: SaidAnswer;
  readonly kind: CaseKind;
  readonly accusedRole?: AccusedRole | null;
  readonly duty?: DutyReason | null;
  readonly note?: string | null;
};

/**
 * A worker judges danger, kind and who is accused (a role; a name belongs nowhere here), and whether the child must
 * be protected even against its wish. Whoever works with those accused loses the case from then on.
 */
export async function triageCase(
  request: DeskRequest,
  input: TriageInput,
): Promise<Result<HeldCase, readonly Problem[]>> {
  const note = admitOptionalText(input.note, { max: longestNote });
  if (!note.ok) return refused([problem('TOO_LONG', 'note')]);
  return asHolder(request, input.caseId, async (inside, held) => {
    const { kase } = held;
    if (kase.state === 'CLOSED') return refused([problem('WRONG_STATE')]);
    kase.urgency = input.urgency;
    kase.hasDuty = input.duty !== null && input.duty !== undefined;
    if (kase.state !== 'REFERRED') kase.state = 'IN_HAND';
    const excluded = excludedAffiliations({ accusedRole: input.accusedRole ?? null });
    kase.excludedAffiliations = [...new Set([...kase.excludedAffiliations, ...excluded])];
    await writeItem(inside, kase, {
      field: 'TRIAGE',
      content: contentOf({
        danger: input.danger,
        kind: input.kind,
        accusedRole: input.accusedRole ?? null,
        duty: input.duty ?? null,
        note: note.value,
      }),
      authorId: inside.viewer.accountId,
      deed: 'triageCase',
      detail: { urgency: input.urgency, hasDuty: kase.hasDuty },
    });
    await dropExcluded(inside, kase);
    return heldOk(held);
  });
}
