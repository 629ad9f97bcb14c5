import type { Viewer } from './features/accounts/index.ts';

type Kind = Viewer['kind'];

const everybody = [
  'STRANGER',
  'PARTICIPATION_SERVICE',
  'WORKER',
  'SUPERVISOR',
  'LEAD',
  'ADMINISTRATOR',
] as const;
const strangers = ['STRANGER'] as const;
const staff = ['WORKER', 'SUPERVISOR', 'LEAD', 'ADMINISTRATOR'] as const;
const receivers = ['WORKER', 'SUPERVISOR'] as const;
const supervisors = ['SUPERVISOR'] as const;
const watchers = ['SUPERVISOR', 'LEAD'] as const;
const lead = ['LEAD'] as const;
const administrators = ['ADMINISTRATOR'] as const;

/**
 * Who may ask for what. A field of the schema that is not listed here does not start; whoever is not listed for a
 * field gets "not found". Deeds have their own, finer gates behind this one.
 */
export const permissions: {
  readonly Query: Readonly<Record<string, readonly Kind[]>>;
  readonly Mutation: Readonly<Record<string, readonly Kind[]>>;
} = {
  Query: {
    viewer: everybody,
    deskStatus: everybody,
    deskKey: everybody,
    caseByReceipt: strangers,
    invitation: strangers,
    accounts: administrators,
    roster: watchers,
    receivers: supervisors,
    alarms: watchers,
    inbox: receivers,
    newItems: receivers,
    case: receivers,
    connectedSystems: receivers,
    accessReports: lead,
    caseCounts: lead,
    deskState: watchers,
  },
  Mutation: {
    discloseHarm: strangers,
    discloseSealed: strangers,
    sendMessage: strangers,
    changeReceipt: strangers,
    eraseMyCase: strangers,
    giveBackTry: strangers,
    receiveMovedConcern: ['PARTICIPATION_SERVICE'],
    signIn: strangers,
    confirmSignIn: strangers,
    startPasskeySignIn: strangers,
    signInWithPasskey: strangers,
    acceptInvitation: strangers,
    reauthenticate: staff,
    changePassphrase: staff,
    startPasskey: staff,
    registerPasskey: staff,
    startPasskeyAgain: staff,
    reauthenticateWithPasskey: staff,
    removePasskeys: staff,
    signOut: staff,
    signOutEverywhere: staff,
    inviteStaff: administrators,
    endAccount: administrators,
    setRosterEntry: supervisors,
    removeRosterEntry: supervisors,
    seeAlarm: watchers,
    openCase: receivers,
    triageCase: receivers,
    assignCase: receivers,
    handOverCase: receivers,
    acceptHandOver: receivers,
    declineHandOver: receivers,
    escalateCase: receivers,
    excludePerson: receivers,
    replyToChild: receivers,
    addNote: receivers,
    closeCase: receivers,
    eraseCase: supervisors,
    referCase: receivers,
    sendReferral: receivers,
    noteReferralOutcome: receivers,
  },
};

/** Whether a viewer may ask for a root field: no, unless the table says so. */
export function mayAsk(viewer: Viewer, root: 'Query' | 'Mutation', field: string): boolean {
  return Object.hasOwn(permissions[root], field) && permissions[root][field]!.includes(viewer.kind);
}
