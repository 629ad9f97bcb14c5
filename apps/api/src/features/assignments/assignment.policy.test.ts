import { issueStateKeys, type IssueState } from '@samleng/vocabulary';
import { describe, expect, it } from 'vitest';
import { stranger, type Viewer } from '../accounts/index.ts';
import { mayAcknowledge, mayAnswer, mayAssign, mayHandOver } from './assignment.policy.ts';

const viewer = (
  role: Viewer['grants'][number]['role'],
  placeCode: string | null,
  officeId: string | null,
): Viewer => ({
  ...stranger,
  accountId: 'someone',
  grants: [{ role, placeCode, officeId }],
});
const people = {
  stranger,
  child: { ...stranger, deviceKey: 'a device' },
  facilitator: viewer('FACILITATOR', '140907', null),
  'facilitator of the province': viewer('FACILITATOR', '14', null),
  'other facilitator': viewer('FACILITATOR', '170704', null),
  official: viewer('OFFICIAL', null, 'the school'),
  'other official': viewer('OFFICIAL', null, 'the council'),
  analyst: viewer('ANALYST', null, null),
  administrator: viewer('ADMINISTRATOR', null, null),
} as const;

const issue = (state: IssueState) => ({ state, communeCode: '140907' });
const turn = { officeId: 'the school', acknowledgedAt: null, answeredAt: null };

/** Who may, of all people. */
function allowed(may: (viewer: Viewer) => boolean): string[] {
  return Object.entries(people).flatMap(([name, person]) => (may(person) ? [name] : []));
}
/** In which states the one person who may, may. */
function states(may: (state: IssueState) => boolean): IssueState[] {
  return issueStateKeys.filter(may);
}

describe('an office’s turn', () => {
  it('belongs to its officials', () => {
    for (const may of [mayAcknowledge, mayAnswer, mayHandOver]) {
      expect(allowed((person) => may(person, issue('ASSIGNED'), turn))).toEqual(['official']);
      expect(allowed((person) => may(person, issue('OPEN'), null))).toEqual([]);
    }
  });

  it('is given by hand by those who moderate there', () => {
    expect(allowed((person) => mayAssign(person, issue('OPEN')))).toEqual([
      'facilitator',
      'facilitator of the province',
      'administrator',
    ]);
  });

  it('allows each deed in its states', () => {
    const { official, administrator } = people;
    expect(states((state) => mayAcknowledge(official, issue(state), turn))).toEqual(['ASSIGNED', 'REOPENED']);
    expect(states((state) => mayHandOver(official, issue(state), turn))).toEqual([
      'OPEN',
      'ASSIGNED',
      'ACKNOWLEDGED',
      'ANSWERED',
      'REOPENED',
    ]);
    expect(states((state) => mayAnswer(official, issue(state), turn))).toEqual([
      'ASSIGNED',
      'ACKNOWLEDGED',
      'ANSWERED',
      'PLANNED',
      'IN_PROGRESS',
      'NOT_NOW',
      'NOT_POSSIBLE',
      'REOPENED',
    ]);
    expect(states((state) => mayAssign(administrator, issue(state)))).toEqual([
      'OPEN',
      'ASSIGNED',
      'ACKNOWLEDGED',
      'ANSWERED',
      'REOPENED',
    ]);
  });

  it('is acknowledged once and handed over only before the answer', () => {
    const at = new Date(0);
    const { official } = people;
    expect(mayAcknowledge(official, issue('ASSIGNED'), { ...turn, acknowledgedAt: at })).toBe(false);
    expect(mayAcknowledge(official, issue('ASSIGNED'), { ...turn, answeredAt: at })).toBe(false);
    expect(mayHandOver(official, issue('ANSWERED'), { ...turn, answeredAt: at })).toBe(false);
    expect(mayAnswer(official, issue('ANSWERED'), { ...turn, answeredAt: at })).toBe(true);
  });
});
