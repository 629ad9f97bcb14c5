import { type Need, needs, type ServiceKind, serviceKinds } from '@samleng/vocabulary';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../graph/connection.ts';
import { enumOf } from '../../graph/enums.ts';
import { bareTypeOf, payloadTypeOf } from '../../graph/payload-type.ts';
import { DayScalar } from '../../graph/scalars.ts';
import type { ComplaintGuide, ServicePoint } from './service.entity.ts';

const ServiceKindEnum = enumOf('ServiceKind', serviceKinds, 'A kind of service that helps.');
const NeedEnum = enumOf('Need', needs, 'What a family lacks.');

@ObjectType('ServicePoint', { description: 'A door one can go to, or a number of the place.' })
export class ServicePointNode implements Pick<
  ServicePoint,
  'id' | 'kind' | 'nameKm' | 'nameEn' | 'hours' | 'isFree' | 'checkedOn' | 'checkedBy'
> {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ServiceKindEnum, { description: 'What it is.' })
  kind!: ServiceKind;

  @Field(() => String, { description: 'Its name in Khmer.' })
  nameKm!: string;

  @Field(() => String, { description: 'Its name in English.' })
  nameEn!: string;

  @Field(() => String, { description: 'When it is open, such as 24/7.' })
  hours!: string;

  @Field(() => String, { nullable: true, description: 'Its telephone number.' })
  phone!: string | null;

  @Field(() => Boolean, { description: 'Whether help there costs nothing.' })
  isFree!: boolean;

  @Field(() => Float, { nullable: true, description: 'Degrees north, where they are known.' })
  latitude!: number | null;

  @Field(() => Float, { nullable: true, description: 'Degrees east, where they are known.' })
  longitude!: number | null;

  @Field(() => DayScalar, { description: 'The day on which somebody last checked that it is so.' })
  checkedOn!: string;

  @Field(() => String, { description: 'The office or club that checked it.' })
  checkedBy!: string;
}
export const ServicePointConnection = connectionOf('ServicePoint', () => ServicePointNode);

@ObjectType('ServicePointCan', { description: 'What the viewer may do with a service point.' })
export class ServicePointCanNode {
  @Field(() => Boolean, { description: 'Whether to change it or take it off the list.' })
  keep!: boolean;
}

@ObjectType('VillageNeed', { description: 'How many families of a village lack something.' })
export class VillageNeedNode {
  villageCode!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'About how many, rounded down to fives; empty: hidden, because they are few or next to few.',
  })
  about!: number | null;

  @Field(() => DayScalar, { description: 'The day of the count.' })
  countedOn!: string;
}

@ObjectType('CommuneNeed', { description: 'What families of a commune lack, village by village.' })
export class CommuneNeedNode {
  @Field(() => NeedEnum, { description: 'What they lack.' })
  need!: Need;

  @Field(() => Int, { nullable: true, description: 'About how many in all villages counted; empty: hidden.' })
  about!: number | null;

  @Field(() => [VillageNeedNode], { description: 'The villages counted, by code.' })
  villages!: readonly VillageNeedNode[];
}

@ObjectType('ComplaintGuide', { description: 'What the guide to complaints says that can change.' })
export class ComplaintGuideNode {
  @Field(() => Boolean, {
    description:
      'Whether children of Cambodia can write to the UN committee under OP3. Not, unless it was said.',
  })
  isOpen!: boolean;

  @Field(() => String, { nullable: true, description: 'Where that is written.' })
  source!: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'The day on which an administrator said so.' })
  changedOn!: string | null;
}

@InputType('SaveServicePointInput', { description: 'A service point.' })
export class SaveServicePointInput implements Pick<ServicePoint, 'id' | 'kind' | 'nameKm' | 'nameEn'> {
  @Field(() => ID, { description: 'Its id; drawn by the page for a new one.' })
  id!: string;

  @Field(() => ServiceKindEnum, { description: 'What it is.' })
  kind!: ServiceKind;

  @Field(() => String, { description: 'Its name in Khmer, up to 200 characters.' })
  nameKm!: string;

  @Field(() => String, { description: 'Its name in English, up to 200 characters.' })
  nameEn!: string;

  @Field(() => String, {
    description: 'Where it is: a village, or the commune, district or province it serves.',
  })
  placeCode!: string;

  @Field(() => String, { description: 'When it is open, such as 24/7; up to 80 characters.' })
  hours!: string;

  @Field(() => String, { nullable: true, description: 'Its number, in any digits.' })
  phone?: string | null;

  @Field(() => Boolean, { description: 'Whether help there costs nothing.' })
  isFree!: boolean;

  @Field(() => Float, { nullable: true, description: 'Degrees north.' })
  latitude?: number | null;

  @Field(() => Float, { nullable: true, description: 'Degrees east.' })
  longitude?: number | null;

  @Field(() => DayScalar, { description: 'The day on which somebody checked that it is so.' })
  checkedOn!: string;

  @Field(() => String, {
    description: 'The office or club that checked it, up to 120 characters; no person.',
  })
  checkedBy!: string;
}

@InputType('RetireServicePointInput', { description: 'A service point that is there no more.' })
export class RetireServicePointInput {
  @Field(() => ID, { description: 'Which one.' })
  id!: string;
}

@InputType('NeedCountInput', { description: 'How many families lack something.' })
class NeedCountInput {
  @Field(() => NeedEnum, { description: 'What they lack.' })
  need!: Need;

  @Field(() => Int, { description: 'How many families: 0 to 5,000.' })
  families!: number;
}

@InputType('CountNeedsInput', { description: 'A count of needs in a village.' })
export class CountNeedsInput {
  @Field(() => String, { description: 'The village.' })
  villageCode!: string;

  @Field(() => DayScalar, { description: 'The day of the count.' })
  countedOn!: string;

  @Field(() => [NeedCountInput], { description: 'The counts; a need that is left out stays as it was.' })
  counts!: NeedCountInput[];
}

@InputType('SetComplaintGuideInput', { description: 'What the guide to complaints says of OP3.' })
export class SetComplaintGuideInput implements Pick<ComplaintGuide, 'isOpen'> {
  @Field(() => Boolean, { description: 'Whether OP3 is open to Cambodia.' })
  isOpen!: boolean;

  @Field(() => String, { nullable: true, description: 'Where that is written; needed to say that it is.' })
  source?: string | null;
}

export const SaveServicePointPayload = payloadTypeOf(
  'SaveServicePoint',
  'servicePoint',
  () => ServicePointNode,
);
export const RetireServicePointPayload = bareTypeOf('RetireServicePoint');
export const CountNeedsPayload = bareTypeOf('CountNeeds');
export const SetComplaintGuidePayload = payloadTypeOf(
  'SetComplaintGuide',
  'complaintGuide',
  () => ComplaintGuideNode,
);
