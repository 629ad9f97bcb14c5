import type { Category, OfficeKind, Right, Topic } from '@samleng/vocabulary';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { CategoryEnum, OfficeKindEnum, TopicEnum } from '../../graph/enums.ts';
import { payloadTypeOf } from '../../graph/payload-type.ts';
import type { CategoryEntry } from './category.queries.ts';

@ObjectType('Right', {
  description: 'An article of the Convention on the Rights of the Child, in our words.',
})
export class RightNode implements Pick<Right, 'article' | 'titleEn' | 'titleKm'> {
  @Field(() => Int, { description: 'The number of the article, 1 to 42.' })
  article!: Right['article'];

  @Field(() => String, { description: 'What it is about, in English.' })
  titleEn!: Right['titleEn'];

  @Field(() => String, { nullable: true, description: 'What it is about, in Khmer.' })
  titleKm!: Right['titleKm'];
}

@ObjectType('CategoryEntry', { description: 'What a concern can be about.' })
export class CategoryEntryNode implements CategoryEntry {
  @Field(() => CategoryEnum, { description: 'The category.' })
  key!: Category;

  @Field(() => String, { description: 'Its name in Khmer.' })
  nameKm!: string;

  @Field(() => String, { description: 'Its name in English.' })
  nameEn!: string;

  @Field(() => [RightNode], { description: 'The rights it touches.' })
  articles!: readonly Right[];

  @Field(() => Boolean, { description: 'Whether help is shown beside it.' })
  isSensitive!: boolean;

  @Field(() => [TopicEnum], { description: 'What it can be about, more exactly.' })
  topics!: readonly Topic[];

  @Field(() => OfficeKindEnum, { description: 'The kind of office that usually answers first.' })
  firstOffice!: OfficeKind;
}

@InputType('NameCategoryInput', { description: 'Other words for a category.' })
export class NameCategoryInput {
  @Field(() => CategoryEnum, { description: 'Which category.' })
  category!: Category;

  @Field(() => String, { description: 'Its name in Khmer, up to 60 characters.' })
  nameKm!: string;

  @Field(() => String, { description: 'Its name in English, up to 60 characters.' })
  nameEn!: string;
}

export const NameCategoryPayload = payloadTypeOf('NameCategory', 'category', () => CategoryEntryNode);
