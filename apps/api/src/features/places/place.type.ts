import type { Level, PlaceType } from '@samleng/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../../graph/connection.ts';
import { LevelEnum, PlaceTypeEnum } from '../../graph/enums.ts';
import { DayScalar } from '../../graph/scalars.ts';
import type { Place } from './place.entity.ts';

@ObjectType('Place', { description: 'A village, commune, district or province, by its official code.' })
export class PlaceNode implements Pick<
  Place,
  'code' | 'type' | 'level' | 'nameKm' | 'nameEn' | 'validFrom' | 'validTo'
> {
  @Field(() => String, { description: 'The official code: 2, 4, 6 or 8 digits.' })
  code!: string;

  @Field(() => PlaceTypeEnum, { description: 'Which kind of province, district or commune it is.' })
  type!: PlaceType;

  @Field(() => LevelEnum, { description: 'Its level in the administrative tree.' })
  level!: Level;

  @Field(() => String, { description: 'Its name in Khmer.' })
  nameKm!: string;

  @Field(() => String, { description: 'Its name in Latin letters.' })
  nameEn!: string;

  @Field(() => DayScalar, { nullable: true, description: 'Since when it has existed, where that is known.' })
  validFrom!: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'The last day on which it existed.' })
  validTo!: string | null;
}

export const PlaceConnection = connectionOf('Place', () => PlaceNode);
