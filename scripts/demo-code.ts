import { staff } from '@samleng/personas';
import { deskPeople, digitsOf, secondsLeft, signInLines } from './demo-sign-ins.ts';

// pnpm demo:code [NAME]
// Prints how somebody of the demo signs in, with the six digits of the moment; without a name, everybody. Somebody
// who is at the protection desk too has another account there, with its own passphrase and digits.

const name = process.argv[2]?.toLowerCase();
const now = Date.now();
const left = `New digits in ${secondsLeft(now)} seconds. Each set is taken once.`;
const person = staff.find((each) => each.signIn.login.toLowerCase() === name);
const atDesk = deskPeople.find((each) => each.signIn.login.toLowerCase() === name);

if (name === undefined)
  console.log(
    [
      'At /sign-in:',
      ...signInLines(staff, now, ({ title }) => title.en),
      '',
      'At /protect, the protection desk:',
      ...signInLines(deskPeople, now, ({ role }) => role),
      '',
      left,
    ].join('\n'),
  );
else if (person === undefined && atDesk === undefined) {
  const names = [...staff, ...deskPeople].map(({ signIn }) => signIn.login);
  console.error(`Nobody in the demo is called ${name}. There are: ${names.join(', ')}.`);
  process.exitCode = 2;
} else {
  if (person)
    console.log(`${person.name.en} (${person.name.km}): ${person.title.en}; at /sign-in

${detailsOf(person)}
`);
  if (atDesk)
    console.log(`${atDesk.signIn.login}: ${atDesk.role} of the protection desk; at /protect

${detailsOf(atDesk)}
`);
  console.log(left);
}

function detailsOf(somebody: Parameters<typeof digitsOf>[0]): string {
  const { login, passphrase, totpSecret } = somebody.signIn;
  return `  name         ${login}
  passphrase   ${passphrase}
  six digits   ${digitsOf(somebody, now)}
  secret       ${totpSecret} (for an authenticator app)`;
}
