import { isId, newId, ok, refused, type Result } from '@samleng/kernel';
import { dayInCambodia } from '@samleng/routing';
import { appendAudit } from '@samleng/server';
import { toLatinDigits } from '@samleng/text';
import type { Problem } from '@samleng/vocabulary';
import { admitTexts } from '../../graph/admit-texts.ts';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { isPlace } from './is-place.ts';
import { HelpNumber } from './office.entity.ts';
import { mayAdministerOffices } from './office.policy.ts';

export type HelpNumberInput = {
  readonly id?: string | null;
  readonly number: string;
  readonly nameKm: string;
  readonly nameEn: string;
  readonly noteKm?: string | null;
  readonly noteEn?: string | null;
  readonly isFree: boolean;
  readonly takesSms: boolean;
  readonly hours: string;
  readonly placeCode?: string | null;
  readonly checkedOn: string;
};

/**
 * An administrator adds a number that helps children, or writes down that one was checked or changed. It shows on the
 * help pages of its place at once, with the day on which somebody called it to see that it answers.
 */
export async function saveHelpNumber(
  request: ApiRequest,
  input: HelpNumberInput,
): Promise<Result<HelpNumber, readonly Problem[]>> {
  const { viewer, clock } = request;
  if (!mayAdministerOffices(viewer)) return refused([problem('NOT_FOUND')]);
  const texts = admit(input);
  if (!texts.ok) return texts;
  const { number } = texts.value;
  if (!/^\+?[0-9][0-9 ]{1,22}$/.test(number)) return refused([problem('NOT_A_NUMBER', 'number')]);
  const { isFree, takesSms, checkedOn } = input;
  if (checkedOn > dayInCambodia(clock.now())) return refused([problem('OUT_OF_RANGE', 'checkedOn')]);
  const placeCode = input.placeCode || null;
  return inTransaction(request, async ({ em }) => {
    if (placeCode !== null && !(await isPlace(em, placeCode)))
      return refused([problem('PLACE_NOT_FOUND', 'placeCode')]);
    const there =
      input.id && isId(input.id) ? await em.findOne(HelpNumber, { id: input.id, retiredAt: null }) : null;
    if (input.id && there === null) return refused([problem('NOT_FOUND', 'id')]);
    const saved = { ...texts.value, isFree, takesSms, checkedOn, placeCode };
    const helpNumber =
      there ??
      em.create(HelpNumber, {
        ...saved,
        id: newId(clock.now().getTime()),
        retiredAt: null,
        position: await em.count(HelpNumber, {}),
      });
    em.assign(helpNumber, saved);
    await em.flush();
    await appendAudit(em, {
      occurredAt: clock.now(),
      actorId: viewer.accountId,
      deed: 'saveHelpNumber',
      subjectType: 'HelpNumber',
      subjectId: helpNumber.id,
      detail: saved,
    });
    return ok(helpNumber);
  });
}

function admit(input: HelpNumberInput) {
  return admitTexts(
    {
      number: toLatinDigits(input.number),
      nameKm: input.nameKm,
      nameEn: input.nameEn,
      noteKm: input.noteKm,
      noteEn: input.noteEn,
      hours: input.hours,
    },
    {
      number: { max: 24, oneLine: true },
      nameKm: { max: 200, oneLine: true },
      nameEn: { max: 200, oneLine: true },
      noteKm: { max: 500, optional: true },
      noteEn: { max: 500, optional: true },
      hours: { max: 80, oneLine: true },
    },
  );
}
