import type { GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { PlaceResolver } from './features/places/place.resolver.ts';
import { AccountResolver } from './features/accounts/account.resolver.ts';
import { GrantResolver, ViewerResolver } from './features/accounts/viewer.resolver.ts';
import { InstantScalar } from './graph/scalars.ts';

/** The schema of the participation service, from the resolvers of its features. */
export function participationSchema(): Promise<GraphQLSchema> {
  return buildSchema({
    resolvers: [PlaceResolver, ViewerResolver, GrantResolver, AccountResolver],
    scalarsMap: [{ type: Date, scalar: InstantScalar }],
    // Input is checked by the deeds, which answer with problems, not by decorators, which answer with errors.
    validate: false,
  });
}
