import { figure, percent } from './figures.ts';
import { groupName } from './groups.ts';
import type { NamedPlace } from './places.ts';
import { m } from './words.ts';

/** One reason for a place in the ranking, as the service codes it. */
export interface Reason {
  readonly code: string;
  readonly figures: readonly number[];
  readonly group?: string | null;
}

/**
 * Why an issue stands where it stands, a sentence for each reason and one for all groups it matters to. A reason without
 * words here, or of a group that has no name here, is left out.
 *
 * @param villages the villages of the commune by code
 */
export function reasonsInWords(
  reasons: readonly Reason[],
  villages: ReadonlyMap<string, NamedPlace>,
): readonly string[] {
  const groups = reasons
    .filter((reason) => reason.code === 'IMPORTANT_TO' && reason.group)
    .map((reason) => groupName(reason.group ?? '', villages))
    .filter((name) => name !== null);
  const sentences = reasons
    .filter((reason) => reason.code !== 'IMPORTANT_TO')
    .map((reason) => inWords(reason, villages))
    .filter((words) => words !== null);
  return groups.length > 0
    ? [...sentences, m['office.why.IMPORTANT_TO']({ groups: groups.join(', ') })]
    : sentences;
}

function inWords({ code, figures, group }: Reason, villages: ReadonlyMap<string, NamedPlace>): string | null {
  const [first = 0, second = 0, third = 0] = figures;
  const name = group ? groupName(group, villages) : null;
  switch (code) {
    case 'OVER':
      return m['office.why.OVER']({ count: figure(first) });
    case 'SHARE':
      return m['office.why.SHARE']({ supporters: figure(first), participants: figure(second) });
    case 'LOWER_BOUND':
      return m['office.why.LOWER_BOUND']({ share: percent(first) });
    case 'TIE_SUPPORT':
      return m['office.why.TIE_SUPPORT']();
    case 'TIE_OLDER':
      return m['office.why.TIE_OLDER']();
    case 'TIE_ID':
      return m['office.why.TIE_ID']();
    case 'GROUP_BALANCED':
      return m['office.why.GROUP_BALANCED']({ share: percent(first) });
    case 'KEPT_SLOT':
      return (
        name &&
        m['office.why.KEPT_SLOT']({
          group: name,
          choice: figure(first),
          dueBy: figure(second),
          plain: figure(third),
        })
      );
    default:
      return null;
  }
}
