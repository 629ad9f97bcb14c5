import { graphql } from '../generated/protection/gql.ts';

export const ReferCase = graphql(`
  mutation ReferCase($input: ReferCaseInput!) {
    referCase(input: $input) {
      referral {
        id
        receiver
        madeAt
      }
      lines {
        label
        text
      }
      file {
        name
        content
        code
      }
      problems {
        code
        field
      }
    }
  }
`);

export const SendReferral = graphql(`
  mutation SendReferral($input: SendReferralInput!) {
    sendReferral(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const NoteReferralOutcome = graphql(`
  mutation NoteReferralOutcome($input: NoteReferralOutcomeInput!) {
    noteReferralOutcome(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);
