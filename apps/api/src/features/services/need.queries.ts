import { hideSmallCells } from '@samleng/privacy';
import { type Need, needs } from '@samleng/vocabulary';
import { readRows } from '../../read-rows.ts';
import type { ApiRequest } from '../../request.ts';
import { NeedCount } from './service.entity.ts';

/** A figure is told as "about" the next lower of these steps, so that one family more or less is not seen over time. */
const step = 5;

export type ShownNeed = {
  readonly need: Need;
  readonly about: number | null;
  readonly villages: readonly {
    readonly villageCode: string;
    readonly about: number | null;
    readonly countedOn: string;
  }[];
};

/**
 * What families of a commune lack, village by village, as it may be shown to anybody, staff too: villages with fewer
 * than ten are hidden, and with them what would give them away (SAFETY, "Publishing numbers about children"); the rest
 * is rounded down to fives. Needs nobody counted are left out.
 */
export async function needsOfCommune({ em }: ApiRequest, communeCode: string): Promise<ShownNeed[]> {
  if (!/^\d{6}$/.test(communeCode)) return [];
  const counts = await readRows(em, NeedCount, 'where it.village_code like ? order by it.village_code', [
    `${communeCode}%`,
  ]);
  return needs.flatMap((need) => {
    const own = counts.filter((count) => count.need === need);
    if (own.length === 0) return [];
    const shown = hideSmallCells({
      rows: ['families'],
      columns: own.map(({ villageCode }) => villageCode),
      counts: [own.map(({ families }) => families)],
    });
    const villages = own.map(({ villageCode, countedOn }, at) => ({
      villageCode,
      countedOn,
      about: aboutOf(shown.cells[0]![at] ?? null),
    }));
    return [{ need, about: aboutOf(shown.total), villages }];
  });
}

function aboutOf(figure: number | null): number | null {
  return figure === null ? null : figure - (figure % step);
}
