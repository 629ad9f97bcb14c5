/**
 * Why a deed was refused, as data. The desk has its own list: the participation service must not hold a word of it.
 * Codes that stand in both lists mean the same.
 */
export const problemCodes = [
  'REQUIRED',
  'TOO_LONG',
  'OUT_OF_RANGE',
  'NOT_FOUND',
  'RECEIPT_NOT_RIGHT',
  'SAME_KEY_OTHER_CONTENT',
  'TOO_MANY_TRIES',
  'TOO_MANY_CONCERNS',
  'UNREADABLE_TEXT',
  'WRONG_STATE',
  'ALREADY_THERE',
  'TRAINING_MISSING',
  'SIGN_IN_NOT_RIGHT',
  'SECOND_STEP_NOT_RIGHT',
  'INVITATION_NOT_RIGHT',
  'PASSPHRASE_TOO_SHORT',
  'PASSPHRASE_TOO_COMMON',
  'SIGN_IN_AGAIN',
  'OWN_ACCOUNT',
  /** The desk cannot take anything in now; the page shows 1280. */
  'INTAKE_CLOSED',
  /** What is stored of the case was changed by somebody; it is not shown, and the desk was alarmed. */
  'CASE_DAMAGED',
  /** Erasing is not possible: the desk has recorded a duty to protect. */
  'DUTY_TO_PROTECT',
  /** This person may not receive the case: excluded, not trained, or without a key. */
  'NOT_A_RECEIVER',
  /** The last person who receives in the country cannot be taken away. */
  'LAST_RECEIVER',
  /** A reason is needed, or the child's assent. */
  'REASON_NEEDED',
  /** The national system is not connected. */
  'NOT_CONNECTED',
  'RECEIVER_REFUSED',
  'RECEIVER_NOT_FOUND',
  'RECEIVER_HAS_IT_ALREADY',
  'RECEIVER_FOUND_IT_INVALID',
  'RECEIVER_DID_NOT_ANSWER',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** One refusal: what is wrong and, where one is to blame, which field. */
export type Problem = { readonly code: ProblemCode; readonly field: string | null };

export function problem(code: ProblemCode, field: string | null = null): Problem {
  return { code, field };
}
