import { graphql } from '../generated/gql.ts';

export const PollInList = graphql(`
  fragment PollInList on Poll {
    id
    state
    ballotType
    questionKm
    questionEn
    closesAt
    closedOn
    place {
      code
      type
      nameKm
      nameEn
    }
  }
`);

export const PollsOfPlace = graphql(`
  query PollsOfPlace($filter: PollFilter!, $after: String) {
    polls(filter: $filter, first: 30, after: $after) {
      nodes {
        ...PollInList
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const PollOfCard = graphql(`
  query PollOfCard($card: String!) {
    pollOfCard(card: $card) {
      id
    }
  }
`);

export const OnePoll = graphql(`
  query OnePoll($id: ID!) {
    poll(id: $id) {
      ...PollInList
      electorate
      opensAt
      isSensitive
      takesOpenSupport
      wordsKm
      wordsEn
      resultHiddenBecause
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
        costRiel
      }
      viewerCan {
        answer
        run
      }
      results {
        id
        voice
        isWithoutDoubted
        ballots
        papers
        outcome
        opinionGroups
        sentence {
          key
          values
        }
        steps {
          key
          values
        }
      }
    }
  }
`);

export const CastBallot = graphql(`
  mutation CastBallot($input: CastBallotInput!) {
    castBallot(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const FileOfPoll = graphql(`
  query FileOfPoll($pollId: ID!, $format: PollFileFormat!, $voice: Voice!) {
    pollFile(pollId: $pollId, format: $format, voice: $voice) {
      file {
        fileName
        text
      }
      problems {
        code
      }
    }
  }
`);

export const PollTemplates = graphql(`
  query PollTemplates {
    pollTemplates {
      key
      questionKm
      questionEn
      ballotType
      electorate
      isSensitive
      options {
        titleKm
        titleEn
        pictureKey
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
      takesOpenSupport
      ballotsSoFar
      sheetColumns
      options {
        key
        titleKm
        titleEn
        costRiel
      }
      cardBatches {
        id
        size
        state
        drawn
        club {
          nameKm
          nameEn
        }
        viewerCan {
          approve
        }
      }
      paperSheets {
        id
        papers
        enteredOn
        isWithdrawn
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
