import type { Batch } from '../../request.ts';
import { Issue } from './issue.entity.ts';

/** Issues by their ids, merged ones too. */
export const issuesById: Batch<string, Issue> = async (request, ids) => {
  const issues = await request.em.find(Issue, { id: { $in: [...ids] } });
  return new Map(issues.map((issue) => [issue.id, issue]));
};
