/** What a person may disclose. */
export const HARM_KINDS = [
  'PHYSICAL_VIOLENCE',
  'SEXUAL_VIOLENCE',
  'ONLINE_SEXUAL_EXTORTION',
  'SELF_HARM',
  'EXPLOITATION',
  'LABOUR',
  'FORCED_MARRIAGE',
  'NEGLECT',
  'CONFINEMENT',
  'BULLYING',
  'THREAT',
  'FEAR_OR_CALL_FOR_HELP',
] as const;
export type HarmKind = (typeof HARM_KINDS)[number];
