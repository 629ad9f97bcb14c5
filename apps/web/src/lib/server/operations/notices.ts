import { graphql } from '../generated/gql.ts';

export const Notices = graphql(`
  query Notices($after: String, $communeCodes: [String!]) {
    pollResultsNearby(communeCodes: $communeCodes) {
      ...PollInList
    }
    notices(first: 20, after: $after) {
      nodes {
        id
        isSeen
        issue {
          id
          titleKm
          titleEn
          category
        }
        event {
          change
          occurredOn
          office {
            nameKm
            nameEn
          }
          answer {
            decision
            words
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const ReadNotices = graphql(`
  mutation ReadNotices {
    readNotices(input: {}) {
      unseenNotices
    }
  }
`);
