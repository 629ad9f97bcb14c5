import { existsSync, readFileSync } from 'node:fs';
import { buildSchema, getNamedType, type GraphQLSchema, isInputObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const schemaOf = (service: string) =>
  buildSchema(readFileSync(new URL(`apps/${service}/schema.graphql`, root), 'utf8'));

/**
 * Every text that a person types into the services, and what is done about words that may speak of harm (the product's
 * promise: all free text passes the same check, which only raises priority). A new field is entered here before it is
 * in the schema for good: either its words are looked at, and a test named here shows it, or a reason says why not.
 */
type Entry = {
  readonly fields: readonly string[];
  /** Tests that show the check: signs of harm raise the urgency or are shown to whoever decides. */
  readonly shownBy?: readonly string[];
  readonly why: string;
};

const places = [
  'BuildRightsReportInput.placeCode',
  'rights(placeCode)',
  'rightsReports(placeCode)',
  'ChangePollInput.placeCode',
  'FoundClubInput.placeCode',
  'FoundNetworkInput.placeCodes',
  'GrantInput.placeCode',
  'ImportBudgetInput.communeCode',
  'IssueFilter.communeCode',
  'IssueFilter.placeCode',
  'MakeCalendarAddressInput.placeCode',
  'MakePollInput.placeCode',
  'MeetingFilter.placeCode',
  'ModerationFilter.placeCode',
  'OfficeFilter.placeCode',
  'OpenOfficeInput.placeCode',
  'PlanMeetingInput.placeCode',
  'PlanResearchTopicInput.placeCode',
  'PollFilter.placeCode',
  'PollFromTopIssuesInput.communeCode',
  'PublishIssueInput.communeCode',
  'PublishIssueInput.villageCode',
  'RaiseConcernInput.communeCode',
  'RaiseConcernInput.villageCode',
  'RecordMeetingInput.placeCode',
  'RecordSessionInput.placeCode',
  'ResearchTopicFilter.placeCode',
  'ScorecardFilterInput.placeCode',
  'RouteTrialInput.placeCode',
  'SaveHelpNumberInput.placeCode',
  'SetRoutingRuleInput.placeCode',
  'SupportIssueInput.villageCode',
  'activitySessions(placeCode)',
  'agendaSuggestions(placeCode)',
  'clubs(communeCode)',
  'communeBudget(communeCode)',
  'communeRecord(communeCode)',
  'AskWhatIsNeededInput.placeCode',
  'CountNeedsInput.villageCode',
  'DeclareEmergencyInput.placeCode',
  'SaveServicePointInput.placeCode',
  'communeNeeds(communeCode)',
  'emergencies(placeCode)',
  'helpNumbers(placeCode)',
  'servicePoints(placeCode)',
  'place(code)',
  'places(parentCode)',
  'planningYear(placeCode)',
  'pollResultsNearby(communeCodes)',
  'reach(placeCode)',
  'routingRules(placeCode)',
  'similarIssues(communeCode)',
  'youSaidTheyDid(communeCode)',
];

/** Shows that whatever a deed keeps is looked at, and marked for the moderators of the place. */
const marked = ['apps/api/src/features/concerns/word-marks.test.ts'];

const participation: readonly Entry[] = [
  {
    why: "A child's own words: signs of harm put the concern above the others, and are marked for the moderator.",
    shownBy: ['apps/api/src/features/concerns/raise-concern.test.ts'],
    fields: ['RaiseConcernInput.text'],
  },
  {
    why: "A child's proposal: one with signs of harm is read first, and the page says so.",
    shownBy: ['apps/api/src/features/polls/polls.test.ts'],
    fields: ['ProposePollOptionInput.title'],
  },
  {
    why: 'Words about children that everybody will read: signs of harm are marked for who moderates there.',
    shownBy: ['apps/api/src/features/issues/signs-of-harm.test.ts'],
    fields: [
      'EditIssueInput.titleEn',
      'EditIssueInput.titleKm',
      'EditIssueInput.wordsEn',
      'EditIssueInput.wordsKm',
      'PublishIssueInput.titleEn',
      'PublishIssueInput.titleKm',
      'PublishIssueInput.wordsEn',
      'PublishIssueInput.wordsKm',
    ],
  },
  {
    why: 'Minutes and decisions: signs of harm are marked for the moderators of the place.',
    shownBy: marked,
    fields: [
      'RecordMeetingInput.notes',
      'RecordedItemInput.decisionEn',
      'RecordedItemInput.decisionKm',
      'RecordedItemInput.titleEn',
      'RecordedItemInput.titleKm',
    ],
  },
  {
    why: 'A proposal in the words of a facilitator: signs of harm are marked for the moderators of the place.',
    shownBy: marked,
    fields: ['ModerateProposalInput.titleEn', 'ModerateProposalInput.titleKm'],
  },
  {
    why: 'Words of a moderator to the child whose concern, with its marks, is open in front of them.',
    fields: [
      'ReturnConcernInput.note',
      'EditIssueInput.justifiedIdentifiers',
      'PublishIssueInput.justifiedIdentifiers',
    ],
  },
  {
    why: "An office's word on an issue, public or handed on: signs of harm are marked for the place's moderators.",
    shownBy: marked,
    fields: [
      'AnswerIssueInput.nextStep',
      'AnswerIssueInput.question',
      'AnswerIssueInput.reason',
      'AnswerIssueInput.words',
      'HandOverIssueInput.note',
      'AddPlanItemInput.titleEn',
      'AddPlanItemInput.titleKm',
      'AnswerRecommendationInput.answer',
      'PlanPollOptionInput.titleEn',
      'PlanPollOptionInput.titleKm',
      'ReportPlanProgressInput.evidenceLink',
      'ReportPlanProgressInput.note',
    ],
  },
  {
    why: 'What staff asks or announces: signs of harm are marked for the moderators of the place.',
    shownBy: marked,
    fields: [
      'AddPollOptionInput.titleEn',
      'AddPollOptionInput.titleKm',
      'ChangePollInput.questionEn',
      'ChangePollInput.questionKm',
      'ChangePollInput.wordsEn',
      'ChangePollInput.wordsKm',
      'ChangePollOptionInput.titleEn',
      'ChangePollOptionInput.titleKm',
      'ImportSurveyFormInput.file',
      'MakePollInput.questionEn',
      'MakePollInput.questionKm',
      'MakePollInput.wordsEn',
      'MakePollInput.wordsKm',
      'PlanMeetingInput.venue',
      'PlanResearchTopicInput.question',
      'PlanResearchTopicInput.titleEn',
      'PlanResearchTopicInput.titleKm',
      'PlannedItemInput.titleEn',
      'PlannedItemInput.titleKm',
      'PollOptionInput.titleEn',
      'PollOptionInput.titleKm',
      'RecordMeetingInput.venue',
    ],
  },
  {
    why: 'What child researchers write and hear: kept from the public by `research`, and marked for moderators.',
    shownBy: marked,
    fields: [
      'AddFindingInput.textEn',
      'AddFindingInput.textKm',
      'AddRecommendationInput.textEn',
      'AddRecommendationInput.textKm',
      'SurveyAnswerInput.value',
    ],
  },
  {
    why: 'Names of offices, clubs, days, things and paper signers; aliases: marked for moderators all the same.',
    shownBy: marked,
    fields: [
      'AddHolidayInput.nameEn',
      'AddHolidayInput.nameKm',
      'AddMemberInput.alias',
      'EnterPaperCountsInput.signers',
      'FoundClubInput.nameEn',
      'FoundClubInput.nameKm',
      'FoundNetworkInput.nameEn',
      'FoundNetworkInput.nameKm',
      'ImportBudgetInput.file',
      'ImportListInput.file',
      'InviteStaffInput.name',
      'NameCategoryInput.nameEn',
      'NameCategoryInput.nameKm',
      'OpenOfficeInput.nameEn',
      'OpenOfficeInput.nameKm',
      'RecordCardDrawnInput.member',
      'RenameOfficeInput.nameEn',
      'RenameOfficeInput.nameKm',
      'SaveHelpNumberInput.hours',
      'SaveHelpNumberInput.nameEn',
      'SaveHelpNumberInput.nameKm',
      'SaveHelpNumberInput.noteEn',
      'SaveHelpNumberInput.noteKm',
      'SaveHelpNumberInput.number',
      'SaveServicePointInput.checkedBy',
      'SaveServicePointInput.hours',
      'SaveServicePointInput.nameEn',
      'SaveServicePointInput.nameKm',
      'SaveServicePointInput.phone',
      'SetComplaintGuideInput.source',
      'DeclareEmergencyInput.messageEn',
      'DeclareEmergencyInput.messageKm',
      'SignInInput.name',
    ],
  },
  {
    why: 'Compared or searched for, and not kept.',
    fields: ['searchPlaces(text)', 'similarIssues(text)'],
  },
  {
    why: 'Words of score rounds and info sheets, and the names of codes: marked for the moderators of the place.',
    shownBy: marked,
    fields: [
      'AddAnswerCodeInput.nameEn',
      'AddAnswerCodeInput.nameKm',
      'AssessOwnServiceInput.note',
      'FormSheetInput.name',
      'FormSheetInput.rows',
      'ImportBudgetInput.source',
      'KeepInfoSheetInput.fees',
      'KeepInfoSheetInput.hours',
      'KeepInfoSheetInput.performance',
      'KeepInfoSheetInput.source',
      'KeepInfoSheetInput.standards',
      'PlanScorecardActionInput.titleEn',
      'PlanScorecardActionInput.titleKm',
      'RecordInterfaceInput.agreedEn',
      'RecordInterfaceInput.agreedKm',
    ],
  },
  {
    why: 'Secrets, codes and keys, not words.',
    fields: [
      'CriterionCountsInput.criterion',
      'GiveScoresInput.code',
      'PlanScorecardActionInput.criterion',
      'ScoreInput.criterion',
      'TagAnswersInput.question',
      'openSitting(code)',
      'AddAnswerCodeInput.question',
      'AcceptInvitationInput.code',
      'AcceptInvitationInput.passphrase',
      'AcceptInvitationInput.token',
      'AddPlanItemInput.period',
      'AddPollOptionInput.pictureKey',
      'CastBallotInput.card',
      'ChangePollInput.rule',
      'ChangePollOptionInput.key',
      'ChangePollOptionInput.pictureKey',
      'ConfirmSignInInput.challenge',
      'ConfirmSignInInput.code',
      'ConfirmSignInInput.passkeyResponse',
      'EnterPaperCountsInput.photoKey',
      'GiveVerdictInput.receipt',
      'MakePollInput.rule',
      'ModerateProposalInput.key',
      'ModerateProposalInput.pictureKey',
      'OrderPollOptionsInput.keys',
      'PaperCountsInput.option',
      'PlanPollOptionInput.option',
      'PlanPollOptionInput.period',
      'PollOptionInput.pictureKey',
      'PollSettingInput.name',
      'RaiseConcernInput.language',
      'RaiseConcernInput.receipt',
      'ReauthenticateInput.passphrase',
      'RegisterPasskeyInput.challenge',
      'RegisterPasskeyInput.passkeyResponse',
      'RemovePollOptionInput.key',
      'SignInInput.passphrase',
      'SurveyAnswerInput.name',
      'TallyCountInput.choice',
      'TallyCountInput.question',
      'VoidCardInput.card',
      'cardSheet(codes)',
      'concernByReceipt(receipt)',
      'invitation(token)',
      'pollOfCard(card)',
    ],
  },
  { why: 'Codes of places.', fields: places },
];

const desk: readonly Entry[] = [
  {
    why: "A child's words to the desk: they can make a case more urgent, and its timer shorter.",
    shownBy: ['apps/protection/src/features/cases/childs-side.test.ts'],
    fields: ['DiscloseHarmInput.text', 'SendMessageInput.text'],
  },
  {
    why: 'Opened to a report or a moved concern, whose words are checked as those typed at the desk.',
    shownBy: ['apps/protection/src/features/cases/moved-concerns.test.ts'],
    fields: ['SealedInput.sealed'],
  },
  {
    why: 'What a trained worker writes in a case that is already in their hands.',
    fields: [
      'CloseCaseInput.note',
      'ReferCaseInput.summary',
      'TriageCaseInput.note',
      'WriteInCaseInput.text',
    ],
  },
  {
    why: 'A name to be called by and how to be reached, beside words that are checked; read with the report.',
    fields: ['DiscloseHarmInput.alias', 'DiscloseHarmInput.callback'],
  },
  {
    why: 'Secrets, codes, hours and names of staff, not words.',
    fields: [
      'AcceptInvitationInput.code',
      'AcceptInvitationInput.passphrase',
      'AcceptInvitationInput.token',
      'ChangeReceiptInput.newReceipt',
      'ChangeReceiptInput.receipt',
      'ConfirmSignInInput.challenge',
      'ConfirmSignInInput.code',
      'DiscloseHarmInput.communeCode',
      'DiscloseHarmInput.receipt',
      'DiscloseHarmInput.villageCode',
      'EraseMyCaseInput.receipt',
      'InviteStaffInput.name',
      'InviteStaffInput.placeCode',
      'OnCallHoursInput.from',
      'OnCallHoursInput.to',
      'PasskeyInput.challenge',
      'PasskeyInput.passkeyResponse',
      'PasskeyInput.secret',
      'PassphraseInput.passphrase',
      'SendMessageInput.receipt',
      'SetRosterEntryInput.placeCode',
      'SignInInput.name',
      'SignInInput.passphrase',
      'caseByReceipt(receipt)',
      'deskStatus(placeCode)',
      'invitation(token)',
    ],
  },
];

/** Every String that goes into a service: fields of inputs, and arguments but the cursor of a list. */
function textsInto(schema: GraphQLSchema): string[] {
  const isText = ({ type }: { type: Parameters<typeof getNamedType>[0] }) =>
    getNamedType(type)?.name === 'String';
  const ofInputs = Object.values(schema.getTypeMap())
    .filter(isInputObjectType)
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter(isText)
        .map(({ name }) => `${type.name}.${name}`),
    );
  const ofRoots = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {}).flatMap(({ name, args }) =>
      args.filter((one) => isText(one) && one.name !== 'after').map((one) => `${name}(${one.name})`),
    ),
  );
  return [...ofInputs, ...ofRoots];
}

describe.each([
  { service: 'api', entries: participation },
  { service: 'protection', entries: desk },
])('texts typed into $service', ({ service, entries }) => {
  const listed = entries.flatMap(({ fields }) => fields);

  it('are all listed with how they are checked for signs of harm, or why not', () => {
    expect(textsInto(schemaOf(service)).filter((field) => !listed.includes(field))).toEqual([]);
  });

  it('are listed once', () => {
    expect(listed.filter((field, at) => listed.indexOf(field) !== at)).toEqual([]);
  });

  it('are shown to be checked by tests that stand', () => {
    const tests = entries.flatMap(({ shownBy }) => shownBy ?? []);
    expect(tests.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
  });
});
