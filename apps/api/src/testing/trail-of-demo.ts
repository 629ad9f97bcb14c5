import { newId } from '@samleng/kernel';
import { trailStepKinds } from '@samleng/vocabulary';
import { countQueries } from '@samleng/server/testing';
import { beforeAll, expect, it } from 'vitest';
import { Issue } from '../features/issues/index.ts';
import { AgendaItem, Meeting } from '../features/meetings/index.ts';
import { Poll, PollOption } from '../features/polls/index.ts';
import { Finding, ResearchTopic } from '../features/research/index.ts';
import { deedOf } from './a-club.ts';
import { aStaffMember } from './a-staff-member.ts';
import { countRows } from './count-rows.ts';
import type { Caller, World } from './world.ts';

type Step = Readonly<Record<string, unknown>> & { readonly kind: (typeof trailStepKinds)[number] };

/** That the way of an issue can be walked, in a world that somebody else has seeded with the demo. */
export function testTrailOf(seeded: () => World): void {
  let world: World;
  let issueId: string;
  let facilitator: Caller;

  const walked = async (as: Caller = {}, id = issueId): Promise<readonly Step[]> => {
    const { data, errors } = await world.ask<{ issue: { trail: Step[] } }>(
      `query ($id: ID!) { issue(id: $id) { trail { id kind happenedOn textKm textEn count wasChosen outcome decision
        amountRiel sources { source amountRiel } planState percentDone evidenceLink issueState office { nameEn } } } }`,
      { id },
      as,
    );
    expect(errors).toEqual([]);
    return data.issue.trail;
  };
  const kinds = (steps: readonly Step[]) => steps.map(({ kind }) => kind);
  const one = (steps: readonly Step[], kind: Step['kind']) => steps.find((step) => step.kind === kind);

  beforeAll(async () => {
    world = seeded();
    issueId = (await world.em().findOneOrFail(Issue, { titleEn: { $like: 'Separate toilets%' } })).id;
    facilitator = await aStaffMember(world, 'a keeper', [{ role: 'FACILITATOR', placeCode: '140907' }]);
  });

  it('goes from the concerns by poll, research, meeting, answer, plan and money to the verdict', async () => {
    const steps = await walked();
    expect([...new Set(kinds(steps))]).toEqual([...trailStepKinds]);
    expect(one(steps, 'POLL')).toMatchObject({ wasChosen: true, count: 33 });
    expect(one(steps, 'FINDING')).toMatchObject({ count: 48 });
    expect(one(steps, 'MEETING')).toMatchObject({ outcome: 'DECIDED' });
    expect(one(steps, 'ANSWER')).toMatchObject({ decision: 'PLANNED' });
    expect(one(steps, 'MONEY')).toMatchObject({
      amountRiel: 12_000_000,
      sources: [{ amountRiel: 6_000_000 }, { amountRiel: 3_000_000 }, { amountRiel: 3_000_000 }],
    });
    expect(one(steps, 'PROGRESS')).toMatchObject({ planState: 'DONE', percentDone: 100 });
    expect(one(steps, 'VERDICT')).toMatchObject({ issueState: 'CONFIRMED', count: 14 });
  });

  it('leads from the promise back to the decision it follows from', async () => {
    const { data, errors } = await world.ask<{ issue: { planItems: object[] } }>(
      `query ($id: ID!) { issue(id: $id) { planItems { agendaItems { outcome meeting { kind } } } } }`,
      { id: issueId },
    );
    expect(errors).toEqual([]);
    expect(data.issue.planItems).toEqual([
      { agendaItems: [{ outcome: 'DECIDED', meeting: { kind: 'CCWC_MONTHLY' } }] },
    ]);
  });

  it('tells no number of children below ten', async () => {
    const steps = await walked();
    expect((await world.em().findOneOrFail(Issue, { id: issueId })).concernCount).toBe(1);
    expect(one(steps, 'CONCERNS')).toMatchObject({ count: null });
    await world.em().execute(
      `delete from verdicts where issue_id = ? and voice_key not in
      (select voice_key from verdicts where issue_id = ? order by voice_key limit 9)`,
      [issueId, issueId],
    );
    expect(one(await walked(), 'VERDICT')).toMatchObject({ count: null, issueState: 'CONFIRMED' });
  });

  it('leaves out drafts, sensitive things and what was said without children, also for who may see them', async () => {
    const before = (await walked()).length;
    const em = world.em();
    const [poll] = await em.find(Poll, { state: 'CLOSED', isSensitive: false }, { limit: 1 });
    const { version: _, ...facts } = { ...poll! };
    for (const given of [{ state: 'DRAFT' as const }, { isSensitive: true }]) {
      const id = newId();
      await em.insert(Poll, { ...facts, id, idempotencyKey: newId(), ...given });
      await em.insert(PollOption, {
        pollId: id,
        key: 'o1',
        position: 1,
        titleKm: 'ក',
        issueId,
        isProposedByChild: false,
        state: 'STANDING',
      });
    }
    const topic = await em.findOneOrFail(ResearchTopic, { isSensitive: true });
    await em.nativeUpdate(Finding, { topicId: topic.id }, { issueId });
    const meeting = await em.findOneOrFail(Meeting, { state: 'HELD' }, { orderBy: { id: 'asc' } });
    await em.insert(AgendaItem, {
      id: newId(),
      meetingId: meeting.id,
      position: 30,
      kind: 'ISSUE',
      issueId,
      isWithoutChildren: true,
    });
    expect(await walked()).toHaveLength(before);
    expect(await walked(facilitator)).toHaveLength(before);
  });

  it('takes a finding a keeper of the topic links, of the same commune and not sensitive', async () => {
    const em = world.em();
    const finding = await em.findOneOrFail(Finding, { textEn: { $like: '24 of 48%' } });
    const sensitive = await em.findOneOrFail(Finding, {
      issueId,

      topicId: { $ne: finding.topicId },
    });
    const elsewhere = await em.findOneOrFail(Issue, { communeCode: '020808' }, { orderBy: { id: 'asc' } });
    const link = async (input: object, as: Caller) => {
      const { problems } = await deedOf(world, 'linkFinding', input, as, 'topic { id }');
      return problems.map(({ code }) => code);
    };
    const before = await countRows(world);
    expect(await link({ findingId: finding.id, issueId }, {})).toEqual(['NOT_FOUND']);
    expect(await link({ findingId: sensitive.id, issueId }, facilitator)).toEqual(['WRONG_STATE']);
    expect(await link({ findingId: finding.id, issueId: elsewhere.id }, facilitator)).toEqual(['NOT_FOUND']);
    expect(await countRows(world)).toEqual(before);
    expect(await link({ findingId: finding.id, issueId }, facilitator)).toEqual([]);
    expect(kinds(await walked()).filter((kind) => kind === 'FINDING')).toHaveLength(2);
  });

  it('costs so many statements and no more, however many steps it has', async () => {
    const { count } = await countQueries(world.database, () => walked());
    // Issue, polls twice, options, results, findings, agenda, meetings, turns, answers, plans, reports, verdicts twice.
    expect(count).toBeLessThanOrEqual(15);
  });
}
