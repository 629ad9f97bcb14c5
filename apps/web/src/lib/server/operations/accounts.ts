import { graphql } from '../generated/gql.ts';

export const SignIn = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      challenge
      secondSteps
      passkeyOptions
      problems {
        code
        field
      }
    }
  }
`);

export const ConfirmSignIn = graphql(`
  mutation ConfirmSignIn($input: ConfirmSignInInput!) {
    confirmSignIn(input: $input) {
      sessionToken
      problems {
        code
        field
      }
    }
  }
`);

export const Reauthenticate = graphql(`
  mutation Reauthenticate($input: ReauthenticateInput!) {
    reauthenticate(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const SignOut = graphql(`
  mutation SignOut {
    signOut {
      problems {
        code
      }
    }
  }
`);

export const SignOutEverywhere = graphql(`
  mutation SignOutEverywhere {
    signOutEverywhere {
      problems {
        code
      }
    }
  }
`);

export const InvitationOfLink = graphql(`
  query InvitationOfLink($token: String!) {
    invitation(token: $token) {
      invitation {
        name
        expiresAt
        totpAddress
        totpSecret
      }
      problems {
        code
        field
      }
    }
  }
`);

export const AcceptInvitation = graphql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      sessionToken
      problems {
        code
        field
      }
    }
  }
`);

export const StartPasskey = graphql(`
  mutation StartPasskey {
    startPasskey {
      challenge
      passkeyOptions
      problems {
        code
        field
      }
    }
  }
`);

export const RegisterPasskey = graphql(`
  mutation RegisterPasskey($input: RegisterPasskeyInput!) {
    registerPasskey(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const AccountsInList = graphql(`
  query AccountsInList($after: String) {
    accounts(first: 50, after: $after) {
      nodes {
        ...AccountShown
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const AccountShown = graphql(`
  fragment AccountShown on Account {
    id
    name
    state
    hasPasskey
    lastSeenOn
    trainedOn
    grants {
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
        nameKm
        nameEn
      }
    }
    viewerCan {
      suspend
      changeRoles
    }
  }
`);

export const InviteStaff = graphql(`
  mutation InviteStaff($input: InviteStaffInput!) {
    inviteStaff(input: $input) {
      invitationToken
      account {
        id
      }
      problems {
        code
        field
      }
    }
  }
`);

export const ChangeRoles = graphql(`
  mutation ChangeRoles($input: ChangeRolesInput!) {
    changeRoles(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const SuspendAccount = graphql(`
  mutation SuspendAccount($accountId: ID!) {
    suspendAccount(input: { accountId: $accountId }) {
      problems {
        code
        field
      }
    }
  }
`);

export const RestoreAccount = graphql(`
  mutation RestoreAccount($accountId: ID!) {
    restoreAccount(input: { accountId: $accountId }) {
      problems {
        code
        field
      }
    }
  }
`);
