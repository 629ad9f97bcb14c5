export {
  Case,
  CaseCount,
  CaseItem,
  CaseKey,
  CaseReader,
  HandOver,
  Receipt,
  Tombstone,
} from './case.entity.ts';
export { breakGlassId, fromHex, fromStored, openForHolder, stored, toHex } from './case-seals.ts';
export { CaseNode } from './case.type.ts';
export { contentOf, type Report } from './case-content.ts';
export type { HeldCase } from './find-case.ts';
export { writeItem } from './write-item.ts';
export { asHolder } from './write-as-worker.ts';
export { discloseHarm } from './disclose-harm.ts';
export { type MovedConcern, movePurpose } from './receive-moved-concern.ts';
export { phonePurpose } from './disclose-sealed.ts';
export { eraseDueCases, runTimers } from './run-timers.ts';
export { readOpened, readReferral } from './open-case.ts';
export { noteDeed } from './take-in.ts';
export { voiceRoutes } from './voice-routes.ts';
