import type { IssueState } from '@samleng/vocabulary';
import { issueStates } from '@samleng/vocabulary';
import { day } from './figures.ts';
import { m } from './words.ts';

/** Of an office's turn with an issue, what says what the office does next. */
export interface TurnSoFar {
  readonly isCurrent: boolean;
  readonly acknowledgedOn?: string | null;
  readonly clock: {
    readonly acknowledgeBy: string;
    readonly answerBy: string;
    readonly escalateOn: string;
    readonly isAcknowledgementOverdue: boolean;
    readonly isAnswerOverdue: boolean;
  };
}

/** What the office does next about an issue, as one sentence. */
export function nextStep(turn: TurnSoFar, state: IssueState): string {
  const { clock } = turn;
  if (!turn.isCurrent) return m['office.nextStep.gone']();
  if (!issueStates[state].isAnswered) {
    if (clock.isAnswerOverdue) return m['office.nextStep.answerLate']({ date: day(clock.escalateOn) });
    if (turn.acknowledgedOn) return m['office.nextStep.answer']({ date: day(clock.answerBy) });
    const date = day(clock.acknowledgeBy);
    return clock.isAcknowledgementOverdue
      ? m['office.nextStep.acknowledgeLate']({ date })
      : m['office.nextStep.acknowledge']({ date });
  }
  switch (state) {
    case 'PLANNED':
    case 'IN_PROGRESS':
      return m['office.nextStep.report']();
    case 'ANSWERED':
      return m['office.nextStep.again']();
    case 'CONFIRMED':
      return m['office.nextStep.none']();
    default:
      return m['office.nextStep.wait']();
  }
}
