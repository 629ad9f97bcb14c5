import {
  ageBandKeys,
  assignmentEnds,
  categoryKeys,
  concernStates,
  decisionKeys,
  issueChanges,
  issueStateKeys,
  levels,
  moneySources,
  officeKindKeys,
  placeTypeKeys,
  planKinds,
  planSectors,
  planStates,
  problemCodes,
  returnReasons,
  roleKeys,
  saidAnswers,
  sexes,
  topicKeys,
  urgencies,
  verdicts,
} from '@samleng/vocabulary';
import { registerEnumType } from 'type-graphql';

/** Makes a GraphQL enum of a closed list. */
export function enumOf<Key extends string>(name: string, keys: readonly Key[], description: string) {
  const values = Object.fromEntries(keys.map((key) => [key, key])) as { [K in Key]: K };
  registerEnumType(values, { name, description });
  return values;
}

export const AgeBandEnum = enumOf('AgeBand', ageBandKeys, 'An age band a child may name.');
export const AssignmentEndEnum = enumOf(
  'AssignmentEnd',
  assignmentEnds,
  "How an office's turn with an issue ended.",
);
export const CategoryEnum = enumOf('Category', categoryKeys, 'What a concern or issue is about.');
export const ConcernStateEnum = enumOf('ConcernState', concernStates, 'Where a concern stands.');
export const DecisionEnum = enumOf('Decision', decisionKeys, 'What an office decided.');
export const IssueChangeEnum = enumOf('IssueChange', issueChanges, 'What happened to an issue.');
export const IssueStateEnum = enumOf('IssueState', issueStateKeys, 'Where an issue stands.');
export const LevelEnum = enumOf('Level', levels, 'A level of the administrative tree.');
export const MoneySourceEnum = enumOf('MoneySource', moneySources, 'Where money comes from.');
export const OfficeKindEnum = enumOf('OfficeKind', officeKindKeys, 'A kind of duty bearer.');
export const PlaceTypeEnum = enumOf('PlaceType', placeTypeKeys, 'A kind of place in the official list.');
export const PlanKindEnum = enumOf('PlanKind', planKinds, 'A plan a promise can stand in.');
export const PlanSectorEnum = enumOf('PlanSector', planSectors, 'A sector of the commune plan.');
export const PlanStateEnum = enumOf('PlanState', planStates, 'Where a plan item stands.');
export const ProblemCodeEnum = enumOf('ProblemCode', problemCodes, 'Why a deed was refused.');
export const ReturnReasonEnum = enumOf(
  'ReturnReason',
  returnReasons,
  'Why a concern came back to the child.',
);
export const RoleEnum = enumOf('Role', roleKeys, 'What a staff member is here for.');
export const SaidAnswerEnum = enumOf('SaidAnswer', saidAnswers, 'Yes or no, where one may also say nothing.');
export const SexEnum = enumOf('Sex', sexes, 'What a child says of its sex.');
export const TopicEnum = enumOf(
  'Topic',
  topicKeys,
  'What an issue is about, more exactly than its category.',
);
export const UrgencyEnum = enumOf('Urgency', urgencies, 'How soon a concern is to be looked at.');
export const VerdictEnum = enumOf('Verdict', verdicts, "The children's own word on whether it is solved.");
