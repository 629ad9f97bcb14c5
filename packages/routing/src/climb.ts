import { type Result, ok, refused } from '@samleng/kernel';
import { officeKinds, type OfficeKind } from '@samleng/vocabulary';
import { standsUnder } from './chains.ts';
import type { OfficeEntry, RoutingStep } from './routing-table.ts';

export type Route = { readonly officeId: string; readonly steps: readonly RoutingStep[] };

export type Avoiding = {
  readonly aboutOfficeKind: OfficeKind | null;
  readonly hadItAlready: ReadonlySet<string>;
};

/**
 * Finds the first office of the given kinds that may have the matter, going up from each kind that has none.
 * Every kind is asked once, in order, its `above` before the next sibling.
 */
export function climb(
  kinds: readonly OfficeKind[],
  placeCode: string,
  offices: readonly OfficeEntry[],
  avoiding: Avoiding,
  before: readonly RoutingStep[],
): Result<Route, 'NO_OFFICE'> {
  const steps = [...before];
  const asked = new Set<OfficeKind>();

  function ask(kind: OfficeKind): string | null {
    if (asked.has(kind)) return null;
    asked.add(kind);
    const found = officeFor(kind, placeCode, offices);
    const refusal = reasonAgainst(kind, found, avoiding);
    if (refusal === null && found !== null) {
      steps.push({ step: 'OFFICE_CHOSEN', officeKind: kind, officeId: found.id });
      return found.id;
    }
    if (refusal !== null) steps.push(refusal);
    return askEach(officeKinds[kind].above);
  }

  function askEach(several: readonly OfficeKind[]): string | null {
    for (const kind of several) {
      const officeId = ask(kind);
      if (officeId !== null) return officeId;
    }
    return null;
  }

  const officeId = askEach(kinds);
  return officeId === null ? refused('NO_OFFICE') : ok({ officeId, steps });
}

function reasonAgainst(kind: OfficeKind, found: OfficeEntry | null, avoiding: Avoiding): RoutingStep | null {
  const accusedKind = avoiding.aboutOfficeKind;
  if (accusedKind === kind)
    return { step: 'AVOIDED_OWN_PEOPLE', officeKind: kind, officeId: found?.id ?? null };
  if (accusedKind !== null && standsUnder(kind, accusedKind))
    return { step: 'AVOIDED_UNDER_ACCUSED', officeKind: kind, accusedKind };
  if (found === null) return { step: 'OFFICE_MISSING', officeKind: kind };
  if (!found.isActive) return { step: 'OFFICE_INACTIVE', officeKind: kind, officeId: found.id };
  if (avoiding.hadItAlready.has(found.id))
    return { step: 'AVOIDED_HAD_IT', officeKind: kind, officeId: found.id };
  return null;
}

/**
 * The office of a kind that serves a place: the one whose own place is nearest above or at it. An active office is
 * taken before an inactive one; of two for the same place the lower id, so that everyone finds the same.
 */
function officeFor(kind: OfficeKind, placeCode: string, offices: readonly OfficeEntry[]): OfficeEntry | null {
  let best: OfficeEntry | null = null;
  for (const office of offices) {
    if (office.kind !== kind || !placeCode.startsWith(office.placeCode)) continue;
    if (best === null || isNearer(office, best)) best = office;
  }
  return best;
}

function isNearer(office: OfficeEntry, than: OfficeEntry): boolean {
  if (office.isActive !== than.isActive) return office.isActive;
  if (office.placeCode.length !== than.placeCode.length)
    return office.placeCode.length > than.placeCode.length;
  return office.id < than.id;
}
