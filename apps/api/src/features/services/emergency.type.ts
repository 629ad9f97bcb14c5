import { type EmergencyKind, emergencyKinds } from '@samleng/vocabulary';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { enumOf } from '../../graph/enums.ts';
import { payloadTypeOf } from '../../graph/payload-type.ts';
import { InstantScalar } from '../../graph/scalars.ts';
import { PlaceNode, type Place } from '../places/index.ts';
import { PollNode } from '../polls/index.ts';
import type { Emergency } from './service.entity.ts';

const EmergencyKindEnum = enumOf('EmergencyKind', emergencyKinds, 'What an area is struck by.');

@ObjectType('Emergency', { description: 'An area struck by something, from one moment until another.' })
export class EmergencyNode implements Pick<
  Emergency,
  'id' | 'kind' | 'messageKm' | 'messageEn' | 'startsAt' | 'endsAt'
> {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => EmergencyKindEnum, { description: 'What the area is struck by.' })
  kind!: EmergencyKind;

  @Field(() => String, { description: 'What children are told, in Khmer.' })
  messageKm!: string;

  @Field(() => String, { description: 'What children are told, in English.' })
  messageEn!: string;

  @Field(() => InstantScalar, { description: 'From when it is on.' })
  startsAt!: Date;

  @Field(() => InstantScalar, { description: 'When it ends by itself.' })
  endsAt!: Date;

  @Field(() => InstantScalar, { nullable: true, description: 'When somebody ended it before its time.' })
  endedAt!: Date | null;
}

@ObjectType('EmergencyCan', { description: 'What the viewer may do with an emergency.' })
export class EmergencyCanNode {
  @Field(() => Boolean, { description: 'Whether to end it now.' })
  end!: boolean;

  @Field(() => [PlaceNode], { description: 'Where the viewer may open the quick poll now.' })
  askIn!: Place[];
}

@ObjectType('EmergencyDesk', { description: 'Emergencies as those see them who may declare one.' })
export class EmergencyDeskNode {
  @Field(() => Boolean, { description: 'Whether the viewer may declare one somewhere.' })
  mayDeclare!: boolean;

  @Field(() => [EmergencyNode], { description: 'The newest 20: on, to come, or over.' })
  emergencies!: Emergency[];
}

@InputType('DeclareEmergencyInput', { description: 'An area to be put in emergency mode.' })
export class DeclareEmergencyInput {
  @Field(() => ID, { description: 'Its id, drawn by the page.' })
  id!: string;

  @Field(() => EmergencyKindEnum, { description: 'What the area is struck by.' })
  kind!: EmergencyKind;

  @Field(() => String, { description: 'The area: a village, commune, district or province.' })
  placeCode!: string;

  @Field(() => String, { description: 'What children are told, in Khmer, up to 280 characters.' })
  messageKm!: string;

  @Field(() => String, { description: 'What children are told, in English, up to 280 characters.' })
  messageEn!: string;

  @Field(() => InstantScalar, { description: 'From when.' })
  startsAt!: Date;

  @Field(() => InstantScalar, { description: 'Until when: at most 60 days.' })
  endsAt!: Date;

  @Field(() => Boolean, { description: 'That the words were read once more, and that it is meant.' })
  isMeant!: boolean;
}

@InputType('EndEmergencyInput', { description: 'An emergency that is over.' })
export class EndEmergencyInput {
  @Field(() => ID, { description: 'Which one.' })
  id!: string;
}

@InputType('AskWhatIsNeededInput', { description: 'A quick poll in a place in emergency.' })
export class AskWhatIsNeededInput {
  @Field(() => ID, { description: 'The emergency.' })
  emergencyId!: string;

  @Field(() => String, { description: 'The place whose children are asked.' })
  placeCode!: string;
}

export const DeclareEmergencyPayload = payloadTypeOf('DeclareEmergency', 'emergency', () => EmergencyNode);
export const EndEmergencyPayload = payloadTypeOf('EndEmergency', 'emergency', () => EmergencyNode);
export const AskWhatIsNeededPayload = payloadTypeOf('AskWhatIsNeeded', 'poll', () => PollNode);
