import type { BallotTypeName } from '#lib/server/generated/graphql.ts';
import type { Asked } from './draft.ts';

interface PollWithSettings<Option> {
  readonly ballotType: BallotTypeName;
  readonly options: readonly Option[];
  readonly settings: readonly { readonly name: string; readonly value: number }[];
  readonly type: { readonly settings: readonly { readonly name: string; readonly usual?: number | null }[] };
}

/** Of a poll, what a ballot is made from: every number of its type, as the poll or its type sets it. */
export function askedOf<Option extends Asked['options'][number]>({
  ballotType,
  options,
  settings,
  type,
}: PollWithSettings<Option>): Asked & { readonly options: readonly Option[] } {
  const usual = type.settings.map(({ name, usual }) => [name, usual ?? options.length] as const);
  const set = settings.map(({ name, value }) => [name, value] as const);
  return { ballotType, options, settings: Object.fromEntries([...usual, ...set]) };
}
