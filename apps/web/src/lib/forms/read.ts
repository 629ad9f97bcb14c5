/** The entry of a closed list that a form's value is; null when it is none of them (or "not said"). */
export function memberOf<Member extends string>(list: readonly Member[], value: unknown): Member | null {
  return list.find((member) => member === value) ?? null;
}

/** A text field, at most so many characters; files and absent fields are empty. */
export function textOf(form: FormData, name: string, longest = 10_000): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.slice(0, longest) : '';
}

/** The code of a place: two to eight digits in pairs; null for anything else. */
export function placeCodeOf(value: unknown): string | null {
  return typeof value === 'string' && /^(?:\d\d){1,4}$/.test(value) ? value : null;
}

/** The code of a commune; null for anything else. */
export function communeCodeOf(value: unknown): string | null {
  const code = placeCodeOf(value);
  return code?.length === 6 ? code : null;
}
