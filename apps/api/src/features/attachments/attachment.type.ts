import type { Sound } from '@samleng/server';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Attachment } from './attachment.entity.ts';

@ObjectType('Recording', { description: 'Something that was said instead of written, or beside it.' })
export class RecordingNode implements Pick<Attachment, 'id' | 'mediaType' | 'seconds'> {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Its kind, such as audio/webm.' })
  mediaType!: Sound['kind'] | null;

  @Field(() => Int, { nullable: true, description: 'How long it is, as far as its file says.' })
  seconds!: number | null;
}
