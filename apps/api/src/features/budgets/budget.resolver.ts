import type { Problem } from '@samleng/vocabulary';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, load } from '../../request.ts';
import { type ImportLine, ImportPayload } from '../networks/index.ts';
import { type Place, PlaceNode, placesByCode } from '../places/index.ts';
import type { BudgetLine, BudgetYear } from './budget.entity.ts';
import { type BudgetFigures, figuresOf } from './budget-figures.ts';
import { budgetYearsOf, linesOf, mayImport } from './budget.queries.ts';
import {
  BudgetFiguresNode,
  BudgetLineNode,
  BudgetYearNode,
  CommuneBudgetCanNode,
  CommuneBudgetNode,
  ImportBudgetInput,
} from './budget.type.ts';
import { importBudget } from './import-budget.ts';

type CommuneBudget = { readonly communeCode: string };
type Payload = { lines: readonly ImportLine[]; added: number; problems: readonly Problem[] };

@Resolver(() => CommuneBudgetNode)
export class CommuneBudgetResolver {
  @Query(() => CommuneBudgetNode, { nullable: true, description: 'The budget of a commune.' })
  async communeBudget(
    @Ctx() request: ApiRequest,
    @Arg('communeCode', () => String, { description: 'The commune.' }) communeCode: string,
  ): Promise<CommuneBudget | null> {
    if (!/^\d{6}$/.test(communeCode)) return null;
    return (await load(request, placesByCode, communeCode)) ? { communeCode } : null;
  }

  @FieldResolver(() => PlaceNode, { description: 'The commune.' })
  async place(@Ctx() request: ApiRequest, @Root() { communeCode }: CommuneBudget): Promise<Place> {
    return (await load(request, placesByCode, communeCode))!;
  }

  @FieldResolver(() => [BudgetYearNode], { description: 'Its years, the newest first, ten at most.' })
  years(@Ctx() request: ApiRequest, @Root() { communeCode }: CommuneBudget): Promise<BudgetYear[]> {
    return budgetYearsOf(request, communeCode);
  }

  @FieldResolver(() => CommuneBudgetCanNode, { description: 'What the viewer may do with it.' })
  async viewerCan(
    @Ctx() request: ApiRequest,
    @Root() { communeCode }: CommuneBudget,
  ): Promise<CommuneBudgetCanNode> {
    return { import: await mayImport(request, communeCode) };
  }

  @Mutation(() => ImportPayload, {
    description: 'An official of the council, or an administrator, reads a year in: all or nothing.',
  })
  async importBudget(
    @Ctx() request: ApiRequest,
    @Arg('input', () => ImportBudgetInput, { description: 'The budget.' }) input: ImportBudgetInput,
  ): Promise<Payload> {
    const result = await importBudget(request, input);
    if (!result.ok) return { lines: [], added: 0, problems: result.problem };
    const isWrong = !input.isPreview && result.value.lines.some(({ problems }) => problems.length > 0);
    return { ...result.value, problems: isWrong ? [problem('LINES_NOT_RIGHT', 'file')] : [] };
  }
}

@Resolver(() => BudgetYearNode)
export class BudgetYearResolver {
  @FieldResolver(() => BudgetFiguresNode, { description: 'Its figures.' })
  async figures(@Ctx() request: ApiRequest, @Root() year: BudgetYear): Promise<BudgetFigures> {
    return figuresOf(await linesOf(request, year), year.children ?? null);
  }

  @FieldResolver(() => [BudgetLineNode], { description: 'Its lines, in the order of the document.' })
  lines(@Ctx() request: ApiRequest, @Root() year: BudgetYear): Promise<readonly BudgetLine[]> {
    return linesOf(request, year);
  }
}
