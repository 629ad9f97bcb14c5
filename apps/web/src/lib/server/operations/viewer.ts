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
