import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  getNamedType,
  isObjectType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mayAsk } from './permissions.ts';
import { protectionSchema } from './schema.ts';
import { aCase } from './testing/child.ts';
import { rowCounts } from './testing/desk.ts';
import { aPerson, lvea } from './testing/people.ts';
import { aDevice, type Caller, startWorld, testSettings, type World } from './testing/world.ts';

const kinds = ['STRANGER', 'PARTICIPATION_SERVICE', 'WORKER', 'SUPERVISOR', 'LEAD', 'ADMINISTRATOR'] as const;
type Kind = (typeof kinds)[number];

/** Who may, written down a second time: child or anybody (c), service (s), worker (w), supervisor (u), lead (l), administrator (a). */
const expected: Record<string, string> = {
  'Query.viewer': 'cswula',
  'Query.deskStatus': 'cswula',
  'Query.deskKey': 'cswula',
  'Query.caseByReceipt': 'c',
  'Query.invitation': 'c',
  'Query.accounts': 'a',
  'Query.roster': 'ul',
  'Query.receivers': 'u',
  'Query.alarms': 'ul',
  'Query.inbox': 'wu',
  'Query.newItems': 'wu',
  'Query.case': 'wu',
  'Query.connectedSystems': 'wu',
  'Query.accessReports': 'l',
  'Query.caseCounts': 'l',
  'Query.deskState': 'ul',
  'Mutation.discloseHarm': 'c',
  'Mutation.discloseSealed': 'c',
  'Mutation.sendMessage': 'c',
  'Mutation.changeReceipt': 'c',
  'Mutation.eraseMyCase': 'c',
  'Mutation.giveBackTry': 'c',
  'Mutation.receiveMovedConcern': 's',
  'Mutation.signIn': 'c',
  'Mutation.confirmSignIn': 'c',
  'Mutation.startPasskeySignIn': 'c',
  'Mutation.signInWithPasskey': 'c',
  'Mutation.acceptInvitation': 'c',
  'Mutation.reauthenticate': 'wula',
  'Mutation.changePassphrase': 'wula',
  'Mutation.startPasskey': 'wula',
  'Mutation.registerPasskey': 'wula',
  'Mutation.startPasskeyAgain': 'wula',
  'Mutation.reauthenticateWithPasskey': 'wula',
  'Mutation.removePasskeys': 'wula',
  'Mutation.signOut': 'wula',
  'Mutation.signOutEverywhere': 'wula',
  'Mutation.inviteStaff': 'a',
  'Mutation.endAccount': 'a',
  'Mutation.setRosterEntry': 'u',
  'Mutation.removeRosterEntry': 'u',
  'Mutation.seeAlarm': 'ul',
  'Mutation.openCase': 'wu',
  'Mutation.triageCase': 'wu',
  'Mutation.assignCase': 'wu',
  'Mutation.handOverCase': 'wu',
  'Mutation.acceptHandOver': 'wu',
  'Mutation.declineHandOver': 'wu',
  'Mutation.escalateCase': 'wu',
  'Mutation.excludePerson': 'wu',
  'Mutation.replyToChild': 'wu',
  'Mutation.addNote': 'wu',
  'Mutation.closeCase': 'wu',
  'Mutation.eraseCase': 'u',
  'Mutation.referCase': 'wu',
  'Mutation.sendReferral': 'wu',
  'Mutation.noteReferralOutcome': 'wu',
};
const letters: Record<Kind, string> = {
  STRANGER: 'c',
  PARTICIPATION_SERVICE: 's',
  WORKER: 'w',
  SUPERVISOR: 'u',
  LEAD: 'l',
  ADMINISTRATOR: 'a',
};

let world: World;
let schema: GraphQLSchema;
let caseId: string;
const callers = {} as Record<Kind, () => Promise<Caller>>;

