import { type DemoSignIn, persona, type StaffPersona } from '@samleng/personas';
import { Secret, TOTP } from 'otpauth';
import { demoPeople } from '../apps/protection/src/seeds/demo-people.ts';

/** Those whose sign-in the demo shows first: one for each kind of work. */
const shownFirst = ['sokha', 'chan', 'sophal', 'nimol', 'rotha'] as const;

/** Somebody who signs in. */
type SigningIn = { readonly signIn: DemoSignIn };

/** Somebody of the demo's protection desk: accounts of its own, at a page of its own. */
export type DeskPersona = SigningIn & { readonly role: string };

/** The people of the demo's protection desk. */
export const deskPeople: readonly DeskPersona[] = demoPeople.map(
  ({ name, role, passphrase, totpSecret }) => ({
    role: role.toLowerCase(),
    signIn: { login: name, passphrase, totpSecret },
  }),
);

/** The six digits of somebody of the demo at a moment, in milliseconds since 1970. */
export function digitsOf({ signIn }: SigningIn, now: number): string {
  return new TOTP({ secret: Secret.fromBase32(signIn.totpSecret) }).generate({ timestamp: now });
}

/** How many seconds the six digits of a moment stand; the next ones follow. */
export function secondsLeft(now: number): number {
  return 30 - (Math.floor(now / 1_000) % 30);
}

/** How people of the demo sign in at a moment, each in one line, aligned, with what they are at its end. */
export function signInLines<Person extends SigningIn>(
  people: readonly Person[],
  now: number,
  whatTheyAre: (person: Person) => string,
): string[] {
  const rows = people.map((each) => [
    each.signIn.login,
    each.signIn.passphrase,
    digitsOf(each, now),
    whatTheyAre(each),
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   '));
}

/** The people shown first. */
export function firstPeople(): StaffPersona[] {
  return shownFirst.map(persona);
}
