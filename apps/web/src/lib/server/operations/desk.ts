import { graphql } from '../generated/gql.ts';

export const DeskIssue = graphql(`
  fragment DeskIssue on Issue {
    id
    titleKm
    titleEn
    category
    state
    supportCount
    concernCount
    isSensitive
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
    standing {
      position
      explanation {
        code
        figures
        group
      }
    }
    viewerCan {
      acknowledge
      answer
      handOver
      plan
    }
  }
`);

export const DeskAssignments = graphql(`
  query DeskAssignments($filter: AssignmentFilter!, $after: String) {
    assignments(filter: $filter, first: 20, after: $after) {
      nodes {
        id
        assignedOn
        acknowledgedOn
        endedOn
        ending
        isCurrent
        office {
          nameKm
          nameEn
        }
        clock {
          acknowledgeBy
          answerBy
          escalateOn
          isAcknowledgementOverdue
          isAnswerOverdue
          hasNoAnswerYet
          daysLeft
        }
        issue {
          ...DeskIssue
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const AssignmentsToPrint = graphql(`
  query AssignmentsToPrint($filter: AssignmentFilter!, $after: String) {
    assignments(filter: $filter, first: 20, after: $after) {
      nodes {
        id
        assignedOn
        office {
          nameKm
          nameEn
        }
        clock {
          answerBy
          isAnswerOverdue
        }
        issue {
          id
          titleKm
          titleEn
          supportCount
          state
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
          standing {
            position
          }
          latestAnswer {
            decision
            dueOn
          }
          voices {
            bySex {
              key
              count
            }
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

export const IssueOnDesk = graphql(`
  query IssueOnDesk($id: ID!) {
    issue(id: $id) {
      ...DeskIssue
      wordsKm
      wordsEn
      topic
      publishedOn
      rights {
        article
        titleKm
        titleEn
      }
      clock {
        acknowledgeBy
        answerBy
        escalateOn
        isAcknowledgementOverdue
        isAnswerOverdue
        hasNoAnswerYet
        daysLeft
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
      answers {
        ...AnswerShown
      }
      planItems {
        ...PlanItemOnDesk
      }
      verdicts {
        solved
        partly
        notSolved
      }
      voices {
        total
        byVillage {
          ...CellShown
        }
        bySex {
          ...CellShown
        }
        byAgeBand {
          ...CellShown
        }
        byDisability {
          ...CellShown
        }
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
    }
  }
`);

export const CellShown = graphql(`
  fragment CellShown on VoiceCell {
    key
    count
    place {
      type
      nameKm
      nameEn
    }
  }
`);

export const PlanItemOnDesk = graphql(`
  fragment PlanItemOnDesk on PlanItem {
    id
    kind
    period
    sector
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
      percentDone
      state
      note
      reportedOn
      evidenceLink
    }
    viewerCan {
      report
    }
  }
`);

export const AcknowledgeIssue = graphql(`
  mutation AcknowledgeIssue($issueId: ID!) {
    acknowledgeIssue(input: { issueId: $issueId }) {
      problems {
        code
        field
      }
    }
  }
`);

export const AnswerIssue = graphql(`
  mutation AnswerIssue($input: AnswerIssueInput!) {
    answerIssue(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const HandOverIssue = graphql(`
  mutation HandOverIssue($input: HandOverIssueInput!) {
    handOverIssue(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const AddPlanItem = graphql(`
  mutation AddPlanItem($input: AddPlanItemInput!) {
    addPlanItem(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const ReportPlanProgress = graphql(`
  mutation ReportPlanProgress($input: ReportPlanProgressInput!) {
    reportPlanProgress(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);
