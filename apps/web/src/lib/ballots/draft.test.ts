import { describe, expect, it } from 'vitest';
import { type Asked, ballotOf, isFull, moneyLeft, parseDraft, press, writeDraft } from './draft.ts';

const options = [
  { key: 'o1', costRiel: 700 },
  { key: 'o2', costRiel: 450 },
  { key: 'o3', costRiel: 120 },
];

function pressed(asked: Asked, ...buttons: string[]) {
  return buttons.reduce<ReturnType<typeof press>>((draft, button) => press(draft, asked, button), []);
}

describe('a ballot made tap by tap', () => {
  it('of one choice is the last one tapped', () => {
    const asked: Asked = { ballotType: 'SINGLE_CHOICE', options, settings: {} };
    const draft = pressed(asked, 'pick:o1', 'pick:o3');
    expect(isFull(draft, asked)).toBe(true);
    expect(ballotOf(draft, asked)).toEqual({ choice: 'o3' });
  });

  it('of an order gives the last place by itself, and goes back', () => {
    const asked: Asked = { ballotType: 'RANKED', options, settings: {} };
    const draft = pressed(asked, 'pick:o1', 'back', 'pick:o2', 'pick:o1');
    expect(ballotOf(draft, asked)).toEqual({ ranking: ['o2', 'o1', 'o3'] });
    expect(isFull(draft, asked)).toBe(true);
  });

  it('of an order ends with the last place that is asked for', () => {
    const asked: Asked = { ballotType: 'RANKED', options, settings: { most: 2 } };
    expect(isFull(pressed(asked, 'pick:o3'), asked)).toBe(false);
    const draft = pressed(asked, 'pick:o3', 'pick:o1');
    expect(isFull(draft, asked)).toBe(true);
    expect(ballotOf(draft, asked)).toEqual({ ranking: ['o3', 'o1'] });
  });

  it('of faces leaves out what was skipped', () => {
    const asked: Asked = { ballotType: 'SCORE', options, settings: { faces: 5 } };
    expect(ballotOf(pressed(asked, 'mark:o1:5', 'mark:o2:-', 'mark:o3:2'), asked)).toEqual({
      scores: { o1: 5, o3: 2 },
    });
  });

  it('of dots counts up and down', () => {
    const asked: Asked = { ballotType: 'DOTS', options, settings: { dots: 5 } };
    expect(ballotOf(pressed(asked, 'more:o1', 'more:o1', 'more:o2', 'less:o2', 'less:o1'), asked)).toEqual({
      dots: { o1: 1 },
    });
  });

  it('of a budget is taken back with a second tap and says what is left', () => {
    const asked: Asked = { ballotType: 'BUDGET', options, settings: { money: 1_000, points: 0 } };
    const draft = pressed(asked, 'pick:o1', 'pick:o2', 'pick:o1', 'pick:o3');
    expect(ballotOf(draft, asked)).toEqual({ approved: ['o2', 'o3'] });
    expect(moneyLeft(draft, asked)).toBe(430);
  });

  it('is carried from screen to screen, without what does not belong to it', () => {
    const asked: Asked = { ballotType: 'STATEMENTS', options, settings: {} };
    const draft = pressed(asked, 'mark:o1:agree', 'mark:o2:pass', 'mark:o9:agree', 'mark:o3:<b>');
    expect(parseDraft(writeDraft(draft), asked)).toEqual(draft);
    expect(parseDraft('o1:agree.o7:agree.o2:<script>', asked)).toEqual([['o1', 'agree']]);
  });
});
