import { graphql } from '../generated/gql.ts';

export const PollTemplates = graphql(`
  query PollTemplates {
    pollTemplates {
      key
      questionKm
      questionEn
      ballotType
      electorate
      isSensitive
      settings {
        name
        value
      }
      options {
        titleKm
        titleEn
        pictureKey
      }
    }
  }
`);

export const BallotTypes = graphql(`
  query BallotTypes {
    ballotTypes {
      name
      rules
      settings {
        name
        least
        most
        usual
        oneOf
      }
    }
  }
`);

export const PollToRun = graphql(`
  query PollToRun($id: ID!) {
    poll(id: $id) {
      ...PollInList
      electorate
      opensAt
      isSensitive
      isFromIssues
      takesOpenSupport
      ballotsSoFar
      sheetColumns
      wordsKm
      wordsEn
      rule
      seats
      resultHiddenBecause
      sound {
        id
      }
      school {
        id
        nameKm
        nameEn
      }
      settings {
        name
        value
      }
      type {
        settings {
          name
          usual
        }
      }
      options {
        key
        titleKm
        titleEn
        pictureKey
        picture {
          id
        }
        sound {
          id
        }
        costRiel
        issue {
          id
        }
      }
      proposals {
        key
        titleKm
        titleEn
        state
        hasSignsOfHarm
      }
      cardBatches {
        id
        size
        voters
        state
        drawn
        sex
        ageBand
        signals
        review
        club {
          nameKm
          nameEn
        }
        viewerCan {
          approve
          recordDrawn
          review
          void
        }
      }
      paperSheets {
        id
        papers
        enteredOn
        isWithdrawn
        photoKey
        photo {
          id
        }
        signers
      }
      viewerCan {
        answer
        change
        close
        confirmClose
        enterPapers
        keepOpen
        makeCards
        run
      }
      results {
        ...ResultShown
      }
      planItems {
        ...PlannedAfterPoll
      }
      agendaItems {
        ...HeardOfPoll
      }
    }
  }
`);

export const ClubsOfCommune = graphql(`
  query ClubsOfCommune($communeCode: String) {
    clubs(communeCode: $communeCode, first: 50) {
      nodes {
        id
        nameKm
        nameEn
      }
    }
  }
`);

export const MakePoll = graphql(`
  mutation MakePoll($input: MakePollInput!) {
    makePoll(input: $input) {
      poll {
        id
      }
      problems {
        code
        field
      }
    }
  }
`);

export const PollFromTopIssues = graphql(`
  mutation PollFromTopIssues($input: PollFromTopIssuesInput!) {
    pollFromTopIssues(input: $input) {
      poll {
        id
      }
      problems {
        code
        field
      }
    }
  }
`);

export const AddPollOption = graphql(`
  mutation AddPollOption($input: AddPollOptionInput!) {
    addPollOption(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const OpenPoll = graphql(`
  mutation OpenPoll($input: PollInput!) {
    openPoll(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const ClosePoll = graphql(`
  mutation ClosePoll($input: PollInput!) {
    closePoll(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const ConfirmClose = graphql(`
  mutation ConfirmClose($input: PollInput!) {
    confirmClose(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const KeepPollOpen = graphql(`
  mutation KeepPollOpen($input: PollInput!) {
    keepPollOpen(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const MakeCards = graphql(`
  mutation MakeCards($input: MakeCardsInput!) {
    makeCards(input: $input) {
      batch {
        id
      }
      codes
      problems {
        code
        field
      }
    }
  }
`);

export const ApproveCards = graphql(`
  mutation ApproveCards($input: CardBatchInput!) {
    approveCards(input: $input) {
      batch {
        id
      }
      codes
      problems {
        code
        field
      }
    }
  }
`);

export const EnterPaperCounts = graphql(`
  mutation EnterPaperCounts($input: EnterPaperCountsInput!) {
    enterPaperCounts(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const ChangePoll = graphql(`
  mutation ChangePoll($input: ChangePollInput!) {
    changePoll(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const RemovePollOption = graphql(`
  mutation RemovePollOption($input: RemovePollOptionInput!) {
    removePollOption(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const ModerateProposal = graphql(`
  mutation ModerateProposal($input: ModerateProposalInput!) {
    moderateProposal(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const RecordCardDrawn = graphql(`
  mutation RecordCardDrawn($input: RecordCardDrawnInput!) {
    recordCardDrawn(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const VoidCards = graphql(`
  mutation VoidCards($input: CardBatchInput!) {
    voidCards(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const VoidCard = graphql(`
  mutation VoidCard($input: VoidCardInput!) {
    voidCard(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const ReviewFlag = graphql(`
  mutation ReviewFlag($input: ReviewFlagInput!) {
    reviewFlag(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const WithdrawPaperSheet = graphql(`
  mutation WithdrawPaperSheet($input: WithdrawPaperSheetInput!) {
    withdrawPaperSheet(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const ChangePollOption = graphql(`
  mutation ChangePollOption($input: ChangePollOptionInput!) {
    changePollOption(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const OrderPollOptions = graphql(`
  mutation OrderPollOptions($input: OrderPollOptionsInput!) {
    orderPollOptions(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const CardSheetToPrint = graphql(`
  query CardSheetToPrint($batchId: ID!, $codes: [String!]!) {
    cardSheet(batchId: $batchId, codes: $codes) {
      sheet {
        fileName
        mediaType
        base64
      }
      problems {
        code
        field
      }
    }
  }
`);

export const PlanPollOption = graphql(`
  mutation PlanPollOption($input: PlanPollOptionInput!) {
    planPollOption(input: $input) {
      planItem {
        id
      }
      problems {
        code
        field
      }
    }
  }
`);
