import { graphql } from '../generated/gql.ts';

export const OfficeShown = graphql(`
  fragment OfficeShown on Office {
    id
    kind
    nameKm
    nameEn
    isActive
    place {
      code
      type
      nameKm
      nameEn
    }
  }
`);

export const OfficesInList = graphql(`
  query OfficesInList($filter: OfficeFilter, $after: String) {
    offices(filter: $filter, first: 50, after: $after) {
      nodes {
        ...OfficeShown
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const OneOffice = graphql(`
  query OneOffice($id: ID!) {
    office(id: $id) {
      ...OfficeShown
      viewerCan {
        change
      }
      place {
        path {
          code
          type
          nameKm
          nameEn
        }
      }
    }
  }
`);

export const OpenOffice = graphql(`
  mutation OpenOffice($input: OpenOfficeInput!) {
    openOffice(input: $input) {
      office {
        id
      }
      problems {
        code
        field
      }
    }
  }
`);

export const RenameOffice = graphql(`
  mutation RenameOffice($input: RenameOfficeInput!) {
    renameOffice(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const CloseOffice = graphql(`
  mutation CloseOffice($officeId: ID!) {
    closeOffice(input: { officeId: $officeId }) {
      problems {
        code
        field
      }
    }
  }
`);

export const ReopenOffice = graphql(`
  mutation ReopenOffice($officeId: ID!) {
    reopenOffice(input: { officeId: $officeId }) {
      problems {
        code
        field
      }
    }
  }
`);
