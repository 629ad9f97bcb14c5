import { staff } from '@samleng/personas';
import { digitsOf, secondsLeft, signInLines } from './demo-sign-ins.ts';

// pnpm demo:code [NAME]
// Prints how somebody of the demo signs in, with the six digits of the moment; without a name, everybody.

const name = process.argv[2];
const now = Date.now();
const left = `New digits in ${secondsLeft(now)} seconds. Each set is taken once.`;
const person = staff.find((each) => each.signIn.login === name);

if (name === undefined)
  console.log([...signInLines(staff, now, ({ title }) => title.en), '', left].join('\n'));
else if (person === undefined) {
  console.error(
    `Nobody in the demo is called ${name}. There are: ${staff.map(({ signIn }) => signIn.login).join(', ')}.`,
  );
  process.exitCode = 2;
} else
  console.log(`${person.name.en} (${person.name.km}): ${person.title.en}

  name         ${person.signIn.login}
  passphrase   ${person.signIn.passphrase}
  six digits   ${digitsOf(person, now)}
  secret       ${person.signIn.totpSecret} (for an authenticator app)

${left}`);
