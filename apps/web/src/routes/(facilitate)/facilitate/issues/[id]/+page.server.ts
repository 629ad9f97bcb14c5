import { error, fail, redirect } from '@sveltejs/kit';
import { type IssueDraft, readDraft, wordsOf } from '#lib/forms/issue-words.ts';
import { memberOf, textOf } from '#lib/forms/read.ts';
import { keep } from '#lib/forms/refusal.ts';
import { ask, askIfThere } from '#lib/server/api.ts';
import { deed, refused } from '#lib/server/deed.ts';
import type { IssueToTendQuery } from '#lib/server/generated/graphql.ts';
import { marksLeft } from '#lib/server/marks-left.ts';
import { officesAround } from '#lib/server/offices-around.ts';
import {
  AssignIssue,
  EditIssue,
  IssuesBeside,
  IssueToTend,
  MergeIssues,
} from '#lib/server/operations/moderation.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { issue } = await ask(event, IssueToTend, { id: event.params.id });
  if (!issue) error(404, 'refused');
  const [beside, offices] = await Promise.all([
    issue.viewerCan.edit
      ? askIfThere(event, IssuesBeside, {
          text: issue.wordsKm ?? issue.wordsEn ?? '',
          communeCode: issue.commune.code,
          category: issue.category,
        })
      : null,
    issue.viewerCan.assign ? officesAround(event, issue.commune.code) : [],
  ]);
  const similar = (beside?.similarIssues ?? []).filter((one) => one.issue.id !== issue.id);
  const known = new Set([issue.id, ...similar.map((one) => one.issue.id)]);
  return {
    issue,
    draft: draftOf(issue),
    similar,
    others: (beside?.issues.nodes ?? []).filter((one) => !known.has(one.id)),
    offices: offices.filter((office) => office.id !== issue.currentAssignment?.office.id),
    done: memberOf(['edited', 'assigned', 'joined'] as const, event.url.searchParams.get('done')),
  };
};

export const actions: Actions = {
  preview: async (event) => {
    const form = await event.request.formData();
    const draft = readDraft(form);
    return { problems: [], kept: keep(form), isAway: false, draft, marks: marksLeft(draft) };
  },

  edit: async (event) => {
    const form = await event.request.formData();
    const draft = readDraft(form);
    const { category, topic, justified } = draft;
    const input = {
      issueId: event.params.id,
      ...wordsOf(draft),
      category,
      topic,
      justifiedIdentifiers: [...justified],
    };
    const done = await deed(event, form, EditIssue, { input }, (data) => data.editIssue.problems);
    if (done.refusal) {
      return fail(done.refusal.status, { ...done.refusal.data, draft, marks: marksLeft(draft) });
    }
    redirect(303, `/facilitate/issues/${event.params.id}?done=edited`);
  },

  /** Joining cannot be undone: whoever does it says that both were read. */
  join: async (event) => {
    const form = await event.request.formData();
    const intoIssueId = textOf(form, 'into', 40) || textOf(form, 'other', 40);
    if (!intoIssueId) return refused(form, [{ code: 'REQUIRED', field: 'into' }]);
    if (form.get('isSure') !== 'yes') return refused(form, [{ code: 'REQUIRED', field: 'isSure' }]);
    const input = { fromIssueId: event.params.id, intoIssueId };
    const done = await deed(event, form, MergeIssues, { input }, (data) => data.mergeIssues.problems);
    if (done.refusal) return done.refusal;
    redirect(303, `/facilitate/issues/${intoIssueId}?done=joined`);
  },

  assign: async (event) => {
    const form = await event.request.formData();
    const officeId = textOf(form, 'officeId', 40);
    if (!officeId) return refused(form, [{ code: 'REQUIRED', field: 'officeId' }]);
    const input = { issueId: event.params.id, officeId };
    const done = await deed(event, form, AssignIssue, { input }, (data) => data.assignIssue.problems);
    if (done.refusal) return done.refusal;
    redirect(303, `/facilitate/issues/${event.params.id}?done=assigned`);
  },
};

function draftOf(issue: NonNullable<IssueToTendQuery['issue']>): IssueDraft {
  return {
    titleKm: issue.titleKm ?? '',
    wordsKm: issue.wordsKm ?? '',
    titleEn: issue.titleEn ?? '',
    wordsEn: issue.wordsEn ?? '',
    category: issue.category,
    topic: issue.topic ?? null,
    villageCode: '',
    aboutOfficeKind: null,
    justified: [],
  };
}
