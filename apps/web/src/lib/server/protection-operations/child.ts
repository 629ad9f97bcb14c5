import { graphql } from '../generated/protection/gql.ts';

export const DeskStatus = graphql(`
  query DeskStatus($placeCode: String) {
    deskStatus(placeCode: $placeCode) {
      isOpen
      isSomebodyOnCall
      onCallFrom
      readers {
        id
        name
      }
    }
  }
`);

export const DiscloseHarm = graphql(`
  mutation DiscloseHarm($input: DiscloseHarmInput!) {
    discloseHarm(input: $input) {
      isTakenIn
      problems {
        code
        field
      }
    }
  }
`);

export const CaseByReceipt = graphql(`
  query CaseByReceipt($receipt: String!) {
    caseByReceipt(receipt: $receipt) {
      case {
        ...OwnCase
      }
      problems {
        code
        field
      }
    }
  }
`);

export const SendMessage = graphql(`
  mutation SendMessage($input: SendMessageInput!) {
    sendMessage(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const ChangeReceipt = graphql(`
  mutation ChangeReceipt($input: ChangeReceiptInput!) {
    changeReceipt(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const EraseMyCase = graphql(`
  mutation EraseMyCase($input: EraseMyCaseInput!) {
    eraseMyCase(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

graphql(`
  fragment OwnCase on MyCase {
    state
    receivedOn
    readBy
    mayErase
    messages {
      id
      isMine
      text
      sentAt
    }
  }
`);

/** The code tried just now opened a concern. */
export const GiveBackTry = graphql(`
  mutation GiveBackTry {
    giveBackTry {
      problems {
        code
      }
    }
  }
`);
