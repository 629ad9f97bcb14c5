import { graphql } from '../generated/gql.ts';

export const StaffStart = graphql(`
  query StaffStart($moderates: Boolean!, $answers: Boolean!) {
    concernsToModerate(first: 50) @include(if: $moderates) {
      nodes {
        id
        urgency
      }
      pageInfo {
        hasNextPage
      }
    }
    newOnes: assignments(filter: { stage: NEW }, first: 50) @include(if: $answers) {
      nodes {
        id
      }
      pageInfo {
        hasNextPage
      }
    }
    lateOnes: assignments(filter: { stage: LATE }, first: 50) @include(if: $answers) {
      nodes {
        id
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);
