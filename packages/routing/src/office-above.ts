import type { Result } from '@samleng/kernel';
import { officeKinds, type OfficeKind } from '@samleng/vocabulary';
import { climb, type Route } from './climb.ts';
import type { OfficeEntry } from './routing-table.ts';

/** Whom an escalation passes over besides the office it leaves. */
export type Avoided = {
  readonly aboutOfficeKind?: OfficeKind | null;
  /** Offices that had the matter before. */
  readonly officeIds?: Iterable<string>;
};

/**
 * The office above, to which an unanswered matter climbs: commune → district or its committee for women and
 * children → province → ministry.
 *
 * @param office the office that did not answer
 * @param avoid offices that had it already and the kind whose people it is about; both are passed over
 * @returns NO_OFFICE when the office stands at the top or nobody above is left
 */
export function officeAbove(
  office: OfficeEntry,
  offices: readonly OfficeEntry[],
  avoid: Avoided = {},
): Result<Route, 'NO_OFFICE'> {
  return climb(
    officeKinds[office.kind].above,
    office.placeCode,
    offices,
    {
      aboutOfficeKind: avoid.aboutOfficeKind ?? null,
      hadItAlready: new Set([...(avoid.officeIds ?? []), office.id]),
    },
    [],
  );
}
