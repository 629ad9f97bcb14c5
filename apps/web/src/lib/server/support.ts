import { error } from '@sveltejs/kit';
import type { ProblemCode } from '@samleng/vocabulary';
import { parseAboutMe } from '#lib/forms/about-me.ts';
import { type Asker, ask } from './api.ts';
import { type CookieJar, readCookie } from './cookies.ts';
import { SupportIssue } from './operations/issues.ts';

/** Supports an issue from this phone, with what the child chose to remember of itself. */
export async function support(event: Asker & CookieJar, issueId: string): Promise<void> {
  const { sex, ageBand, disability } = parseAboutMe(readCookie(event, 'about'));
  const answer = await ask(event, SupportIssue, {
    input: { issueId, sex, ageBand, disability, villageCode: null },
  });
  refuseUnlessDone(answer.supportIssue.problems);
}

/** A deed of one tap has no form to show a problem beside: it becomes an error page. */
export function refuseUnlessDone(problems: readonly { code: ProblemCode }[]): void {
  const problem = problems[0];
  if (!problem || problem.code === 'ALREADY_THERE') return;
  if (problem.code === 'NOT_FOUND') error(404, 'refused');
  if (problem.code === 'TOO_MANY_TRIES') error(429, 'refused');
  error(409, 'refused');
}