beforeAll(async () => {
  world = await startWorld();
  schema = await protectionSchema();
  const worker = await aPerson(world, 'Phalla', { receivesIn: lvea.commune });
  const supervisor = await aPerson(world, 'Chea', { role: 'SUPERVISOR' });
  callers.STRANGER = async () => ({ device: aDevice() });
  callers.PARTICIPATION_SERVICE = async () => ({ intakeKey: testSettings.PROTECTION_INTAKE_KEY });
  callers.WORKER = async () => worker;
  callers.SUPERVISOR = async () => supervisor;
  callers.LEAD = () => aPerson(world, 'Lead', { role: 'LEAD' });
  callers.ADMINISTRATOR = () => aPerson(world, 'Admin', { role: 'ADMINISTRATOR' });
  caseId = (await aCase(world)).id;
});
afterAll(() => world.end());

const fields = Object.keys(expected).map((name) => name.split('.') as ['Query' | 'Mutation', string]);

describe('the table of permissions', () => {
  it('names every field of the schema and no other', () => {
    const there = (['Query', 'Mutation'] as const).flatMap((root) =>
      Object.keys((root === 'Query' ? schema.getQueryType() : schema.getMutationType())!.getFields()).map(
        (field) => `${root}.${field}`,
      ),
    );
    expect(there.sort()).toEqual(Object.keys(expected).sort());
  });

  it('denies what it does not name', () => {
    const viewer = { kind: 'SUPERVISOR' } as never;
    expect(mayAsk(viewer, 'Query', 'anythingElse')).toBe(false);
    expect(mayAsk(viewer, 'Query', 'toString')).toBe(false);
    expect(mayAsk(viewer, 'Mutation', 'constructor')).toBe(false);
  });

  for (const kind of kinds)
    it(`lets ${kind} ask for its own and answers "not found" to all else, with nothing written`, async () => {
      for (const [root, field] of fields) {
        const isAllowed = expected[`${root}.${field}`]!.includes(letters[kind]);
        // Signing out would end the session the next question needs.
        const caller =
          field.startsWith('signOut') && isAllowed
            ? await aPerson(world, 'Goes', { role: kind as 'LEAD' })
            : await callers[kind]();
        const before = isAllowed ? null : await rowCounts(world);
        const { data, errors } = await world.ask(operationOf(root, field), {}, caller);
        const isDenied = errors[0]?.extensions['code'] === 'NOT_FOUND';
        expect({ kind, field, isDenied }).toEqual({ kind, field, isDenied: !isAllowed });
        if (isAllowed) expect(errors).toEqual([]);
        else {
          expect(data?.[field as never] ?? null).toBeNull();
          expect(await rowCounts(world)).toEqual(before);
        }
      }
    });
});

/** An operation that asks for a field with made-up arguments. */
function operationOf(root: 'Query' | 'Mutation', name: string): string {
  const type = root === 'Query' ? schema.getQueryType()! : schema.getMutationType()!;
  const field = type.getFields()[name]!;
  const required = field.args.filter(
    (argument: GraphQLArgument) => isNonNullType(argument.type) && argument.defaultValue === undefined,
  );
  const given = required.map((argument) => `${argument.name}: ${valueOf(argument.type, argument.name)}`);
  const result = getNamedType(field.type);
  const selection = isObjectType(result) ? ' { __typename }' : '';
  return `${root.toLowerCase()} { ${name}${given.length > 0 ? `(${given.join(', ')})` : ''}${selection} }`;
}

function valueOf(type: GraphQLInputType, name: string): string {
  if (isNonNullType(type)) return valueOf(type.ofType, name);
  if (isListType(type)) return '[]';
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const inner = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return `{ ${inner.map((field) => `${field.name}: ${valueOf(field.type, field.name)}`).join(', ')} }`;
  }
  if (!isLeafType(type)) throw new Error('unknown type');
  if (name === 'id') return JSON.stringify(caseId);
  switch (type.name) {
    case 'Boolean':
      return 'false';
    case 'Int':
      return '1';
    case 'Date':
      return '"2026-09-01"';
    default:
      return '"00000000-0000-4000-8000-000000000000"';
  }
}
