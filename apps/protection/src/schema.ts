import { NotFound } from '@samleng/server';
import { defaultFieldResolver, type GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { InstantScalar } from '@samleng/server';
import { AccountResolver } from './features/accounts/account.resolver.ts';
import { PasskeyResolver } from './features/accounts/passkey.resolver.ts';
import { AlarmResolver } from './features/alarms/alarm.resolver.ts';
import { CaseMessageResolver, CaseNoteResolver, CaseResolver } from './features/cases/case.resolver.ts';
import { ChildResolver } from './features/cases/child.resolver.ts';
import { OversightResolver } from './features/oversight/oversight.resolver.ts';
import { ReferralResolver } from './features/referrals/referral.resolver.ts';
import { RosterResolver } from './features/roster/roster.resolver.ts';
import { mayAsk, permissions } from './permissions.ts';
import type { DeskRequest } from './request.ts';

/** The schema of the protection desk, with the table of permissions in front of every root field. */
export async function protectionSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: [
      AccountResolver,
      AlarmResolver,
      CaseMessageResolver,
      CaseNoteResolver,
      CaseResolver,
      ChildResolver,
      OversightResolver,
      PasskeyResolver,
      ReferralResolver,
      RosterResolver,
    ],
    scalarsMap: [{ type: Date, scalar: InstantScalar }],
    // Input is checked by the deeds, which answer with problems, not by decorators, which answer with errors.
    validate: false,
  });
  guardRoots(schema);
  return schema;
}

/** @throws Error when the schema and the table of permissions do not name the same fields */
function guardRoots(schema: GraphQLSchema): void {
  for (const root of ['Query', 'Mutation'] as const) {
    const fields = schema.getType(root) as ReturnType<GraphQLSchema['getQueryType']>;
    const there = fields!.getFields();
    const named = Object.keys(permissions[root]);
    const unmatched = [
      ...Object.keys(there).filter((name) => !named.includes(name)),
      ...named.filter((name) => !Object.hasOwn(there, name)),
    ];
    if (unmatched.length > 0)
      throw new Error(`Fields without permission, or the reverse: ${unmatched.join(', ')}`);
    for (const field of Object.values(there)) {
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (source, args, context: DeskRequest, info) => {
        if (!mayAsk(context.viewer, root, field.name)) throw new NotFound();
        return resolve(source, args, context, info);
      };
    }
  }
}
