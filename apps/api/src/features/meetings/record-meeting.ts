import { createHash } from 'node:crypto';
import { isId, ok, refused, type Result } from '@samleng/kernel';
import { admitOptionalText } from '@samleng/text';
import { meetingFaces, type Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { recordEvent } from '../issues/index.ts';
import { checkHeadcounts, headcountKey } from '../networks/index.ts';
import { type AgendaWish, checkAgenda, type CheckedItem } from './check-agenda.ts';
import { checkMeeting, holdsNumbers, type MeetingFacts } from './check-meeting.ts';
import { areItsOwn, keepAgenda, lockMeeting } from './keep-agenda.ts';
import { type Attendance, type Faces, Meeting } from './meeting.entity.ts';
import { mayRunMeeting } from './meeting.policy.ts';
import { auditMeeting } from './record-deed.ts';

export type MeetingRecord = MeetingFacts & {
  /** Made by the device that wrote the record: the same record is kept once, however often it comes. */
  readonly recordId: string;
  /** The record it puts right, when one was kept before. */
  readonly replacesRecordId?: string | null;
  readonly items: readonly AgendaWish[];
  readonly attendance: readonly Attendance[];
  /** How many children chose each face, when they were asked. */
  readonly faces?: Faces | null;
  readonly notes?: string | null;
};

type Checked = {
  readonly items: readonly CheckedItem[];
  readonly attendance: readonly Attendance[];
  readonly faces: Faces | null;
  readonly notes: string | null;
};

const notesMost = 10_000;

/**
 * A facilitator hands in the whole record of a meeting, written on a tablet without a network perhaps: who came by
 * counts, what became of each item, who spoke, the minutes and the children's faces. Its ids come with it, so that it
 * may arrive twice, before the record of an earlier meeting, or without having been planned. Each issue spoken about
 * tells its history; a correction names the record it replaces and tells only what it changes.
 */
export async function recordMeeting(
  request: ApiRequest,
  input: MeetingRecord,
): Promise<Result<Meeting, readonly Problem[]>> {
  const facts = await checkMeeting(request, input);
  if (!facts.ok) return facts;
  const checked = await checkRecord(request, input);
  if (!checked.ok) return checked;
  const hash = createHash('sha256')
    .update(JSON.stringify([facts.value, checked.value]))
    .digest('hex');
  return inTransaction(request, async (inside) => {
    const { em, clock, viewer } = inside;
    const standing = await lockMeeting(inside, input.id);
    if (standing !== null && !mayRunMeeting(viewer, standing)) return refused([problem('NOT_FOUND', 'id')]);
    if (standing?.recordId === input.recordId)
      return standing.recordHash === hash
        ? ok(standing)
        : refused([problem('SAME_KEY_OTHER_CONTENT', 'recordId')]);
    if (standing?.recordId && standing.recordId !== (input.replacesRecordId ?? null))
      return refused([problem('WRONG_STATE', 'recordId')]);
    if ((await em.count(Meeting, { recordId: input.recordId })) > 0)
      return refused([problem('SAME_KEY_OTHER_CONTENT', 'recordId')]);
    const { items, ...record } = checked.value;
    if (!(await areItsOwn(inside, input.id, items))) return refused([problem('NOT_FOUND', 'items')]);
    const written = {
      ...facts.value,
      ...record,
      state: 'HELD' as const,
      recordId: input.recordId,
      recordHash: hash,
      recordedAt: clock.now(),
      recordedBy: viewer.accountId!,
    };
    const meeting = standing
      ? Object.assign(standing, written)
      : em.create(Meeting, { ...written, madeBy: viewer.accountId! });
    const before = await keepAgenda(inside, meeting.id, items);
    await em.flush();
    await tellIssues(inside, items, before);
    await auditMeeting(inside, 'recordMeeting', meeting.id, { recordId: input.recordId });
    return ok(meeting);
  });
}

async function checkRecord(
  request: ApiRequest,
  input: MeetingRecord,
): Promise<Result<Checked, readonly Problem[]>> {
  const problems: Problem[] = [];
  if (!isId(input.recordId)) problems.push(problem('REQUIRED', 'recordId'));
  if (input.startsAt > request.clock.now()) problems.push(problem('OUT_OF_RANGE', 'startsAt'));
  const notes = admitOptionalText(input.notes, { max: notesMost });
  if (!notes.ok) problems.push(problem('TOO_LONG', 'notes'));
  else if (holdsNumbers(notes.value)) problems.push(problem('IDENTIFIERS_LEFT', 'notes'));
  const attendance = checkHeadcounts(
    input.attendance,
    'attendance',
    (cell) => `${cell.role} ${headcountKey(cell)}`,
  );
  if (!attendance.ok) problems.push(...attendance.problem);
  const faces = input.faces ?? null;
  const isFaces = (given: Faces) =>
    meetingFaces.every((face) => Number.isInteger(given[face]) && given[face] >= 0 && given[face] <= 1_000);
  if (faces !== null && !isFaces(faces)) problems.push(problem('COUNTS_IMPOSSIBLE', 'faces'));
  const items = await checkAgenda(request, input.items, true);
  if (!items.ok) problems.push(...items.problem);
  if (!notes.ok || !attendance.ok || !items.ok || problems.length > 0) return refused(problems);
  return ok({
    items: items.value,
    attendance: attendance.value.map(({ role, sex, ageBand, disability, count }) => ({
      role,
      sex,
      ageBand,
      disability,
      count,
    })),
    faces: faces && { HAPPY: faces.HAPPY, SO_SO: faces.SO_SO, SAD: faces.SAD },
    notes: notes.value,
  });
}

/** Every issue whose outcome or decision is new tells its history, and so those who support it. */
async function tellIssues(
  inside: ApiRequest,
  items: readonly CheckedItem[],
  before: ReadonlyMap<string, CheckedItem>,
): Promise<void> {
  // In the order of the issues, so that two records never hold each other up crosswise.
  const inOrder = [...items].sort((one, other) => ((one.issueId ?? '') < (other.issueId ?? '') ? -1 : 1));
  for (const item of inOrder) {
    if (item.issueId === null) continue;
    const old = before.get(item.id);
    const isTold =
      old?.outcome === item.outcome &&
      old?.decisionKm === item.decisionKm &&
      old?.decisionEn === item.decisionEn &&
      old?.planItemId === item.planItemId;
    if (isTold) continue;
    await recordEvent(inside, item.issueId, {
      change: 'DISCUSSED',
      officeId: item.officeId,
      planItemId: item.planItemId,
      agendaItemId: item.id,
      note: item.decisionKm ?? item.decisionEn,
    });
  }
}
