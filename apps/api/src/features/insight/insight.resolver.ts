import type { Problem, ReportFormat } from '@samleng/vocabulary';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type Page, PageArgs } from '../../graph/connection.ts';
import { payloadOf } from '../../graph/payload.ts';
import { DayScalar } from '../../graph/scalars.ts';
import type { ApiRequest, Language } from '../../request.ts';
import { buildReport } from './build-report.ts';
import type { FrozenFigures } from './freeze-figures.ts';
import { mayBuildReport } from './insight.policy.ts';
import { listReports, reportById, reportFile, type ReportFile, rightsOf } from './insight.queries.ts';
import {
  BuildRightsReportInput,
  BuildRightsReportPayload,
  ReportFormatEnum,
  ReportLanguageEnum,
  RightsFiguresNode,
  RightsReportConnection,
  RightsReportFileNode,
  RightsReportNode,
} from './insight.type.ts';
import type { RightsReport } from './report.entity.ts';

function shownFigures(request: ApiRequest, figures: FrozenFigures): RightsFiguresNode {
  const { placeNames, period, ...rest } = figures;
  return {
    ...rest,
    ...period,
    placeKm: placeNames.km,
    placeEn: placeNames.en,
    mayBuildReport: mayBuildReport(request.viewer, figures.placeCode),
  };
}

@Resolver(() => RightsReportNode)
export class RightsResolver {
  @Query(() => RightsFiguresNode, { nullable: true, description: 'The figures of a place, for everybody.' })
  async rights(
    @Ctx() request: ApiRequest,
    @Arg('placeCode', () => String, { description: 'A commune, district or province; empty: the country.' })
    placeCode: string,
    @Arg('from', () => DayScalar, { nullable: true, description: 'The first day; else a year before.' })
    from: string | null,
    @Arg('to', () => DayScalar, { nullable: true, description: 'The last day; else today.' })
    to: string | null,
  ): Promise<RightsFiguresNode | null> {
    const figures = await rightsOf(request, placeCode, { from, to });
    return figures && shownFigures(request, figures);
  }

  @Query(() => RightsReportNode, { nullable: true, description: 'The report with this id.' })
  rightsReport(
    @Ctx() request: ApiRequest,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<RightsReport | null> {
    return reportById(request, id);
  }

  @Query(() => RightsReportConnection, { description: 'Reports of a place and below, the newest first.' })
  rightsReports(
    @Ctx() request: ApiRequest,
    @Arg('placeCode', () => String, { description: 'The place; empty: the country.' }) placeCode: string,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<RightsReport>> {
    return listReports(request, placeCode, page);
  }

  @Query(() => RightsReportFileNode, { nullable: true, description: 'A report as a file.' })
  rightsReportFile(
    @Ctx() request: ApiRequest,
    @Arg('id', () => ID, { description: 'Which.' }) id: string,
    @Arg('format', () => ReportFormatEnum, { description: 'The kind of file.' }) format: ReportFormat,
    @Arg('language', () => ReportLanguageEnum, { description: 'Its language.' }) language: Language,
  ): Promise<ReportFile | null> {
    return reportFile(request, { id, format, language });
  }

  @FieldResolver(() => RightsFiguresNode, { description: 'What was frozen.' })
  figures(@Ctx() request: ApiRequest, @Root() report: RightsReport): RightsFiguresNode {
    return shownFigures(request, report.figures);
  }

  @Mutation(() => BuildRightsReportPayload, {
    description: 'An analyst freezes the figures of a place and period.',
  })
  async buildRightsReport(
    @Ctx() request: ApiRequest,
    @Arg('input', () => BuildRightsReportInput, { description: 'What to freeze.' })
    input: BuildRightsReportInput,
  ): Promise<{ report: RightsReport | null; problems: readonly Problem[] }> {
    return payloadOf(await buildReport(request, input), (report) => ({ report }), { report: null });
  }
}
