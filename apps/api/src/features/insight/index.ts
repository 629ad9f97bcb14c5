export { RightsReport, ShownCounts } from './report.entity.ts';
