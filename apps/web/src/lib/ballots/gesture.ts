import type { Draft } from './draft.ts';
import type { PollOfPage } from './explain.ts';

/** What every gesture is shown with. Its buttons are named `go`; their values are those of `press`. */
export interface GestureProps {
  options: PollOfPage['options'];
  draft: Draft;
  settings: Readonly<Record<string, number>>;
}
