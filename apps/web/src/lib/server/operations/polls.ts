import { graphql } from '../generated/gql.ts';

export const PollInList = graphql(`
  fragment PollInList on Poll {
    id
    state
    ballotType
    takesProposals
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

export const ResultShown = graphql(`
  fragment ResultShown on PollResult {
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
    splits {
      groups {
        key
        ballots
      }
      options {
        option
        counts
      }
    }
  }
`);

export const PlannedAfterPoll = graphql(`
  fragment PlannedAfterPoll on PlanItem {
    id
    titleKm
    titleEn
    kind
    period
    costRiel
    state
    percentDone
    pollOption {
      key
    }
    issue {
      id
    }
  }
`);

/** A meeting a poll was brought to, and what it decided. */
export const HeardOfPoll = graphql(`
  fragment HeardOfPoll on AgendaItem {
    id
    outcome
    decisionKm
    decisionEn
    meeting {
      ...MeetingInList
      viewerCan {
        see
      }
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
      rule
      sound {
        id
      }
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
      viewerCan {
        answer
        propose
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

export const ProposePollOption = graphql(`
  mutation ProposePollOption($input: ProposePollOptionInput!) {
    proposePollOption(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);
