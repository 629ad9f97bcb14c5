import { ok, refused, type Result } from '@samleng/kernel';
import { appendAudit } from '@samleng/server';
import type { Category, Problem } from '@samleng/vocabulary';
import { admitTexts } from '../../graph/admit-texts.ts';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { categoryEntries, type CategoryEntry } from './category.queries.ts';
import { CategoryName } from './office.entity.ts';
import { mayAdministerOffices } from './office.policy.ts';

/** An administrator gives a category other words, such as children use here. What it means and where it goes stays. */
export async function nameCategory(
  request: ApiRequest,
  input: { category: Category; nameKm: string; nameEn: string },
): Promise<Result<CategoryEntry, readonly Problem[]>> {
  const { viewer, clock } = request;
  if (!mayAdministerOffices(viewer)) return refused([problem('NOT_FOUND')]);
  const names = admitTexts(
    { nameKm: input.nameKm, nameEn: input.nameEn },
    { nameKm: { max: 60, oneLine: true }, nameEn: { max: 60, oneLine: true } },
  );
  if (!names.ok) return names;
  const { category } = input;
  return inTransaction(request, async (inside) => {
    await inside.em.upsert(CategoryName, { category, ...names.value });
    await appendAudit(inside.em, {
      occurredAt: clock.now(),
      actorId: viewer.accountId,
      deed: 'nameCategory',
      subjectType: 'Category',
      subjectId: category,
      detail: names.value,
    });
    const entry = (await categoryEntries(inside)).find(({ key }) => key === category);
    return entry === undefined ? refused([problem('NOT_FOUND', 'category')]) : ok(entry);
  });
}
