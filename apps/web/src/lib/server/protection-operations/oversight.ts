import { graphql } from '../generated/protection/gql.ts';

export const DeskRoster = graphql(`
  query DeskRoster {
    roster {
      id
      placeCode
      hours {
        weekday
        from
        to
      }
      worksOnHolidays
      person {
        id
        name
        role
        affiliation
      }
    }
  }
`);

export const DeskReceivers = graphql(`
  query DeskReceivers {
    receivers {
      id
      name
      role
      affiliation
    }
  }
`);

export const SetRosterEntry = graphql(`
  mutation SetRosterEntry($input: SetRosterEntryInput!) {
    setRosterEntry(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const RemoveRosterEntry = graphql(`
  mutation RemoveRosterEntry($input: RemoveRosterEntryInput!) {
    removeRosterEntry(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const DeskAlarms = graphql(`
  query DeskAlarms($after: String) {
    alarms(first: 20, after: $after) {
      nodes {
        id
        kind
        caseId
        placeCode
        raisedAt
        seenAt
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const SeeAlarm = graphql(`
  mutation SeeAlarm($input: SeeAlarmInput!) {
    seeAlarm(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const DeskStateNow = graphql(`
  query DeskStateNow {
    deskState {
      auditEntries
      auditHead
      isAuditInOrder
      breakGlassKey
      drill {
        at
        cases
        opened
      }
      brokenAt
    }
  }
`);

export const Oversight = graphql(`
  query Oversight {
    accessReports {
      weekOf
      madeAt
      lines {
        person {
          name
          role
        }
        openings
        cases
        atNight
        referrals
      }
    }
    caseCounts {
      provinceCode
      quarter
      received
    }
  }
`);
