import { graphql } from '../generated/protection/gql.ts';

export const CaseCard = graphql(`
  fragment CaseCard on Case {
    id
    state
    urgency
    channel
    communeCode
    receivedAt
    lookDueAt
    isOverdue
    hasNews
    hasDuty
    standing
    escalatedAt
    closedAt
    eraseAfter
    assignee {
      id
      name
    }
    handOver {
      to {
        id
        name
      }
      from {
        name
      }
      dueAt
    }
    viewerCan {
      open
      take
      assign
      acceptHandOver
      erase
    }
  }
`);

export const DeskInbox = graphql(`
  query DeskInbox($states: [CaseState!], $after: String) {
    inbox(first: 20, states: $states, after: $after) {
      nodes {
        ...CaseCard
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const NewItems = graphql(`
  query NewItems {
    newItems
  }
`);

export const CaseAtDesk = graphql(`
  query CaseAtDesk($id: ID!) {
    case(id: $id) {
      ...CaseCard
      holders {
        person {
          id
          name
          role
          affiliation
        }
        standing
      }
      possibleReceivers {
        id
        name
        role
        affiliation
      }
      referrals {
        id
        receiver
        hasAssent
        madeAt
        outcome
        outcomeAt
        system
      }
    }
    connectedSystems
  }
`);

export const OpenCase = graphql(`
  mutation OpenCase($input: OpenCaseInput!) {
    openCase(input: $input) {
      opened {
        case {
          id
        }
        readers {
          person {
            name
          }
          firstReadAt
        }
        report {
          aboutSomeoneInCharge
          accusedRole
          ageBand
          alias
          callback
          communeCode
          dangerNow
          sex
          tags
          text
          villageCode
        }
        triage {
          accusedRole
          at
          danger
          duty
          kind
          note
        }
        messages {
          id
          author {
            name
          }
          sentAt
          text
        }
        notes {
          id
          author {
            name
          }
          closing
          text
          writtenAt
        }
        voices {
          id
          sentAt
        }
      }
      problems {
        code
        field
      }
    }
  }
`);

export const TriageCase = graphql(`
  mutation TriageCase($input: TriageCaseInput!) {
    triageCase(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const AssignCase = graphql(`
  mutation AssignCase($input: CaseAndPersonInput!) {
    assignCase(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const HandOverCase = graphql(`
  mutation HandOverCase($input: HandOverCaseInput!) {
    handOverCase(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const AcceptHandOver = graphql(`
  mutation AcceptHandOver($input: CaseInput!) {
    acceptHandOver(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const DeclineHandOver = graphql(`
  mutation DeclineHandOver($input: CaseInput!) {
    declineHandOver(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const EscalateCase = graphql(`
  mutation EscalateCase($input: CaseInput!) {
    escalateCase(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const ExcludePerson = graphql(`
  mutation ExcludePerson($input: CaseAndPersonInput!) {
    excludePerson(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const ReplyToChild = graphql(`
  mutation ReplyToChild($input: WriteInCaseInput!) {
    replyToChild(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const AddNote = graphql(`
  mutation AddNote($input: WriteInCaseInput!) {
    addNote(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const CloseCase = graphql(`
  mutation CloseCase($input: CloseCaseInput!) {
    closeCase(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const EraseCase = graphql(`
  mutation EraseCase($input: CaseInput!) {
    eraseCase(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);
