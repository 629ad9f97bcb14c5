export type { Confidence, DemoWords, IsoDay } from './words.ts';
export { children, type ChildPersona } from './people/children.ts';
export { staff, type DemoSignIn, type StaffPersona } from './people/staff.ts';
export { protectionWorker } from './people/protection-worker.ts';
export { persona } from './people/persona.ts';
export { demoCommune, demoToday, demoWorld, type PublishedIssue } from './world/demo-world.ts';
export type {
  DemoConcern,
  RaisedConcern,
  ReturnedConcern,
  SaidOfThemselves,
  WaitingConcern,
} from './world/concern.ts';
export type { DemoIssue } from './world/issue.ts';
export type { DemoAnswer } from './world/answers.ts';
export type { DemoClub } from './world/networks.ts';
export type { DemoOffice } from './world/offices.ts';
export type { DemoPlace } from './world/places.ts';
export type { DemoPlanItem } from './world/plan-items.ts';
export type { DemoSupport, DemoSupporter } from './world/supporters.ts';
