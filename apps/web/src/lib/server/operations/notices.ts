import { graphql } from '../generated/gql.ts';

export const UnseenNotices = graphql(`
  query UnseenNotices {
    viewer {
      unseenNotices
    }
  }
`);
