import { Field, ID, ObjectType } from 'type-graphql';
import { connectionOf } from '../../graph/connection.ts';
import type { Club } from './club.entity.ts';

@ObjectType('Club', { description: "A children's club, youth group or student council." })
export class ClubNode implements Pick<Club, 'id' | 'nameKm' | 'nameEn'> {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'Its name in Khmer.' })
  nameKm!: string;

  @Field(() => String, { description: 'Its name in English.' })
  nameEn!: string;
}

export const ClubConnection = connectionOf('Club', () => ClubNode);
