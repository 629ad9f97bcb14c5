import { graphql } from '../generated/gql.ts';

export const ConcernsWaiting = graphql(`
  query ConcernsWaiting($filter: ModerationFilter!, $after: String) {
    concernsToModerate(filter: $filter, first: 20, after: $after) {
      nodes {
        id
        state
        category
        text
        voice {
          seconds
        }
        language
        urgency
        waitingDays
        receivedOn
        identifiers {
          kind
        }
        signs {
          kind
        }
        commune {
          type
          nameKm
          nameEn
        }
        village {
          type
          nameKm
          nameEn
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const QueueOfConcerns = graphql(`
  query QueueOfConcerns {
    concernsToModerate(filter: { state: RECEIVED }, first: 50) {
      nodes {
        id
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

export const ConcernToRead = graphql(`
  query ConcernToRead($id: ID!) {
    concern(id: $id) {
      id
      state
      category
      topic
      text
      voice {
        seconds
      }
      language
      urgency
      waitingDays
      receivedOn
      ageBand
      sex
      disability
      inSchool
      aboutOfficeKind
      returnReason
      returnNote
      commune {
        code
        type
        nameKm
        nameEn
        path {
          type
          nameKm
          nameEn
        }
      }
      village {
        code
        type
        nameKm
        nameEn
      }
      identifiers {
        kind
        start
        end
        text
      }
      signs {
        kind
        start
        end
      }
      similarIssues(first: 4) {
        isSame
        similarity
        issue {
          id
          titleKm
          titleEn
          wordsKm
          wordsEn
          category
          state
          supportCount
        }
      }
      issue {
        id
        titleKm
        titleEn
      }
      viewerCan {
        publish
        merge
        return
        moveToProtection
      }
    }
  }
`);

export const PublishIssue = graphql(`
  mutation PublishIssue($input: PublishIssueInput!) {
    publishIssue(input: $input) {
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

export const MergeConcern = graphql(`
  mutation MergeConcern($input: MergeConcernInput!) {
    mergeConcern(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const ReturnConcern = graphql(`
  mutation ReturnConcern($input: ReturnConcernInput!) {
    returnConcern(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const MoveConcern = graphql(`
  mutation MoveConcern($input: MoveConcernInput!) {
    moveConcernToProtection(input: $input) {
      isMoved
      problems {
        code
        field
      }
    }
  }
`);

export const IssuesToTend = graphql(`
  query IssuesToTend($filter: IssueFilter!, $after: String) {
    issues(filter: $filter, order: NEWEST, first: 20, after: $after) {
      nodes {
        id
        titleKm
        titleEn
        category
        state
        supportCount
        publishedOn
        commune {
          type
          nameKm
          nameEn
        }
        currentAssignment {
          office {
            nameKm
            nameEn
          }
        }
        clock {
          isAnswerOverdue
          hasNoAnswerYet
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const IssueToTend = graphql(`
  query IssueToTend($id: ID!) {
    issue(id: $id) {
      id
      titleKm
      titleEn
      wordsKm
      wordsEn
      category
      topic
      state
      hasSignsOfHarm
      supportCount
      concernCount
      publishedOn
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
      currentAssignment {
        assignedOn
        acknowledgedOn
        office {
          id
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
      mergedInto {
        id
      }
      viewerCan {
        edit
        assign
      }
    }
  }
`);

export const IssuesBeside = graphql(`
  query IssuesBeside($text: String!, $communeCode: String!, $category: Category) {
    similarIssues(text: $text, communeCode: $communeCode, category: $category, first: 6) {
      isSame
      issue {
        id
        titleKm
        titleEn
        supportCount
      }
    }
    issues(filter: { communeCode: $communeCode }, order: RANKED, first: 50) {
      nodes {
        id
        titleKm
        titleEn
        supportCount
      }
    }
  }
`);

export const EditIssue = graphql(`
  mutation EditIssue($input: EditIssueInput!) {
    editIssue(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const MergeIssues = graphql(`
  mutation MergeIssues($input: MergeIssuesInput!) {
    mergeIssues(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const AssignIssue = graphql(`
  mutation AssignIssue($input: AssignIssueInput!) {
    assignIssue(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const WordsToLookAt = graphql(`
  query WordsToLookAt {
    wordsToLookAt {
      id
      deed
      subjectId
      isUrgent
      markedAt
    }
  }
`);

export const SeeWords = graphql(`
  mutation SeeWords($input: SeeWordsInput!) {
    seeWords(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);
