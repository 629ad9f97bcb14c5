/** What a mark stands on. */
export const IDENTIFIER_KINDS = ['PHONE', 'IDENTITY_NUMBER', 'NAME', 'EMAIL', 'LINK', 'ADDRESS'] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

/** Something in a text that may tell who is meant; the end is exclusive. */
export interface Finding {
  readonly kind: IdentifierKind;
  readonly start: number;
  readonly end: number;
}
