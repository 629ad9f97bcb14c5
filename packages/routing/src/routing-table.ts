import type { Category, Level, OfficeKind, Topic } from '@samleng/vocabulary';

/**
 * One line of the table an administrator edits. A null field holds for everything:
 * no `topic` means every topic of the category, no `category` means every category.
 *
 * @example { id: 'commune.EDUCATION', category: 'EDUCATION', topic: null, level: 'COMMUNE',
 *            placeCode: null, officeKind: 'SCHOOL' }
 */
export type RoutingRule = {
  readonly id: string;
  readonly category: Category | null;
  readonly topic: Topic | null;
  /** The level of the matter's place for which the rule holds. */
  readonly level: Level;
  /** The rule holds in this place and everything below it; null: in the whole country. */
  readonly placeCode: string | null;
  readonly officeKind: OfficeKind;
};

/** An office as routing needs it. `placeCode` is the place it serves; '' is the whole country. */
export type OfficeEntry = {
  readonly id: string;
  readonly kind: OfficeKind;
  readonly placeCode: string;
  readonly isActive: boolean;
};

export type RoutingTable = {
  readonly rules: readonly RoutingRule[];
  readonly offices: readonly OfficeEntry[];
};

/** What is to be routed: what it is about, where it is, and whose own people it is about, if any. */
export type Matter = {
  readonly category: Category;
  readonly topic: Topic | null;
  /** Code of a village or commune, or of a larger place; '' is the whole country. */
  readonly placeCode: string;
  /** The matter is about the people of the office of this kind at that place: it never goes to them. */
  readonly aboutOfficeKind: OfficeKind | null;
};

/** One reason on the way to an office, as data: the words stand with the screens. */
export type RoutingStep =
  | { readonly step: 'RULE_USED'; readonly ruleId: string; readonly officeKind: OfficeKind }
  /** Nobody of this kind serves the place: one goes to the kinds above. */
  | { readonly step: 'OFFICE_MISSING'; readonly officeKind: OfficeKind }
  | { readonly step: 'OFFICE_INACTIVE'; readonly officeKind: OfficeKind; readonly officeId: string }
  /** The matter is about this office's own people. */
  | { readonly step: 'AVOIDED_OWN_PEOPLE'; readonly officeKind: OfficeKind; readonly officeId: string | null }
  /** The office the matter is about stands over this one. */
  | {
      readonly step: 'AVOIDED_UNDER_ACCUSED';
      readonly officeKind: OfficeKind;
      readonly accusedKind: OfficeKind;
    }
  /** The matter was there already. */
  | { readonly step: 'AVOIDED_HAD_IT'; readonly officeKind: OfficeKind; readonly officeId: string }
  | { readonly step: 'OFFICE_CHOSEN'; readonly officeKind: OfficeKind; readonly officeId: string };
