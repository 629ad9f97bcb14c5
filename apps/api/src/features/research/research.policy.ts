import { isFromStage } from '@samleng/vocabulary';
import { hasRole, hasRoleIn, speaksFor, type Viewer } from '../accounts/index.ts';
import type { Recommendation, ResearchTopic } from './research.entity.ts';

type Where = Pick<ResearchTopic, 'placeCode'>;

/** Facilitators of its place keep a topic: plan it, record answers, write findings, follow up. */
export function mayKeepTopic(viewer: Viewer, { placeCode }: Where): boolean {
  return viewer.accountId !== null && hasRoleIn(viewer, 'FACILITATOR', placeCode);
}

/** Its ethics are approved by a facilitator of the place or an administrator who did not fill them in. */
export function mayApproveEthics(
  viewer: Viewer,
  { placeCode, ethicsFilledBy }: Where & Pick<ResearchTopic, 'ethicsFilledBy'>,
): boolean {
  const isFit = mayKeepTopic(viewer, { placeCode }) || hasRole(viewer, 'ADMINISTRATOR');
  return viewer.accountId !== null && isFit && viewer.accountId !== ethicsFilledBy;
}

/** While a topic is worked on it is for its keepers, and for administrators and analysts of the place to look at. */
export function maySeeWork(viewer: Viewer, { placeCode }: Where): boolean {
  if (viewer.accountId === null) return false;
  return (
    mayKeepTopic(viewer, { placeCode }) ||
    hasRoleIn(viewer, 'ANALYST', placeCode) ||
    hasRole(viewer, 'ADMINISTRATOR')
  );
}

/** Everybody sees a topic and its findings once these are published. */
export function maySeeTopic(viewer: Viewer, topic: Where & Pick<ResearchTopic, 'stage'>): boolean {
  return isFromStage(topic.stage, 'FINDINGS') || maySeeWork(viewer, topic);
}

/** A recommendation is for those who work on the topic and, once findings are published, for the office it asks. */
export function maySeeRecommendation(
  viewer: Viewer,
  topic: Where & Pick<ResearchTopic, 'stage'>,
  { officeId }: Pick<Recommendation, 'officeId'>,
): boolean {
  if (maySeeWork(viewer, topic)) return true;
  return viewer.accountId !== null && isFromStage(topic.stage, 'FINDINGS') && speaksFor(viewer, officeId);
}

/** An office answers what it was asked, once it was presented. */
export function mayAnswer(
  viewer: Viewer,
  { stage }: Pick<ResearchTopic, 'stage'>,
  { officeId }: Pick<Recommendation, 'officeId'>,
): boolean {
  return viewer.accountId !== null && isFromStage(stage, 'PRESENTED') && speaksFor(viewer, officeId);
}
