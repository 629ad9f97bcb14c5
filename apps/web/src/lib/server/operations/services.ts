import { graphql } from '../generated/gql.ts';

export const ChildPage = graphql(`
  query ChildPage($placeCode: String, $asks: Boolean!) {
    viewer {
      unseenNotices
    }
    emergencies(placeCode: $placeCode) @include(if: $asks) {
      ...EmergencyShown
      polls(placeCode: $placeCode) {
        id
        state
      }
    }
  }

  fragment EmergencyShown on Emergency {
    id
    kind
    messageKm
    messageEn
    startsAt
    endsAt
    endedAt
    isOn
    place {
      code
      type
      nameKm
      nameEn
    }
  }
`);

export const ServicesNear = graphql(`
  query ServicesNear($placeCode: String!, $after: String) {
    servicePoints(placeCode: $placeCode, first: 50, after: $after) {
      nodes {
        ...ServicePointShown
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }

  fragment ServicePointShown on ServicePoint {
    id
    kind
    nameKm
    nameEn
    hours
    phone
    isFree
    latitude
    longitude
    checkedOn
    checkedBy
    isCheckOld
    place {
      code
      type
      nameKm
      nameEn
    }
    viewerCan {
      keep
    }
  }
`);

export const NeedsOfCommune = graphql(`
  query NeedsOfCommune($communeCode: String!) {
    communeNeeds(communeCode: $communeCode) {
      need
      about
      villages {
        about
        countedOn
        village {
          code
          type
          nameKm
          nameEn
        }
      }
    }
  }
`);

export const ServicePointById = graphql(`
  query ServicePointById($id: ID!) {
    servicePoint(id: $id) {
      ...ServicePointShown
    }
  }
`);

export const SaveServicePoint = graphql(`
  mutation SaveServicePoint($input: SaveServicePointInput!) {
    saveServicePoint(input: $input) {
      servicePoint {
        id
      }
      problems {
        code
        field
      }
    }
  }
`);

export const RetireServicePoint = graphql(`
  mutation RetireServicePoint($input: RetireServicePointInput!) {
    retireServicePoint(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const CountNeeds = graphql(`
  mutation CountNeeds($input: CountNeedsInput!) {
    countNeeds(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const EmergencyDesk = graphql(`
  query EmergencyDesk {
    emergencyDesk {
      mayDeclare
      emergencies {
        ...EmergencyShown
        polls {
          id
        }
        viewerCan {
          end
          askIn {
            code
            type
            nameKm
            nameEn
          }
        }
      }
    }
  }
`);

export const DeclareEmergency = graphql(`
  mutation DeclareEmergency($input: DeclareEmergencyInput!) {
    declareEmergency(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const EndEmergency = graphql(`
  mutation EndEmergency($input: EndEmergencyInput!) {
    endEmergency(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const AskWhatIsNeeded = graphql(`
  mutation AskWhatIsNeeded($input: AskWhatIsNeededInput!) {
    askWhatIsNeeded(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const ComplaintGuide = graphql(`
  query ComplaintGuide {
    complaintGuide {
      isOpen
      source
      changedOn
    }
  }
`);

export const SetComplaintGuide = graphql(`
  mutation SetComplaintGuide($input: SetComplaintGuideInput!) {
    setComplaintGuide(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const DeskPlaces = graphql(`
  query DeskPlaces {
    viewer {
      roles {
        place {
          code
        }
        office {
          place {
            code
          }
        }
      }
    }
  }
`);
