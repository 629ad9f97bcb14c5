import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CountedBallot } from '../profile/rankings.ts';
import { approval } from './approval.ts';
import type { PollQuestion } from './ballot-type.ts';
import { ballotTypeNames, ballotTypeOf } from './by-name.ts';
import { dots } from './dots.ts';
import { score } from './score.ts';
import { singleChoice } from './single-choice.ts';
import { statements } from './statements.ts';
import { ballotsOfSheet, type SheetColumns, type TallySheet } from './tally-sheet.ts';

const poll: PollQuestion = { options: [{ id: 'road' }, { id: 'lights' }, { id: 'toilets' }], settings: {} };

function ballots<Ballot>(
  sheet: SheetColumns<Ballot> | null,
  given: TallySheet,
): readonly CountedBallot<Ballot>[] {
  const result = ballotsOfSheet(sheet!, given, poll);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

describe('a tally sheet', () => {
  it('of a single choice becomes one ballot for each paper with a mark', () => {
    const paper = ballots(singleChoice.sheet, { papers: 10, counts: { road: [6], toilets: [3] } });
    expect(paper).toEqual([
      { ballot: { choice: 'road' }, count: 6 },
      { ballot: { choice: 'toilets' }, count: 3 },
    ]);
    expect(singleChoice.tally(paper, poll).rounds[0].tally).toEqual({ road: 6, lights: 0, toilets: 3 });
  });

  it('of approvals keeps the counts and the number of papers', () => {
    const paper = ballots(approval.sheet, { papers: 9, counts: { road: [6], lights: [2], toilets: [0] } });
    expect(approval.tally(paper, poll).rounds[0]).toEqual({
      tally: { road: 6, lights: 2, toilets: 0 },
      papers: 9,
    });
  });

  it('of faces, dots and statements keeps every column', () => {
    const faces = ballots(score.sheet, {
      papers: 5,
      counts: { road: [1, 0, 0, 0, 4], lights: [0, 2, 1, 0, 0] },
    });
    const outcome = score.tally(faces, poll).rounds[0];
    expect(outcome.papers).toBe(5);
    expect(outcome.scores['road']!.counts).toEqual([1, 0, 0, 0, 4]);
    expect(outcome.scores['lights']!.counts).toEqual([0, 2, 1, 0, 0]);
    const spread = ballots(dots.sheet, { papers: 4, counts: { road: [1, 0, 2, 0, 0] } });
    expect(dots.tally(spread, poll).rounds[0]).toMatchObject({
      tally: { road: 7 },
      givers: { road: 3 },
      papers: 4,
    });
    const answers = ballots(statements.sheet, { papers: 4, counts: { road: [2, 1, 1], lights: [0, 3, 0] } });
    expect(statements.tally(answers, poll).rounds[0].statements).toMatchObject({
      road: { agree: 2, disagree: 1, pass: 1 },
      lights: { agree: 0, disagree: 3, pass: 0 },
    });
  });

  it('is refused when it cannot be true', () => {
    const refusal = (papers: number, counts: TallySheet['counts']) =>
      ballotsOfSheet(approval.sheet!, { papers, counts }, poll);
    expect(refusal(5, { road: [6] })).toEqual({
      ok: false,
      problem: { code: 'MORE_MARKS_THAN_PAPERS', option: 'road' },
    });
    expect(refusal(5, { pool: [1] })).toEqual({
      ok: false,
      problem: { code: 'OPTION_UNKNOWN', option: 'pool' },
    });
    expect(refusal(5, { road: [1.5] })).toEqual({
      ok: false,
      problem: { code: 'NOT_A_COUNT', option: 'road' },
    });
    expect(refusal(5, { road: [1, 1] })).toEqual({
      ok: false,
      problem: { code: 'NOT_A_COUNT', option: 'road' },
    });
    expect(refusal(-1, {})).toEqual({ ok: false, problem: { code: 'NOT_A_COUNT', option: null } });
    expect(
      ballotsOfSheet(singleChoice.sheet!, { papers: 5, counts: { road: [3], lights: [3] } }, poll),
    ).toEqual({
      ok: false,
      problem: { code: 'MORE_MARKS_THAN_PAPERS', option: null },
    });
  });

  it('gives the result of the same ballots cast online', () => {
    const ids = poll.options.map(({ id }) => id);
    const cast = fc.array(fc.subarray(ids), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(cast, (papers) => {
        const counts = Object.fromEntries(
          ids.map((id) => [id, [papers.filter((paper) => paper.includes(id)).length]]),
        );
        const online = approval.tally(
          papers.map((approved) => ({ ballot: { approved }, count: 1 })),
          poll,
        );
        expect(approval.tally(ballots(approval.sheet, { papers: papers.length, counts }), poll)).toEqual(
          online,
        );
      }),
    );
  });

  it('exists for every type whose rules need no whole papers', () => {
    expect(ballotTypeNames.filter((name) => ballotTypeOf(name).sheet === null)).toEqual(['RANKED', 'BUDGET']);
  });
});
