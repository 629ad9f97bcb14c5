import { defineEntity, p } from '@mikro-orm/core';
import { newId } from '@samleng/kernel';
import type { AssignmentEnd, Decision } from '@samleng/vocabulary';

/** An office's turn with an issue, with its clock. At most one of an issue has not ended. */
export const AssignmentSchema = defineEntity({
  name: 'Assignment',
  tableName: 'assignments',
  indexes: [
    { properties: ['issueId'] },
    { name: 'assignments_of_office', properties: ['officeId', 'endedAt'] },
  ],
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    issueId: p.uuid(),
    officeId: p.uuid(),
    assignedAt: p.datetime(),
    acknowledgedAt: p.datetime().nullable(),
    answeredAt: p.datetime().nullable(),
    endedAt: p.datetime().nullable(),
    ending: p.string().length(16).$type<AssignmentEnd>().nullable(),
    endingNote: p.string().length(1000).nullable(),
    /** The steps by which the routing table led here. */
    steps: p.json<object[]>(),
    version: p.integer().version(),
  },
});
export class Assignment extends AssignmentSchema.class {}
AssignmentSchema.setClass(Assignment);

/** What an office said: its decision, in words a child can read. Never changed; a later answer follows it. */
export const AnswerSchema = defineEntity({
  name: 'Answer',
  tableName: 'answers',
  indexes: [{ properties: ['issueId'] }],
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    issueId: p.uuid(),
    assignmentId: p.uuid(),
    officeId: p.uuid(),
    idempotencyKey: p.uuid().unique(),
    decision: p.string().length(16).$type<Decision>(),
    words: p.text(),
    reason: p.text().nullable(),
    nextStep: p.text().nullable(),
    question: p.text().nullable(),
    /** The same words spoken, for who does not read. */
    voiceId: p.uuid().nullable(),
    dueOn: p.date().nullable(),
    amountRiel: p.bigint('number').nullable(),
    passedOnToOfficeId: p.uuid().nullable(),
    answeredAt: p.datetime(),
    answeredBy: p.uuid(),
  },
});
export class Answer extends AnswerSchema.class {}
AnswerSchema.setClass(Answer);
