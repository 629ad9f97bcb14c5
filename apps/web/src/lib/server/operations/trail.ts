import { graphql } from '../generated/gql.ts';

export const TrailOfIssue = graphql(`
  query TrailOfIssue($id: ID!) {
    issue(id: $id) {
      id
      titleKm
      titleEn
      state
      trail {
        id
        kind
        subjectId
        happenedOn
        textKm
        textEn
        count
        wasChosen
        outcome
        decision
        planKind
        amountRiel
        sources {
          source
          amountRiel
        }
        planState
        percentDone
        evidenceLink
        issueState
        office {
          nameKm
          nameEn
        }
      }
    }
  }
`);
