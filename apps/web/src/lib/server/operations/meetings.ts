import { graphql } from '../generated/gql.ts';

export const MeetingInList = graphql(`
  fragment MeetingInList on Meeting {
    id
    kind
    state
    heldOn
    place {
      code
      type
      nameKm
      nameEn
    }
  }
`);

export const ItemOfMeeting = graphql(`
  fragment ItemOfMeeting on AgendaItem {
    id
    kind
    titleKm
    titleEn
    minutes
    isWithoutChildren
    outcome
    decisionKm
    decisionEn
    dueOn
    issue {
      id
      titleKm
      titleEn
      supportCount
    }
    poll {
      ...PollOnAgenda
    }
  }
`);

/** What a meeting hears of a poll: what came of it, in one sentence. */
export const PollOnAgenda = graphql(`
  fragment PollOnAgenda on Poll {
    id
    options {
      key
      titleKm
      titleEn
    }
    results {
      id
      sentence {
        key
        values
      }
    }
  }
`);

export const MeetingsOfPlace = graphql(`
  query MeetingsOfPlace($placeCode: String!, $from: Date!, $to: Date!) {
    coming: meetings(filter: { placeCode: $placeCode, from: $from }, first: 20) {
      nodes {
        ...MeetingInList
      }
    }
    past: meetings(filter: { placeCode: $placeCode, to: $to }, first: 20) {
      nodes {
        ...MeetingInList
      }
    }
    planningYear(placeCode: $placeCode) {
      year
      workshopOn
      daysToWorkshop
      daysToRanking
      steps {
        step
        from
        to
        isNow
        isOver
      }
    }
  }
`);

export const HeldMeetings = graphql(`
  query HeldMeetings($placeCode: String!, $from: Date!, $to: Date!) {
    place(code: $placeCode) {
      code
      type
      nameKm
      nameEn
    }
    coming: meetings(filter: { placeCode: $placeCode, from: $from }, first: 5) {
      nodes {
        ...MeetingInList
      }
    }
    past: meetings(filter: { placeCode: $placeCode, to: $to, state: HELD }, first: 5) {
      nodes {
        ...MeetingInList
        items {
          ...ItemOfMeeting
        }
      }
    }
  }
`);

export const AgendaSuggestions = graphql(`
  query AgendaSuggestions($placeCode: String!) {
    agendaSuggestions(placeCode: $placeCode, issues: 5) {
      carriedOver {
        ...ItemOfMeeting
      }
      issues {
        id
        titleKm
        titleEn
        supportCount
      }
      polls {
        id
        questionKm
        questionEn
      }
    }
    calendarAddresses {
      id
      madeOn
      place {
        code
        type
        nameKm
        nameEn
      }
    }
  }
`);

export const OneMeeting = graphql(`
  query OneMeeting($id: ID!) {
    meeting(id: $id) {
      ...MeetingInList
      startsAt
      minutes
      venue
      notes
      recordId
      invitedGirls
      invitedBoys
      invitedFacilitators
      childrensSeat
      isUnheard
      attendanceByRole {
        role
        count
      }
      attendance {
        role
        sex
        ageBand
        disability
        count
      }
      faces {
        HAPPY
        SO_SO
        SAD
      }
      items {
        ...ItemOfMeeting
        subjectId
        carriedFrom {
          id
        }
        spoke {
          role
          sex
          count
        }
      }
      viewerCan {
        see
        plan
        record
      }
    }
  }
`);

export const PlanMeeting = graphql(`
  mutation PlanMeeting($input: PlanMeetingInput!) {
    planMeeting(input: $input) {
      meeting {
        id
      }
      problems {
        code
        field
      }
    }
  }
`);

export const BringPoll = graphql(`
  mutation BringPoll($input: BringPollInput!) {
    bringPoll(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

/** Meetings of a place to which something can still be brought. */
export const MeetingsToCome = graphql(`
  query MeetingsToCome($placeCode: String!, $from: Date!) {
    meetings(filter: { placeCode: $placeCode, from: $from, state: PLANNED }, first: 20) {
      nodes {
        ...MeetingInList
      }
    }
  }
`);

export const RecordMeeting = graphql(`
  mutation RecordMeeting($input: RecordMeetingInput!) {
    recordMeeting(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const CancelMeeting = graphql(`
  mutation CancelMeeting($input: CancelMeetingInput!) {
    cancelMeeting(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const MakeCalendarAddress = graphql(`
  mutation MakeCalendarAddress($input: MakeCalendarAddressInput!) {
    makeCalendarAddress(input: $input) {
      secret
      problems {
        code
        field
      }
    }
  }
`);

export const RevokeCalendarAddress = graphql(`
  mutation RevokeCalendarAddress($input: RevokeCalendarAddressInput!) {
    revokeCalendarAddress(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const OfficePlaces = graphql(`
  query OfficePlaces {
    viewer {
      roles {
        office {
          place {
            code
          }
        }
      }
    }
  }
`);
