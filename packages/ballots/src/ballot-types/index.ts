import { approval } from './approval.ts';
import { budget } from './budget.ts';
import { dots } from './dots.ts';
import { ranked } from './ranked.ts';
import { score } from './score.ts';
import { singleChoice } from './single-choice.ts';
import { statements } from './statements.ts';

/**
 * Every way of answering a poll. To add one: a file beside these and its line here; its words in `messages`. Form,
 * API and command line follow this list.
 */
export const ballotTypes = [singleChoice, approval, ranked, score, dots, statements, budget] as const;
