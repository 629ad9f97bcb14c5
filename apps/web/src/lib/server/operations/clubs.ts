import { graphql } from '../generated/gql.ts';

export const ClubTree = graphql(`
  query ClubTree($placeCode: String!, $from: Date!, $to: Date!) {
    networks {
      id
      kind
      nameKm
      nameEn
      parentId
    }
    clubs(first: 50) {
      nodes {
        id
        kind
        nameKm
        nameEn
        networkId
        memberCount
        place {
          code
          type
          nameKm
          nameEn
        }
        consentReminder {
          ending
          ended
        }
        viewerCan {
          keep
        }
      }
    }
    reach(placeCode: $placeCode, from: $from, to: $to) {
      sessions
      attendances
      atLeast
    }
  }
`);

export const OneClub = graphql(`
  query OneClub($id: ID!) {
    club(id: $id) {
      id
      kind
      nameKm
      nameEn
      memberCount
      place {
        code
        type
        nameKm
        nameEn
      }
      consentReminder {
        ending
        ended
      }
      viewerCan {
        keep
      }
      members(first: 50) {
        nodes {
          id
          alias
          ageBand
          sex
          disability
          isLeader
          consentUntil
        }
      }
      ended: members(first: 50, isEnded: true) {
        nodes {
          id
          alias
          ageBand
          consentUntil
        }
      }
      sessions(first: 20) {
        nodes {
          id
          kind
          heldOn
          counts {
            count
          }
        }
      }
    }
  }
`);

export const AddMember = graphql(`
  mutation AddMember($input: AddMemberInput!) {
    addMember(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const MemberLeaves = graphql(`
  mutation MemberLeaves($input: MemberLeavesInput!) {
    memberLeaves(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const RecordSession = graphql(`
  mutation RecordSession($input: RecordSessionInput!) {
    recordSession(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const WithdrawSession = graphql(`
  mutation WithdrawSession($input: WithdrawSessionInput!) {
    withdrawSession(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const ImportMembers = graphql(`
  mutation ImportMembers($input: ImportListInput!) {
    importMembers(input: $input) {
      added
      lines {
        number
        cells
        problems {
          code
          field
        }
      }
      problems {
        code
        field
      }
    }
  }
`);

export const ImportSessions = graphql(`
  mutation ImportSessions($input: ImportListInput!) {
    importSessions(input: $input) {
      added
      lines {
        number
        cells
        problems {
          code
          field
        }
      }
      problems {
        code
        field
      }
    }
  }
`);
