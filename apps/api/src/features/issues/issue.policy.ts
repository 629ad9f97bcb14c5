import { issueStates } from '@samleng/vocabulary';
import { hasRole, hasRoleIn, type Viewer } from '../accounts/index.ts';
import { mayModerateIn } from '../concerns/index.ts';
import type { Issue } from './issue.entity.ts';

/** Anybody with a device supports an issue, once; one that was merged leads to another. */
export function maySupport(
  viewer: Viewer,
  issue: Pick<Issue, 'mergedIntoId'>,
  isSupporter: boolean,
): boolean {
  return viewer.deviceKey !== null && !issue.mergedIntoId && !isSupporter;
}

export function mayWithdraw(viewer: Viewer, isSupporter: boolean): boolean {
  return viewer.deviceKey !== null && isSupporter;
}

/** Children judge what an office calls over: those who support it, and whoever raised it. */
export function mayJudge(issue: Pick<Issue, 'state' | 'mergedIntoId'>, isVoice: boolean): boolean {
  return isVoice && !issue.mergedIntoId && issueStates[issue.state].isOver;
}

/** An issue's words are mended by those who moderate its commune. */
export function mayEdit(viewer: Viewer, issue: Pick<Issue, 'communeCode' | 'mergedIntoId'>): boolean {
  return !issue.mergedIntoId && mayModerateIn(viewer, issue.communeCode);
}

/** Who supports an issue is shown to staff only, in groups that are large enough to hide in. */
export function maySeeVoices(viewer: Viewer, issue: Pick<Issue, 'communeCode'>): boolean {
  return (
    mayModerateIn(viewer, issue.communeCode) ||
    hasRoleIn(viewer, 'ANALYST', issue.communeCode) ||
    hasRole(viewer, 'OFFICIAL')
  );
}
