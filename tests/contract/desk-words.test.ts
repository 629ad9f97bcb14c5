import { describe, expect, it } from 'vitest';
import { problemCodes } from '../../apps/protection/src/problems.ts';
import { messageLanguages, messagesOf } from '../../packages/messages/src/index.ts';

/** What the desk refuses a child: the codes of the deeds that need no session. */
const toChildren = [
  'REQUIRED',
  'TOO_LONG',
  'RECEIPT_NOT_RIGHT',
  'SAME_KEY_OTHER_CONTENT',
  'TOO_MANY_TRIES',
  'TOO_MANY_CONCERNS',
  'UNREADABLE_TEXT',
  'INTAKE_CLOSED',
  'CASE_DAMAGED',
  'DUTY_TO_PROTECT',
] as const satisfies readonly (typeof problemCodes)[number][];

describe.each(messageLanguages)("the desk's refusals in %s", (language) => {
  const words = messagesOf(language);

  it('have words for children, in their own tone', () => {
    const without = toChildren.filter(
      (code) => !words.has(`problem.${code}`) && !words.has(`safe.problem.${code}`),
    );
    expect(without).toEqual([]);
  });

  it('have words for staff, every one', () => {
    const without = problemCodes.filter(
      (code) => !words.has(`problem.${code}`) && !words.has(`protect.problem.${code}`),
    );
    expect(without).toEqual([]);
  });
});
