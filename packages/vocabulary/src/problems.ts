/**
 * Why a deed was refused, as data. Each code has words in `messages` under `problem.<KEY>`; a test holds the two
 * together. A code names what the person can mend; faults of ours are errors, not problems.
 */
export const problemCodes = [
  'REQUIRED',
  'TOO_LONG',
  'TOO_SHORT',
  'UNREADABLE_TEXT',
  'NOT_IN_LIST',
  'NOT_A_DATE',
  'DATE_IN_PAST',
  'NOT_A_NUMBER',
  'OUT_OF_RANGE',
  'NOT_FOUND',
  'PLACE_NOT_FOUND',
  'PLACE_NOT_A_COMMUNE',
  'VILLAGE_OF_ANOTHER_COMMUNE',
  'TOPIC_OF_ANOTHER_CATEGORY',
  'RECEIPT_NOT_RIGHT',
  'SAME_KEY_OTHER_CONTENT',
  'TOO_MANY_TRIES',
  'TOO_MANY_CONCERNS',
  'ALREADY_MODERATED',
  'IDENTIFIERS_LEFT',
  'WRONG_STATE',
  'NO_OFFICE',
  'SAME_OFFICE',
  'ABOUT_THIS_OFFICE',
  'SUMS_DIFFER',
  'SIGN_IN_NOT_RIGHT',
  'SECOND_STEP_NOT_RIGHT',
  'INVITATION_NOT_RIGHT',
  'PASSPHRASE_TOO_SHORT',
  'PASSPHRASE_TOO_COMMON',
  'SIGN_IN_AGAIN',
  'OWN_ACCOUNT',
  'LAST_ADMINISTRATOR',
  'ALREADY_THERE',
  'RULES_CONTRADICT',
  'TRAINING_MISSING',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** One refusal: what is wrong and, where one is to blame, which field. */
export type Problem = { readonly code: ProblemCode; readonly field: string | null };
