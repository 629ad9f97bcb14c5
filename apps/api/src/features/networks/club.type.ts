import type { ClubKind } from '@samleng/vocabulary';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../graph/connection.ts';
import type { Club } from './club.entity.ts';
import { ClubKindEnum } from './network.type.ts';

@ObjectType('Club', { description: "A children's club, youth group or student council." })
export class ClubNode implements Pick<Club, 'id' | 'kind' | 'nameKm' | 'nameEn' | 'girls' | 'boys'> {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'Its name in Khmer.' })
  nameKm!: string;

  @Field(() => String, { description: 'Its name in English.' })
  nameEn!: string;

  @Field(() => ClubKindEnum, { description: 'What it is.' })
  kind!: ClubKind;

  @Field(() => ID, { nullable: true, description: 'The network it belongs to.' })
  networkId!: string | null;

  @Field(() => Int, { description: 'How many girls it declares.' })
  girls!: number;

  @Field(() => Int, { description: 'How many boys it declares.' })
  boys!: number;

  @Field(() => Int, { nullable: true, description: 'The year it was founded.' })
  foundedYear!: number | null;
}

export const ClubConnection = connectionOf('Club', () => ClubNode);
