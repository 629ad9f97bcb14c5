import { isId, ok, refused, type Result } from '@samleng/kernel';
import { isIsoDay } from '@samleng/routing';
import type { AgendaItemKind, AgendaOutcome, Problem } from '@samleng/vocabulary';
import { admitTexts } from '../../graph/admit-texts.ts';
import { problem } from '../../graph/payload.ts';
import type { ApiRequest } from '../../request.ts';
import { Issue } from '../issues/index.ts';
import { Office } from '../offices/index.ts';
import { type Poll, pollById } from '../polls/index.ts';
import { holdsNumbers } from './check-meeting.ts';
import type { Speakers } from './meeting.entity.ts';

export type AgendaWish = {
  readonly id: string;
  readonly kind: AgendaItemKind;
  readonly issueId?: string | null;
  readonly subjectId?: string | null;
  readonly titleKm?: string | null;
  readonly titleEn?: string | null;
  readonly minutes?: number | null;
  readonly isWithoutChildren?: boolean | null;
  readonly carriedFromId?: string | null;
  readonly outcome?: AgendaOutcome | null;
  readonly decisionKm?: string | null;
  readonly decisionEn?: string | null;
  readonly dueOn?: string | null;
  readonly officeId?: string | null;
  readonly planItemId?: string | null;
  readonly spoke?: readonly Speakers[] | null;
};
export type CheckedItem = {
  readonly id: string;
  readonly kind: AgendaItemKind;
  readonly issueId: string | null;
  readonly subjectId: string | null;
  readonly titleKm: string | null;
  readonly titleEn: string | null;
  readonly minutes: number | null;
  readonly isWithoutChildren: boolean;
  readonly carriedFromId: string | null;
  readonly outcome: AgendaOutcome | null;
  readonly decisionKm: string | null;
  readonly decisionEn: string | null;
  readonly dueOn: string | null;
  readonly officeId: string | null;
  readonly planItemId: string | null;
  readonly spoke: readonly Speakers[];
};

const itemsMost = 40;

/**
 * Checks the items of an agenda: each names an issue, a finding, a closed poll or a title; what is decided or refused says in words
 * what; nobody's number stands in the words; issues, offices and plan items are there. Problems name the item by its
 * place: `items.2.decisionEn`.
 *
 * @param isRecord whether the meeting was held: an item nobody came to is then NOT_REACHED
 */
export async function checkAgenda(
  request: ApiRequest,
  wishes: readonly AgendaWish[],
  isRecord: boolean,
): Promise<Result<readonly CheckedItem[], readonly Problem[]>> {
  if (wishes.length > itemsMost) return refused([problem('OUT_OF_RANGE', 'items')]);
  if (new Set(wishes.map(({ id }) => id)).size < wishes.length)
    return refused([problem('ALREADY_THERE', 'items')]);
  const problems: Problem[] = [];
  const items: CheckedItem[] = [];
  for (const [place, wish] of wishes.entries()) {
    const checked = checkItem(wish, isRecord);
    if (checked.ok) items.push(checked.value);
    else problems.push(...checked.problem.map(({ code, field }) => problem(code, `items.${place}.${field}`)));
  }
  if (problems.length > 0) return refused(problems);
  const missing = await findMissing(request, items);
  if (missing.length > 0) return refused(missing);
  const polls = await Promise.all(items.map((item) => pollOf(request, item)));
  const unfit = items.flatMap((item, place) => {
    if (item.kind !== 'POLL') return [];
    const poll = polls[place] ?? null;
    if (poll === null) return [problem('NOT_FOUND', `items.${place}.subjectId`)];
    return poll.state === 'CLOSED' ? [] : [problem('WRONG_STATE', `items.${place}.subjectId`)];
  });
  if (unfit.length > 0) return refused(unfit);
  return ok(items.map((item, place) => entitled(item, polls[place] ?? null)));
}

async function pollOf(request: ApiRequest, item: CheckedItem): Promise<Poll | null> {
  return item.kind === 'POLL' ? pollById(request, item.subjectId ?? '') : null;
}

/** A poll's item bears its question, so that a tablet and a printed agenda show it without asking further. */
function entitled(item: CheckedItem, poll: Poll | null): CheckedItem {
  if (poll === null || item.titleKm !== null || item.titleEn !== null) return item;
  return { ...item, titleKm: poll.questionKm ?? null, titleEn: poll.questionEn ?? null };
}

