import { graphql } from '../generated/protection/gql.ts';

export const SignInAtDesk = graphql(`
  mutation SignInAtDesk($input: SignInInput!) {
    signIn(input: $input) {
      challenge
      problems {
        code
        field
      }
    }
  }
`);

export const ConfirmSignInAtDesk = graphql(`
  mutation ConfirmSignInAtDesk($input: ConfirmSignInInput!) {
    confirmSignIn(input: $input) {
      sessionToken
      problems {
        code
        field
      }
    }
  }
`);

export const InvitationToDesk = graphql(`
  query InvitationToDesk($token: String!) {
    invitation(token: $token) {
      invitation {
        name
        expiresAt
        totpSecret
        totpAddress
      }
      problems {
        code
        field
      }
    }
  }
`);

export const AcceptInvitationToDesk = graphql(`
  mutation AcceptInvitationToDesk($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      sessionToken
      problems {
        code
        field
      }
    }
  }
`);

export const ReauthenticateAtDesk = graphql(`
  mutation ReauthenticateAtDesk($input: PassphraseInput!) {
    reauthenticate(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const ChangePassphraseAtDesk = graphql(`
  mutation ChangePassphraseAtDesk($input: PassphraseInput!) {
    changePassphrase(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const SignOutOfDesk = graphql(`
  mutation SignOutOfDesk {
    signOut {
      problems {
        code
      }
    }
  }
`);

export const SignOutOfDeskEverywhere = graphql(`
  mutation SignOutOfDeskEverywhere {
    signOutEverywhere {
      problems {
        code
      }
    }
  }
`);

export const PeopleOfDesk = graphql(`
  query PeopleOfDesk($after: String) {
    accounts(first: 50, after: $after) {
      nodes {
        id
        name
        role
        affiliation
        placeCode
        state
        trainedOn
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const InviteToDesk = graphql(`
  mutation InviteToDesk($input: InviteStaffInput!) {
    inviteStaff(input: $input) {
      account {
        id
        name
      }
      invitationToken
      problems {
        code
        field
      }
    }
  }
`);

export const EndDeskAccount = graphql(`
  mutation EndDeskAccount($input: EndAccountInput!) {
    endAccount(input: $input) {
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

export const StartDeskPasskeySignIn = graphql(`
  mutation StartDeskPasskeySignIn {
    startPasskeySignIn {
      challenge
      passkeyOptions
      problems {
        code
        field
      }
    }
  }
`);

export const SignInAtDeskWithPasskey = graphql(`
  mutation SignInAtDeskWithPasskey($input: PasskeyInput!) {
    signInWithPasskey(input: $input) {
      sessionToken
      problems {
        code
        field
      }
    }
  }
`);

export const StartDeskPasskey = graphql(`
  mutation StartDeskPasskey {
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

export const RegisterDeskPasskey = graphql(`
  mutation RegisterDeskPasskey($input: PasskeyInput!) {
    registerPasskey(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const StartDeskPasskeyAgain = graphql(`
  mutation StartDeskPasskeyAgain {
    startPasskeyAgain {
      challenge
      passkeyOptions
      problems {
        code
        field
      }
    }
  }
`);

export const ReauthenticateWithDeskPasskey = graphql(`
  mutation ReauthenticateWithDeskPasskey($input: PasskeyInput!) {
    reauthenticateWithPasskey(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const RemoveDeskPasskeys = graphql(`
  mutation RemoveDeskPasskeys {
    removePasskeys {
      problems {
        code
        field
      }
    }
  }
`);
