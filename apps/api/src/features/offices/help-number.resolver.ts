import type { Problem } from '@samleng/vocabulary';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { payloadOf } from '../../graph/payload.ts';
import { type ApiRequest, load } from '../../request.ts';
import { type Place, PlaceNode, placesByCode } from '../places/index.ts';
import { helpNumbersFor } from './help-number.queries.ts';
import {
  HelpNumberNode,
  RetireHelpNumberInput,
  RetireHelpNumberPayload,
  SaveHelpNumberInput,
  SaveHelpNumberPayload,
} from './help-number.type.ts';
import type { HelpNumber } from './office.entity.ts';
import { retireHelpNumber } from './retire-help-number.ts';
import { saveHelpNumber } from './save-help-number.ts';

@Resolver(() => HelpNumberNode)
export class HelpNumberResolver {
  @Query(() => [HelpNumberNode], { description: 'The numbers that help children, the first one first.' })
  helpNumbers(
    @Ctx() request: ApiRequest,
    @Arg('placeCode', () => String, { nullable: true, description: 'With those of this place and above.' })
    placeCode: string | null,
  ): Promise<HelpNumber[]> {
    return helpNumbersFor(request, placeCode);
  }

  @FieldResolver(() => PlaceNode, { nullable: true, description: 'Where it helps; empty: everywhere.' })
  async place(@Ctx() request: ApiRequest, @Root() helpNumber: HelpNumber): Promise<Place | null> {
    return helpNumber.placeCode ? ((await load(request, placesByCode, helpNumber.placeCode)) ?? null) : null;
  }

  @Mutation(() => SaveHelpNumberPayload, { description: 'An administrator adds or changes a help number.' })
  async saveHelpNumber(
    @Ctx() request: ApiRequest,
    @Arg('input', () => SaveHelpNumberInput, { description: 'The number.' }) input: SaveHelpNumberInput,
  ): Promise<{ helpNumber: HelpNumber | null; problems: readonly Problem[] }> {
    return payloadOf(await saveHelpNumber(request, input), (helpNumber) => ({ helpNumber }), {
      helpNumber: null,
    });
  }

  @Mutation(() => RetireHelpNumberPayload, { description: 'An administrator takes a help number away.' })
  async retireHelpNumber(
    @Ctx() request: ApiRequest,
    @Arg('input', () => RetireHelpNumberInput, { description: 'The number.' }) input: RetireHelpNumberInput,
  ): Promise<{ problems: readonly Problem[] }> {
    return payloadOf(await retireHelpNumber(request, input), () => ({}), {});
  }
}
