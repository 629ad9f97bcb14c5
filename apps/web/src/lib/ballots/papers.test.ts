import { describe, expect, it } from 'vitest';
import type { Asked } from './draft.ts';
import { ballotsOfPapers, countPapers, paperIn, parsePapers, writePapers } from './papers.ts';

const options = ['o1', 'o2', 'o3'].map((key) => ({ key }));
const ranked: Asked = { ballotType: 'RANKED', options, settings: {} };
const budget: Asked = { ballotType: 'BUDGET', options, settings: { money: 10, points: 0 } };
const points: Asked = { ballotType: 'BUDGET', options, settings: { money: 10, points: 5 } };

function marked(marks: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [option, mark] of Object.entries(marks)) form.set(`mark-${option}`, mark);
  return form;
}

describe('a paper', () => {
  it('with places is an order, in Khmer digits too', () => {
    expect(paperIn(marked({ o1: '២', o2: '', o3: '1' }), ranked)).toEqual([
      ['o3', '1'],
      ['o1', '1'],
    ]);
  });

  it('with a place twice, a place left out or a word is not read', () => {
    expect(paperIn(marked({ o1: '1', o2: '1' }), ranked)).toBeNull();
    expect(paperIn(marked({ o1: '1', o2: '3' }), ranked)).toBeNull();
    expect(paperIn(marked({ o1: 'one' }), ranked)).toBeNull();
  });

  it('with ticks approves, with numbers spreads points', () => {
    expect(paperIn(marked({ o2: 'yes' }), budget)).toEqual([['o2', '1']]);
    expect(paperIn(marked({ o1: '4', o3: '1' }), points)).toEqual([
      ['o1', '4'],
      ['o3', '1'],
    ]);
  });
});

describe('papers typed in one by one', () => {
  const first = { draft: [['o2', '1'] as const, ['o1', '1'] as const], count: 1 };
  const other = { draft: [['o3', '1'] as const], count: 2 };

  it('are carried on, equal ones together', () => {
    const text = writePapers([first, other, first]);
    expect(text).toBe('o2:1.o1:1*2|o3:1*2');
    const papers = parsePapers(text, ranked);
    expect(countPapers(papers)).toBe(4);
    expect(ballotsOfPapers(papers, ranked)).toEqual([
      { ballot: { ranking: ['o2', 'o1'] }, count: 2 },
      { ballot: { ranking: ['o3'] }, count: 2 },
    ]);
  });

  it('leave out what does not belong to the poll', () => {
    expect(parsePapers('o9:1*3|o1:1*0|o1:1*-2|<b>|o2:1*5', ranked)).toEqual([
      { draft: [['o2', '1']], count: 5 },
    ]);
  });
});
