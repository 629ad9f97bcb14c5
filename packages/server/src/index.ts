export {
  type Database,
  type DatabaseEntityManager,
  type DatabaseOptions,
  type DatabaseOrm,
  DatabaseUnfit,
  openDatabase,
} from './database.ts';
export { embeddedClient } from './database-embedded.ts';
export { wipeErased } from './wipe-erased.ts';
export { queryDirectly, writeDirectly } from './direct-query.ts';
export { DirectoryInUse, lockDirectory, type LockHolder } from './directory-lock.ts';
export { Migration } from '@mikro-orm/migrations';
export {
  createGraphqlDoor,
  type GraphqlDoor,
  type GraphqlDoorOptions,
  type GraphqlRequest,
} from './graphql.ts';
export { type GraphqlLimits, pageSize, pageUsual, publicLimits, staffLimits } from './graphql-limits.ts';
export {
  createHttpService,
  type HttpService,
  type HttpServiceOptions,
  type Route,
  type RouteContext,
} from './http.ts';
export { createMetrics, type Metrics } from './metrics.ts';
export { shutdownOnSignals } from './shutdown.ts';
export { readSettings, SettingsRefused } from './config.ts';
export { createLog, type Log, type LogOptions } from './logs.ts';
export { errorFacts, type ErrorFacts } from './error-facts.ts';
export { requestFacts, type RequestFacts } from './requests.ts';
export { argon2Cost, type Argon2Cost, deriveByArgon2 } from './argon2.ts';
export {
  hashPassphrase,
  isPassphraseHashOutdated,
  isPassphraseLongEnough,
  passphraseLeast,
  passphraseMost,
  verifyPassphrase,
} from './passphrases.ts';
export { newTotpSecret, totpAddress, type TotpCheck, verifyTotp } from './totp.ts';
export { deriveReceipt, type ReceiptKeys } from './receipts.ts';
export { hashToken, newSessionToken, protectionSession, sessionIsAlive, staffSession } from './sessions.ts';
export { openSecret, SealBroken, sealSecret } from './sealed-secrets.ts';
export {
  createRateLimits,
  type RateAnswer,
  type RateLimit,
  type RateLimits,
  rateLimitMigration,
} from './rate-limits.ts';
export { type Sound, soundKind } from './sound-kind.ts';
export { createTurns, TooBusy, type Turns } from './turns.ts';
export {
  appendAudit,
  type AuditEntry,
  type AuditFault,
  auditHead,
  type AuditHead,
  type AuditVerdict,
  verifyAudit,
} from './audit-chain.ts';
export { lastAuditHead, readAuditHead, writeAuditHead } from './audit-heads.ts';
export { auditMigration } from './audit-migration.ts';
export { canonicalJson, type Json } from './canonical-json.ts';
export {
  enqueue,
  type JobHandler,
  type Jobs,
  type JobSchedule,
  type JobsOptions,
  startJobs,
} from './jobs.ts';
export type { JobPayload } from './job-payload.ts';
export { DatabaseClosed } from './database-closed.ts';
export {
  forgetLoaded,
  inTransaction,
  keepLoaded,
  load,
  type LoadingRequest,
  type RequestBatch,
} from './request-loads.ts';
export { BadCursor, NotFound } from './graphql-refusals.ts';
export { cursorOf, type Page, pageOf, readCursor } from './pages.ts';
export { DayScalar, InstantScalar } from './graphql-scalars.ts';
export { waitAfterFailures } from './slow-down.ts';
export { passphraseWeakness } from './passphrase-weakness.ts';
export {
  EnvelopeBroken,
  envelopeKeys,
  type EnvelopeKeys,
  openEnvelope,
  sealEnvelope,
} from './sealed-envelopes.ts';
