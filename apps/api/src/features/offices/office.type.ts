import type { OfficeKind } from '@samleng/vocabulary';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../../graph/connection.ts';
import { OfficeKindEnum } from '../../graph/enums.ts';
import { payloadTypeOf } from '../../graph/payload-type.ts';
import type { Office } from './office.entity.ts';

@ObjectType('OfficeCan', { description: 'What the viewer may do with an office.' })
export class OfficeCanNode {
  @Field(() => Boolean, { description: 'Whether the viewer may rename, close and reopen it.' })
  change!: boolean;
}

@ObjectType('Office', {
  simpleResolvers: true,
  description: 'A duty bearer with a place and a mandate.',
})
export class OfficeNode implements Pick<Office, 'id' | 'kind' | 'nameKm' | 'nameEn' | 'isActive'> {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => OfficeKindEnum, { description: 'Which kind of duty bearer it is.' })
  kind!: OfficeKind;

  @Field(() => String, { description: 'Its name in Khmer.' })
  nameKm!: string;

  @Field(() => String, { description: 'Its name in English.' })
  nameEn!: string;

  @Field(() => Boolean, { description: 'Whether issues are sent to it.' })
  isActive!: boolean;
}

export const OfficeConnection = connectionOf('Office', () => OfficeNode);

@InputType('OfficeFilter', { description: 'Which offices.' })
export class OfficeFilterInput {
  @Field(() => OfficeKindEnum, { nullable: true, description: 'Only offices of this kind.' })
  kind?: OfficeKind | null;

  @Field(() => String, { nullable: true, description: 'Only offices of this place and of places in it.' })
  placeCode?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only offices that are open, or only closed ones.' })
  isActive?: boolean | null;
}

@InputType('OpenOfficeInput', { description: 'A new office.' })
export class OpenOfficeInput {
  @Field(() => OfficeKindEnum, { description: 'Which kind of duty bearer it is.' })
  kind!: OfficeKind;

  @Field(() => String, { description: 'The code of the place it serves; empty: the whole country.' })
  placeCode!: string;

  @Field(() => String, { description: 'Its name in Khmer, up to 200 characters.' })
  nameKm!: string;

  @Field(() => String, { description: 'Its name in English, up to 200 characters.' })
  nameEn!: string;
}

@InputType('RenameOfficeInput', { description: 'New names for an office.' })
export class RenameOfficeInput {
  @Field(() => ID, { description: 'Which office.' })
  officeId!: string;

  @Field(() => String, { description: 'Its name in Khmer, up to 200 characters.' })
  nameKm!: string;

  @Field(() => String, { description: 'Its name in English, up to 200 characters.' })
  nameEn!: string;
}

@InputType('CloseOfficeInput', { description: 'An office that ceases to exist.' })
export class CloseOfficeInput {
  @Field(() => ID, { description: 'Which office.' })
  officeId!: string;
}

@InputType('ReopenOfficeInput', { description: 'A closed office that works again.' })
export class ReopenOfficeInput {
  @Field(() => ID, { description: 'Which office.' })
  officeId!: string;
}

export const OpenOfficePayload = payloadTypeOf('OpenOffice', 'office', () => OfficeNode);
export const RenameOfficePayload = payloadTypeOf('RenameOffice', 'office', () => OfficeNode);
export const CloseOfficePayload = payloadTypeOf('CloseOffice', 'office', () => OfficeNode);
export const ReopenOfficePayload = payloadTypeOf('ReopenOffice', 'office', () => OfficeNode);
