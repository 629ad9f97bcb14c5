import { describe, expect, it } from 'vitest';
import { stranger, type Viewer } from '../accounts/index.ts';
import type { CardBatch } from './card.entity.ts';
import {
  mayApproveCards,
  mayAskToClose,
  mayChange,
  mayConfirmClose,
  mayEnterPapers,
  mayMakeCards,
  mayPropose,
  mayReviewFlag,
  mayRunPolls,
  maySeePoll,
  mayVoidCards,
  takesBallots,
} from './poll.policy.ts';

const staff = (
  accountId: string,
  role: 'FACILITATOR' | 'OFFICIAL' | 'ANALYST' | 'ADMINISTRATOR',
  placeCode: string | null,
) => ({ ...stranger, accountId, grants: [{ role, placeCode, officeId: null }] }) satisfies Viewer;

const people: Readonly<Record<string, Viewer>> = {
  stranger,
  child: { ...stranger, deviceKey: 'd' },
  facilitator: staff('sokha', 'FACILITATOR', '140907'),
  'second facilitator': staff('dara', 'FACILITATOR', '1409'),
  'facilitator of elsewhere': staff('vanna', 'FACILITATOR', '170704'),
  official: staff('chan', 'OFFICIAL', null),
  analyst: staff('nimol', 'ANALYST', null),
  administrator: staff('rotha', 'ADMINISTRATOR', null),
};

const poll = {
  placeCode: '140907',
  state: 'OPEN' as const,
  electorate: 'CLUB' as const,
  takesProposals: false,
  closeAskedBy: 'sokha',
};
const batch = { state: 'DRAWN', askedBy: 'sokha', signals: ['BURST'] } as unknown as CardBatch;

/** Who of all may. */
const who = (may: (viewer: Viewer) => boolean) => Object.keys(people).filter((name) => may(people[name]!));
const both = ['facilitator', 'second facilitator'];

describe('who may do what with a poll', () => {
  it.each<[string, (viewer: Viewer) => boolean, string[]]>([
    ['run polls of a place', (viewer) => mayRunPolls(viewer, '140907'), both],
    ['run polls of the district', (viewer) => mayRunPolls(viewer, '1409'), ['second facilitator']],
    ['see a draft', (viewer) => maySeePoll(viewer, { ...poll, state: 'DRAFT' }), [...both, 'administrator']],
    ['see an open poll', (viewer) => maySeePoll(viewer, poll), Object.keys(people)],
    [
      'see a draft that asks for proposals',
      (viewer) => maySeePoll(viewer, { ...poll, state: 'DRAFT', takesProposals: true }),
      Object.keys(people),
    ],
    ['propose', (viewer) => mayPropose(viewer, { state: 'DRAFT', takesProposals: true }), ['child']],
    ['propose to an open poll', (viewer) => mayPropose(viewer, { state: 'OPEN', takesProposals: true }), []],
    ['change a draft', (viewer) => mayChange(viewer, { ...poll, state: 'DRAFT' }), both],
    ['change an open poll', (viewer) => mayChange(viewer, poll), []],
    ['make cards', (viewer) => mayMakeCards(viewer, poll), both],
    [
      'make cards for an open electorate',
      (viewer) => mayMakeCards(viewer, { ...poll, electorate: 'OPEN' }),
      [],
    ],
    [
      'approve cards',
      (viewer) => mayApproveCards(viewer, poll, { state: 'ASKED', askedBy: 'sokha' }),
      ['second facilitator', 'administrator'],
    ],
    [
      'make cards void while open',
      (viewer) => mayVoidCards(viewer, poll, batch),
      ['second facilitator', 'administrator'],
    ],
    [
      'make cards void before',
      (viewer) => mayVoidCards(viewer, { ...poll, state: 'DRAFT' }, batch),
      [...both, 'administrator'],
    ],
    [
      'review a flag',
      (viewer) => mayReviewFlag(viewer, poll, batch),
      ['second facilitator', 'administrator'],
    ],
    ['enter papers', (viewer) => mayEnterPapers(viewer, { ...poll, state: 'CLOSING' }), both],
    ['enter papers afterwards', (viewer) => mayEnterPapers(viewer, { ...poll, state: 'CLOSED' }), []],
    ['ask to close', (viewer) => mayAskToClose(viewer, poll), both],
    [
      'confirm',
      (viewer) => mayConfirmClose(viewer, { ...poll, state: 'CLOSING' }),
      ['second facilitator', 'administrator'],
    ],
    ['confirm what nobody asked for', (viewer) => mayConfirmClose(viewer, poll), []],
  ])('%s', (_deed, may, expected) => {
    expect(who(may)).toEqual(expected);
  });

  it('answer within its time: from the first instant, until just before the last', () => {
    const times = { opensAt: new Date(1_000), closesAt: new Date(2_000) };
    const takes = (state: 'DRAFT' | 'OPEN' | 'CLOSING' | 'CLOSED', at: number) =>
      takesBallots({ state, ...times }, new Date(at));
    expect([999, 1_000, 1_999, 2_000].map((at) => takes('OPEN', at))).toEqual([false, true, true, false]);
    expect(
      ['DRAFT' as const, 'CLOSING' as const, 'CLOSED' as const].map((state) => takes(state, 1_500)),
    ).toEqual([false, false, false]);
  });
});
