import { graphql } from '../generated/gql.ts';

export const RaiseConcern = graphql(`
  mutation RaiseConcern($input: RaiseConcernInput!) {
    raiseConcern(input: $input) {
      receivedOn
      problems {
        code
        field
      }
    }
  }
`);

export const SimilarIssues = graphql(`
  query SimilarIssues($text: String!, $communeCode: String!, $category: Category) {
    similarIssues(text: $text, communeCode: $communeCode, category: $category, first: 3) {
      isSame
      issue {
        id
        titleKm
        titleEn
        category
        supportCount
        isSupportedByViewer
      }
    }
  }
`);

export const ConcernByReceipt = graphql(`
  query ConcernByReceipt($receipt: String!) {
    concernByReceipt(receipt: $receipt) {
      concern {
        ...OwnConcern
      }
      problems {
        code
        field
      }
    }
  }
`);

export const GiveVerdictByReceipt = graphql(`
  mutation GiveVerdictByReceipt($receipt: String!, $verdict: Verdict!) {
    giveVerdict(input: { receipt: $receipt, verdict: $verdict }) {
      issue {
        id
      }
      problems {
        code
        field
      }
    }
  }
`);

graphql(`
  fragment OwnConcern on MyConcern {
    state
    category
    ownWords
    hasVoice
    receivedOn
    village {
      type
      nameKm
      nameEn
    }
    commune {
      code
      type
      nameKm
      nameEn
    }
    returnReason
    returnNote
    verdict
    viewerCan {
      giveVerdict
    }
    issue {
      id
      titleKm
      titleEn
      wordsKm
      wordsEn
      state
      supportCount
      currentAssignment {
        assignedOn
        acknowledgedOn
        office {
          nameKm
          nameEn
        }
      }
      clock {
        answerBy
        isAnswerOverdue
        hasNoAnswerYet
        daysLeft
      }
      latestAnswer {
        ...AnswerShown
      }
    }
  }
`);
