import { error } from '@sveltejs/kit';
import { type Asker, ask } from './api.ts';
import type { IssueOnDeskQuery } from './generated/graphql.ts';
import { IssueOnDesk as IssueOnDeskOperation } from './operations/desk.ts';

export type IssueOnDesk = NonNullable<IssueOnDeskQuery['issue']>;

/** The issue with all an official needs to answer it; an error page when there is none. */
export async function issueOnDesk(asker: Asker, id: string): Promise<IssueOnDesk> {
  if (!/^[0-9a-f-]{36}$/.test(id)) error(404, 'refused');
  const { issue } = await ask(asker, IssueOnDeskOperation, { id });
  return issue ?? error(404, 'refused');
}
