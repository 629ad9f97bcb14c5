import type { WordClass } from './classes.ts';
import type { HarmKind } from './kinds.ts';

/** Something that must be said near the act. */
export interface Near {
  readonly any: readonly WordClass[];
  /** Characters between it and the act at most; without it, anywhere in the sentence. */
  readonly within?: number;
  readonly side?: 'before' | 'after';
  /** Anywhere in the text: children put full stops where they like. */
  readonly text?: true;
}

export interface Rule {
  readonly kind: HarmKind;
  readonly urgent?: true;
  readonly act: readonly WordClass[];
  readonly with?: readonly Near[];
  /** What, said in the sentence, takes the meaning away, beside what does so for every rule. */
  readonly unless?: readonly WordClass[];
  /** Whether it counts when said of a group: "asks girls to stay alone". */
  readonly aboutGroups?: true;
  /** Whether games and sport take the meaning away, unless it is done to the writer. */
  readonly play?: true;
}

export const me: Near = { any: ['ME', 'OBJECT_ME', 'KIN'] };
export const meNear = (within: number): Near => ({ any: ['ME', 'OBJECT_ME'], within });
export const meAfter = (within: number): Near => ({ any: ['ME', 'OBJECT_ME'], within, side: 'after' });
export const meAnywhere: Near = { any: ['ME', 'OBJECT_ME', 'KIN'], text: true };
export const any = (...classes: WordClass[]): Near => ({ any: classes });
export const anywhere = (...classes: WordClass[]): Near => ({ any: classes, text: true });
export const near = (within: number, ...classes: WordClass[]): Near => ({ any: classes, within });
export const victim = near(40, 'ME', 'OBJECT_ME', 'KIN');
