import { graphql } from '../generated/gql.ts';

export const WhoIsHere = graphql(`
  query WhoIsHere {
    viewer {
      account {
        id
        name
        hasPasskey
      }
      roles {
        id
        role
        place {
          code
          type
          nameKm
          nameEn
        }
        office {
          id
          kind
          nameKm
          nameEn
        }
      }
      viewerCan {
        moderate
        answer
        administer
        seeInsight
      }
      isReauthenticated
      unseenNotices
    }
  }
`);
