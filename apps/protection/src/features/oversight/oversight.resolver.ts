import { load } from '@samleng/server';
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { DeskRequest } from '../../request.ts';
import { type Account, accountsById, PersonNode } from '../accounts/index.ts';
import type { AccessReport } from './access-report.entity.ts';
import { listAccessReports } from './access-report.ts';
import { countCases, type CountLine } from './count-cases.ts';
import { type DeskState, deskState } from './desk-state.ts';
import { AccessLineNode, AccessReportNode, CaseCountNode, DeskStateNode } from './oversight.type.ts';

@Resolver(() => AccessLineNode)
export class OversightResolver {
  @Query(() => [AccessReportNode], {
    description: 'The weekly reports on who read how much, the newest first: 20 weeks. For the lead.',
  })
  accessReports(@Ctx() request: DeskRequest): Promise<AccessReport[]> {
    return listAccessReports(request);
  }

  @Query(() => [CaseCountNode], {
    description: 'How many cases came, by province and quarter; small numbers are hidden. For the lead.',
  })
  caseCounts(@Ctx() request: DeskRequest): Promise<CountLine[]> {
    return countCases(request);
  }

  @Query(() => DeskStateNode, {
    description: 'How the desk stands: audit and break-glass. For supervisors and the lead.',
  })
  deskState(@Ctx() request: DeskRequest): Promise<DeskState> {
    return deskState(request);
  }

  @FieldResolver(() => PersonNode, { nullable: true, description: 'Who it is.' })
  async person(@Ctx() request: DeskRequest, @Root() line: AccessLineNode): Promise<Account | null> {
    return (await load(request, accountsById, line.accountId)) ?? null;
  }
}
