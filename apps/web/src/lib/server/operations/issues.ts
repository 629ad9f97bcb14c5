import { graphql } from '../generated/gql.ts';

graphql(`
  fragment AnswerShown on Answer {
    id
    decision
    words
    voice {
      id
    }
    reason
    nextStep
    question
    dueOn
    amountRiel
    answeredOn
    office {
      nameKm
      nameEn
    }
    passedOnTo {
      nameKm
      nameEn
    }
  }
`);

graphql(`
  fragment IssueInList on Issue {
    id
    titleKm
    titleEn
    category
    state
    isSensitive
    supportCount
    isSupportedByViewer
    village {
      type
      nameKm
      nameEn
    }
    standing {
      position
    }
    clock {
      isAnswerOverdue
      hasNoAnswerYet
    }
    viewerCan {
      support
      withdrawSupport
    }
  }
`);

export const IssuesOfCommune = graphql(`
  query IssuesOfCommune($filter: IssueFilter!, $order: IssueOrder!, $first: Int!, $after: String) {
    issues(filter: $filter, order: $order, first: $first, after: $after) {
      nodes {
        ...IssueInList
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const OneIssue = graphql(`
  query OneIssue($id: ID!) {
    issue(id: $id) {
      id
      titleKm
      titleEn
      wordsKm
      wordsEn
      category
      topic
      state
      publishedOn
      isSensitive
      supportCount
      isSupportedByViewer
      concernCount
      viewerVerdict
      commune {
        code
        type
        nameKm
        nameEn
      }
      village {
        type
        nameKm
        nameEn
      }
      rights {
        article
        titleKm
        titleEn
      }
      standing {
        position
        share
        lowerBound
        groupBalanced
        importantTo
        keptSlotFor
        participants
      }
      clock {
        answerBy
        escalateOn
        isAnswerOverdue
        hasNoAnswerYet
        daysLeft
      }
      currentAssignment {
        assignedOn
        acknowledgedOn
        office {
          kind
          nameKm
          nameEn
        }
      }
      answers {
        ...AnswerShown
      }
      planItems {
        id
        kind
        period
        titleKm
        titleEn
        costRiel
        state
        percentDone
        dueOn
        sources {
          source
          amountRiel
        }
        progress {
          id
          note
          reportedOn
          evidenceLink
        }
      }
      verdicts {
        solved
        partly
        notSolved
      }
      history(first: 50) {
        nodes {
          id
          change
          occurredOn
          note
          office {
            nameKm
            nameEn
          }
        }
      }
      mergedInto {
        id
      }
      viewerCan {
        support
        withdrawSupport
        giveVerdict
      }
    }
  }
`);

export const SupportIssue = graphql(`
  mutation SupportIssue($input: SupportIssueInput!) {
    supportIssue(input: $input) {
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

export const WithdrawSupport = graphql(`
  mutation WithdrawSupport($issueId: ID!) {
    withdrawSupport(input: { issueId: $issueId }) {
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

export const GiveVerdict = graphql(`
  mutation GiveVerdict($issueId: ID!, $verdict: Verdict!) {
    giveVerdict(input: { issueId: $issueId, verdict: $verdict }) {
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

export const CommunePage = graphql(`
  query CommunePage($communeCode: String!) {
    place(code: $communeCode) {
      code
      type
      level
      nameKm
      nameEn
      path {
        code
        type
        nameKm
        nameEn
      }
      replacedBy {
        code
        type
        nameKm
        nameEn
      }
    }
    issues(filter: { communeCode: $communeCode }, order: RANKED, first: 5) {
      nodes {
        ...IssueInList
      }
    }
    youSaidTheyDid(communeCode: $communeCode, first: 5) {
      nodes {
        id
        titleKm
        titleEn
        category
        state
        supportCount
        latestAnswer {
          ...AnswerShown
        }
        verdicts {
          solved
          partly
          notSolved
        }
      }
    }
    communeRecord(communeCode: $communeCode) {
      issues
      answered
      answeredInTime
      done
      confirmed
      medianDaysToAnswer
      overdue
    }
  }
`);
