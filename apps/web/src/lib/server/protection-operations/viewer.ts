import { graphql } from '../generated/protection/gql.ts';

export const WhoIsAtDesk = graphql(`
  query WhoIsAtDesk {
    viewer {
      person {
        id
        name
        role
        affiliation
      }
      isReauthenticated
      hasPasskey
    }
  }
`);
