import { json } from '@sveltejs/kit';
import type { ProblemCode } from '@samleng/vocabulary';
import { parseAboutMe } from '#lib/forms/about-me.ts';
import { ballotOf, parseDraft } from '#lib/ballots/draft.ts';
import { readMeetingRecord } from '#lib/forms/meeting-record.ts';
import { readRaise } from '#lib/forms/raise.ts';
import { textOf } from '#lib/forms/read.ts';
import { readSheet } from '#lib/research/read-answers.ts';
import { formOfSheets } from '#lib/research/sheets.ts';
import { attempt, type Outcome } from '#lib/server/api.ts';
import { askedPoll } from '#lib/server/asked-poll.ts';
import { readCookie } from '#lib/server/cookies.ts';
import { SupportIssue, WithdrawSupport } from '#lib/server/operations/issues.ts';
import { OneMeeting, RecordMeeting } from '#lib/server/operations/meetings.ts';
import { FormOfTopic, RecordSurveyAnswers } from '#lib/server/operations/research.ts';
import { CastBallot } from '#lib/server/operations/polls.ts';
import { raiseConcern } from '#lib/server/raise-concern.ts';
import { m } from '#lib/words/words.ts';
import type { RequestEvent, RequestHandler } from './$types';

/**
 * One item of a phone's outbox. It may come any number of times: a concern counts once by its key, a support and an
 * open vote once by the phone. Answers `done`, `refused` with words a child can act on, or `later`.
 */
export const POST: RequestHandler = async (event) => {
  const form = await event.request.formData();
  const kind = textOf(form, 'kind', 20);
  // Whoever holds the phone now is not the child that did this, or not the facilitator.
  if ((event.locals.sessionToken !== null) !== (kind === 'sheet' || kind === 'meeting'))
    return json({ outcome: 'later' });
  switch (kind) {
    case 'sheet':
      return sheet(event, form);
    case 'meeting':
      return record(event, form);
    case 'raise':
      return raise(event, form);
    case 'support':
      return support(event, textOf(form, 'issue', 36), textOf(form, 'wanted', 3) === 'yes');
    case 'vote':
      return vote(event, textOf(form, 'poll', 36), textOf(form, 'draft'));
    default:
      return json({ outcome: 'refused', why: m['offline.notUnderstood']() });
  }
};

/** One person's answers to a survey: once by their id. A topic that is not this facilitator's waits for its own. */
async function sheet(event: RequestEvent, form: FormData) {
  const topicId = textOf(form, 'topic', 36);
  const found = await attempt(event, FormOfTopic, { id: topicId });
  const topic = found.ok ? found.data.researchTopic : null;
  const survey = topic ? formOfSheets(topic.form) : null;
  if (!topic?.viewerCan.keep || !survey) return json({ outcome: 'later' });
  const input = { topicId, sheets: [readSheet(form, survey)] };
  return answer(
    await attempt(event, RecordSurveyAnswers, { input }),
    (data) => data.recordSurveyAnswers.problems,
  );
}

/** The record of a meeting: once by its id. Another record that came before it stands, and this one says so. */
async function record(event: RequestEvent, form: FormData) {
  const found = await attempt(event, OneMeeting, { id: textOf(form, 'meeting', 36) });
  const meeting = found.ok ? found.data.meeting : null;
  if (!meeting?.viewerCan.record || !meeting.startsAt) return json({ outcome: 'later' });
  const input = readMeetingRecord(form, meeting, meeting.startsAt);
  const outcome = await attempt(event, RecordMeeting, { input });
  if (outcome.ok && outcome.data.recordMeeting.problems[0]?.code === 'WRONG_STATE')
    return json({ outcome: 'refused', why: m['meetings.recordedMeanwhile']() });
  return answer(outcome, (data) => data.recordMeeting.problems);
}

async function raise(event: RequestEvent, form: FormData) {
  const values = readRaise(form);
  if (!values) return json({ outcome: 'refused', why: m['offline.notUnderstood']() });
  const outcome = await raiseConcern(event, values);
  return answer(outcome, (data) => data.raiseConcern.problems);
}

async function support(event: RequestEvent, issueId: string, isWanted: boolean) {
  if (!isWanted) {
    const outcome = await attempt(event, WithdrawSupport, { issueId });
    return answer(outcome, (data) => data.withdrawSupport.problems);
  }
  const { sex, ageBand, disability } = parseAboutMe(readCookie(event, 'about'));
  const input = { issueId, sex, ageBand, disability, villageCode: null };
  return answer(await attempt(event, SupportIssue, { input }), (data) => data.supportIssue.problems);
}

async function vote(event: RequestEvent, pollId: string, draft: string) {
  const { poll, asked } = await askedPoll(event, pollId);
  if (poll.state !== 'OPEN') return json({ outcome: 'refused', why: m['offline.pollClosed']() });
  const ballot = ballotOf(parseDraft(draft, asked), asked);
  const input = { pollId, ballot, card: null, turn: null };
  return answer(await attempt(event, CastBallot, { input }), (data) => data.castBallot.problems);
}

type Problems = readonly { readonly code: ProblemCode }[];

/** Arrived before, in this or an earlier shape: that is what the child wanted. */
const alreadyDone = new Set<ProblemCode>(['SAME_KEY_OTHER_CONTENT', 'ALREADY_THERE']);
/** Full for now: the phone tries again by itself. */
const laterOn = new Set<ProblemCode>(['TOO_MANY_TRIES', 'TOO_MANY_CONCERNS', 'TOO_MANY_BALLOTS']);

function answer<Data>(outcome: Outcome<Data>, problemsOf: (data: Data) => Problems) {
  if (!outcome.ok) return json({ outcome: 'later' });
  const code = problemsOf(outcome.data)[0]?.code;
  if (code === undefined || alreadyDone.has(code)) return json({ outcome: 'done' });
  if (laterOn.has(code)) return json({ outcome: 'later' });
  if (code === 'POLL_NOT_OPEN') return json({ outcome: 'refused', why: m['offline.pollClosed']() });
  return json({ outcome: 'refused', why: m[`problem.${code}`]() });
}
