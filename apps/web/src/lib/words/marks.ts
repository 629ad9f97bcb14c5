import { m } from './words.ts';

/** What a marked text seems to be: a person's name, a phone number … */
export function markName(kind: string): string {
  switch (kind) {
    case 'NAME':
      return m['facilitate.mark.NAME']();
    case 'PHONE':
      return m['facilitate.mark.PHONE']();
    case 'IDENTITY_NUMBER':
      return m['facilitate.mark.IDENTITY_NUMBER']();
    case 'EMAIL':
      return m['facilitate.mark.EMAIL']();
    case 'LINK':
      return m['facilitate.mark.LINK']();
    case 'ADDRESS':
      return m['facilitate.mark.ADDRESS']();
    default:
      return m['facilitate.mark.other']();
  }
}

const namedSigns = {
  PHYSICAL_VIOLENCE: 'facilitate.sign.PHYSICAL_VIOLENCE',
  SEXUAL_VIOLENCE: 'facilitate.sign.SEXUAL_VIOLENCE',
  ONLINE_SEXUAL_EXTORTION: 'facilitate.sign.ONLINE_SEXUAL_EXTORTION',
  SELF_HARM: 'facilitate.sign.SELF_HARM',
  EXPLOITATION: 'facilitate.sign.EXPLOITATION',
  LABOUR: 'facilitate.sign.LABOUR',
  FORCED_MARRIAGE: 'facilitate.sign.FORCED_MARRIAGE',
  NEGLECT: 'facilitate.sign.NEGLECT',
  CONFINEMENT: 'facilitate.sign.CONFINEMENT',
  BULLYING: 'facilitate.sign.BULLYING',
  THREAT: 'facilitate.sign.THREAT',
  FEAR_OR_CALL_FOR_HELP: 'facilitate.sign.FEAR_OR_CALL_FOR_HELP',
} as const;

/** Which harm words may speak of; kinds that have no words here are still harm. */
export function signName(kind: string): string {
  return kind in namedSigns ? m[namedSigns[kind as keyof typeof namedSigns]]() : m['facilitate.sign.other']();
}
