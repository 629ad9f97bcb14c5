import { graphql } from '../generated/gql.ts';

export const ScorecardInList = graphql(`
  fragment ScorecardInList on Scorecard {
    id
    year
    state
    office {
      id
      kind
      nameKm
      nameEn
    }
  }
`);

export const ScorecardsOf = graphql(`
  query ScorecardsOf($filter: ScorecardFilterInput!) {
    scorecards(filter: $filter, first: 50) {
      nodes {
        ...ScorecardInList
      }
    }
  }
`);

export const ScorecardShown = graphql(`
  fragment ScorecardShown on Scorecard {
    id
    year
    state
    criteria
    isSelfAssessed
    interfaceOn
    agreedKm
    agreedEn
    office {
      id
      kind
      nameKm
      nameEn
      place {
        code
        type
        nameKm
        nameEn
      }
    }
    before {
      id
      year
    }
    selfScores {
      criterion
      score
    }
    selfNote
    results {
      criterion
      isLow
      all {
        people
        mean
        low
        high
      }
      groups {
        group
        score {
          people
          mean
          low
          high
        }
      }
    }
    changes {
      criterion
      difference
      low
      high
    }
    actions {
      criterion
      planItem {
        id
        titleKm
        titleEn
        state
        percentDone
        dueOn
        issue {
          id
        }
      }
    }
    actionsKept {
      promised
      done
      doneInTime
      share
      benchmark
    }
    viewerCan {
      run
      act
    }
  }
`);

export const OneScorecard = graphql(`
  query OneScorecard($id: ID!) {
    scorecard(id: $id) {
      ...ScorecardShown
    }
  }
`);

export const ScorecardWork = graphql(`
  query ScorecardWork($id: ID!) {
    scorecard(id: $id) {
      ...ScorecardShown
      rounds {
        id
        group
        way
        code
        isClosed
        heads
      }
    }
  }
`);

export const InfoSheetOfService = graphql(`
  query InfoSheetOfService($officeId: ID!, $year: Int!) {
    infoSheet(officeId: $officeId, year: $year) {
      year
      standards
      performance
      fees
      hours
      plannedRiel
      spentRiel
      source
      changedOn
    }
  }
`);

export const Sitting = graphql(`
  query Sitting($code: String!) {
    openSitting(code: $code) {
      group
      year
      criteria
      office {
        nameKm
        nameEn
      }
    }
  }
`);

export const GiveScores = graphql(`
  mutation GiveScores($input: GiveScoresInput!) {
    giveScores(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const OpenScorecard = graphql(`
  mutation OpenScorecard($input: OpenScorecardInput!) {
    openScorecard(input: $input) {
      scorecard {
        id
      }
      problems {
        code
        field
      }
    }
  }
`);

export const AssessOwnService = graphql(`
  mutation AssessOwnService($input: AssessOwnServiceInput!) {
    assessOwnService(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const OpenScoreRound = graphql(`
  mutation OpenScoreRound($input: OpenScoreRoundInput!) {
    openScoreRound(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const CloseScoreRound = graphql(`
  mutation CloseScoreRound($input: CloseScoreRoundInput!) {
    closeScoreRound(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const DropScoreRound = graphql(`
  mutation DropScoreRound($input: DropScoreRoundInput!) {
    dropScoreRound(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const CountScoreRound = graphql(`
  mutation CountScoreRound($input: CountScoreRoundInput!) {
    countScoreRound(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const PublishScorecard = graphql(`
  mutation PublishScorecard($input: PublishScorecardInput!) {
    publishScorecard(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const RecordInterface = graphql(`
  mutation RecordInterface($input: RecordInterfaceInput!) {
    recordInterface(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const PlanScorecardAction = graphql(`
  mutation PlanScorecardAction($input: PlanScorecardActionInput!) {
    planScorecardAction(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const KeepInfoSheet = graphql(`
  mutation KeepInfoSheet($input: KeepInfoSheetInput!) {
    keepInfoSheet(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);