function checkItem(wish: AgendaWish, isRecord: boolean): Result<CheckedItem, readonly Problem[]> {
  const line = { max: 200, oneLine: true, optional: true } as const;
  const words = { max: 1_000, optional: true } as const;
  const { titleKm, titleEn, decisionKm, decisionEn } = wish;
  const texts = admitTexts(
    { titleKm, titleEn, decisionKm, decisionEn },
    { titleKm: line, titleEn: line, decisionKm: words, decisionEn: words },
  );
  if (!texts.ok) return texts;
  const problems = Object.entries(texts.value)
    .filter(([, text]) => holdsNumbers(text))
    .map(([field]) => problem('IDENTIFIERS_LEFT', field));
  const given = texts.value;
  const isUntitled = given.titleKm === null && given.titleEn === null;
  if (!isId(wish.id)) problems.push(problem('REQUIRED', 'id'));
  if (wish.kind === 'ISSUE' && !isId(wish.issueId ?? '')) problems.push(problem('NOT_FOUND', 'issueId'));
  const isBrought = wish.kind === 'FINDING' || wish.kind === 'POLL';
  if (isBrought && !isId(wish.subjectId ?? '')) problems.push(problem('REQUIRED', 'subjectId'));
  if (wish.kind === 'OTHER' && isUntitled) problems.push(problem('REQUIRED', 'titleKm'));
  const minutes = wish.minutes ?? null;
  if (minutes !== null && !(Number.isInteger(minutes) && minutes >= 0 && minutes <= 600))
    problems.push(problem('OUT_OF_RANGE', 'minutes'));
  const outcome = isRecord ? (wish.outcome ?? 'NOT_REACHED') : null;
  const isAnswered = wish.kind === 'ISSUE' || wish.kind === 'POLL';
  const isSaid = given.decisionKm !== null || given.decisionEn !== null;
  if ((outcome === 'DECIDED' || outcome === 'REFUSED') && isAnswered && !isSaid)
    problems.push(problem('REQUIRED', 'decisionKm'));
  if (wish.dueOn && !isIsoDay(wish.dueOn)) problems.push(problem('NOT_A_DATE', 'dueOn'));
  for (const field of ['carriedFromId', 'officeId', 'planItemId', 'subjectId'] as const)
    if (wish[field] && !isId(wish[field])) problems.push(problem('NOT_FOUND', field));
  const spoke = isRecord ? (wish.spoke ?? []).filter(({ count }) => count !== 0) : [];
  const keys = new Set(spoke.map(({ role, sex }) => `${role} ${sex}`));
  const isCounted = spoke.every(({ count }) => Number.isInteger(count) && count > 0 && count <= 500);
  if (!isCounted || keys.size < spoke.length) problems.push(problem('COUNTS_IMPOSSIBLE', 'spoke'));
  if (problems.length > 0) return refused(problems);
  return ok({
    id: wish.id,
    kind: wish.kind,
    issueId: wish.kind === 'ISSUE' ? wish.issueId! : null,
    subjectId: isBrought ? wish.subjectId! : null,
    titleKm: given.titleKm,
    titleEn: given.titleEn,
    minutes,
    isWithoutChildren: wish.isWithoutChildren ?? false,
    carriedFromId: wish.carriedFromId || null,
    outcome,
    decisionKm: isRecord ? given.decisionKm : null,
    decisionEn: isRecord ? given.decisionEn : null,
    dueOn: isRecord ? wish.dueOn || null : null,
    officeId: isRecord ? wish.officeId || null : null,
    planItemId: isRecord ? wish.planItemId || null : null,
    spoke: spoke.map(({ role, sex, count }) => ({ role, sex, count })),
  });
}

/** What the items name and is not there. Earlier items may still be on their way from a tablet. */
async function findMissing({ em }: ApiRequest, items: readonly CheckedItem[]): Promise<Problem[]> {
  const idsOf = (field: 'issueId' | 'officeId' | 'planItemId') => [
    ...new Set(items.flatMap((item) => item[field] ?? [])),
  ];
  const issues = await em.find(Issue, { id: { $in: idsOf('issueId') } }, { fields: ['id'] });
  const offices = await em.find(Office, { id: { $in: idsOf('officeId') } }, { fields: ['id'] });
  // Plans stand to the right of meetings: only whether the promise is there is asked, as the foreign key would, and
  // whether it is about the same issue.
  const promised = idsOf('planItemId');
  const plans =
    promised.length === 0
      ? []
      : await em.execute<{ id: string; issue_id: string | null }[]>(
          'select id, issue_id from plan_items where id = any(?::uuid[])',
          [`{${promised.join(',')}}`],
        );
  const there = {
    issueId: new Set(issues.map(({ id }) => id)),
    officeId: new Set(offices.map(({ id }) => id)),
  };
  const aboutIssue = new Map(plans.map(({ id, issue_id }) => [id, issue_id]));
  return items.flatMap((item, place) => {
    const missing: Problem[] = [];
    for (const field of ['issueId', 'officeId'] as const)
      if (item[field] !== null && !there[field].has(item[field]))
        missing.push(problem('NOT_FOUND', `items.${place}.${field}`));
    if (item.planItemId !== null) {
      const about = aboutIssue.get(item.planItemId);
      const isOther =
        about === undefined || (item.issueId !== null && about !== null && about !== item.issueId);
      if (isOther) missing.push(problem('NOT_FOUND', `items.${place}.planItemId`));
    }
    return missing;
  });
}
