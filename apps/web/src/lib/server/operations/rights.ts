import { graphql } from '../generated/gql.ts';

export const RightsShown = graphql(`
  fragment RightsShown on RightsFigures {
    placeCode
    placeKm
    placeEn
    from
    to
    indicators {
      indicator
      value
      part
      whole
      groups {
        cut
        key
        count
      }
    }
    articles {
      article
      issues
      answered
      done
      medianWorkingDays
    }
    places {
      placeCode
      km
      en
      issues
      answered
      done
      medianWorkingDays
    }
    mayBuildReport
  }
`);

export const ReportInList = graphql(`
  fragment ReportInList on RightsReport {
    id
    kind
    fromDay
    toDay
    madeOn
    hash
  }
`);

export const RightsOfPlace = graphql(`
  query RightsOfPlace($placeCode: String!) {
    rights(placeCode: $placeCode) {
      ...RightsShown
    }
    rightsReports(placeCode: $placeCode, first: 20) {
      nodes {
        ...ReportInList
      }
    }
  }
`);

export const OneReport = graphql(`
  query OneReport($id: ID!) {
    rightsReport(id: $id) {
      ...ReportInList
      figures {
        ...RightsShown
      }
    }
  }
`);

export const ReportFileOf = graphql(`
  query ReportFileOf($id: ID!, $format: ReportFormat!, $language: ReportLanguage!) {
    rightsReportFile(id: $id, format: $format, language: $language) {
      fileName
      mediaType
      base64
    }
  }
`);

export const BuildRightsReport = graphql(`
  mutation BuildRightsReport($input: BuildRightsReportInput!) {
    buildRightsReport(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);
