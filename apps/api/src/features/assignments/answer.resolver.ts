import { dayInCambodia } from '@samleng/routing';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { broughtAlong } from '../../graph/brought-along.ts';
import { DayScalar } from '../../graph/scalars.ts';
import { type ApiRequest, load } from '../../request.ts';
import { type Attachment, attachmentsById, RecordingNode } from '../attachments/index.ts';
import { type Office, OfficeNode, officesById } from '../offices/index.ts';
import type { Answer } from './assignment.entity.ts';
import { officeOf } from './assignment.queries.ts';
import { AnswerNode } from './assignment.type.ts';

@Resolver(() => AnswerNode)
export class AnswerResolver {
  @FieldResolver(() => OfficeNode, { description: 'The office that answered.' })
  office(@Ctx() request: ApiRequest, @Root() answer: Answer): Office | Promise<Office> {
    return broughtAlong<Office>(answer, 'office') ?? officeOf(request, answer.officeId);
  }

  @FieldResolver(() => OfficeNode, {
    nullable: true,
    description: 'The office that has it since, if passed on.',
  })
  async passedOnTo(@Ctx() request: ApiRequest, @Root() answer: Answer): Promise<Office | null> {
    return answer.passedOnToOfficeId
      ? ((await load(request, officesById, answer.passedOnToOfficeId)) ?? null)
      : null;
  }

  @FieldResolver(() => RecordingNode, {
    nullable: true,
    description: 'The answer as the official spoke it.',
  })
  async voice(@Ctx() request: ApiRequest, @Root() answer: Answer): Promise<Attachment | null> {
    return answer.voiceId ? ((await load(request, attachmentsById, answer.voiceId)) ?? null) : null;
  }

  @FieldResolver(() => DayScalar, { description: 'The day of the answer.' })
  answeredOn(@Root() answer: Answer): string {
    return dayInCambodia(answer.answeredAt);
  }
}
