export { makeLastWeeksReport } from './access-report.ts';
export {
  exportAuditHead,
  lastExportedHead,
  readHead,
  verifyDesk,
  type DeskVerdict,
  watchAudit,
} from './audit-heads.ts';
