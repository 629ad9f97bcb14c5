import { existsSync, readFileSync } from 'node:fs';

/**
 * Published ballot files and what reference programs computed from them. They may not be shipped with the project,
 * so tests read them beside the repository when they are there.
 */
const folder = new URL('../../../../../shared/data/ballots/', import.meta.url);

export const areReferenceBallotsHere = existsSync(new URL('ranked/expected.jsonl', folder));
export const whyReferenceBallotsAreMissing =
  'the published ballots are not beside the repository (../shared/data/ballots): nothing was compared';

export function referenceText(path: string): string {
  return readFileSync(new URL(path, folder), 'utf8');
}

/** Each line of a .jsonl file of reference outcomes; none when the files are not here. */
export function referenceOutcomes<Outcome>(path: string): Outcome[] {
  if (!areReferenceBallotsHere) return [];
  return referenceText(path)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Outcome);
}
