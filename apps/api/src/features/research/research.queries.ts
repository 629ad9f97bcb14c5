import { isId } from '@samleng/kernel';
import { isFromStage, type ResearchStage, researchStages } from '@samleng/vocabulary';
import { type Page, pageOf, pageSize, readCursor, checkCursor } from '../../graph/connection.ts';
import { arrayOf, readRows, readRowsWith } from '../../read-rows.ts';
import { type ApiRequest, type Batch, load } from '../../request.ts';
import { hasRole, placesOfRole, type Viewer } from '../accounts/index.ts';
import { Finding, Recommendation, ResearchTopic } from './research.entity.ts';
import { maySeeRecommendation, maySeeTopic, maySeeWork } from './research.policy.ts';

export type TopicFilter = { readonly placeCode: string; readonly stage?: ResearchStage | null };

export type PublishedFinding = { readonly finding: Finding; readonly topic: ResearchTopic };

export const topicsById: Batch<string, ResearchTopic> = async ({ em }, ids) => {
  const topics = await readRows(em, ResearchTopic, 'where it.id = any(?::uuid[])', [
    arrayOf(ids.filter(isId)),
  ]);
  return new Map(topics.map((topic) => [topic.id, topic]));
};

const findingsByTopic: Batch<string, readonly Finding[]> = async ({ em }, ids) => {
  const findings = await readRows(em, Finding, 'where it.topic_id = any(?::uuid[]) order by it.id', [
    arrayOf(ids),
  ]);
  return Map.groupBy(findings, ({ topicId }) => topicId);
};

/** What published research found out about issues; nothing of sensitive topics. */
export const findingsByIssue: Batch<string, readonly PublishedFinding[]> = async ({ em }, issueIds) => {
  const published = researchStages.filter((each) => isFromStage(each, 'FINDINGS'));
  const found = await readRowsWith(
    em,
    Finding,
    ResearchTopic,
    `join research_topics as other on other.id = it.topic_id
      where it.issue_id = any(?::uuid[]) and other.stage = any(?::text[]) and not other.is_sensitive
      order by it.id`,
    [arrayOf(issueIds), arrayOf(published)],
  );
  return Map.groupBy(
    found.map(({ row, other }) => ({ finding: row, topic: other })),
    ({ finding }) => finding.issueId ?? '',
  );
};

const recommendationsByTopic: Batch<string, readonly Recommendation[]> = async ({ em }, ids) => {
  const all = await readRows(em, Recommendation, 'where it.topic_id = any(?::uuid[]) order by it.id', [
    arrayOf(ids),
  ]);
  return Map.groupBy(all, ({ topicId }) => topicId);
};

/** The topic with this id, when the viewer may see it. */
export async function topicById(request: ApiRequest, id: string): Promise<ResearchTopic | null> {
  const topic = isId(id) ? await load(request, topicsById, id) : undefined;
  return topic !== undefined && maySeeTopic(request.viewer, topic) ? topic : null;
}

/** Topics of a place and below that the viewer may see, in the order of their ids. */
export async function listTopics(
  request: ApiRequest,
  { placeCode, stage }: TopicFilter,
  args: { first?: number | null; after?: string | null },
): Promise<Page<ResearchTopic>> {
  const first = pageSize(args);
  if (!/^(\d\d){0,4}$/.test(placeCode)) return pageOf<ResearchTopic>([], first, () => []);
  const after = readCursor<[string]>(args.after, ['string']);
  if (after !== null) checkCursor(after, ['id']);
  const published = researchStages.filter((each) => isFromStage(each, 'FINDINGS'));
  const conditions = [
    { sql: 'it.place_code like ?', values: [`${placeCode}%`] },
    {
      sql: '(it.stage = any(?::text[]) or it.place_code like any(?::text[]))',
      values: [arrayOf(published), arrayOf(placesSeen(request.viewer).map((code) => `${code}%`))],
    },
    ...(stage ? [{ sql: 'it.stage = ?', values: [stage] }] : []),
    ...(after ? [{ sql: 'it.id < ?::uuid', values: [after[0]] }] : []),
  ];
  const topics = await readRows(
    request.em,
    ResearchTopic,
    `where ${conditions.map(({ sql }) => sql).join(' and ')} order by it.id desc limit ?`,
    [...conditions.flatMap(({ values }) => values), first + 1],
  );
  return pageOf(topics, first, ({ id }) => [id]);
}

/** Its findings: for those who work on it, and for everybody once they are published. */
export async function findingsShown(request: ApiRequest, topic: ResearchTopic): Promise<readonly Finding[]> {
  return maySeeTopic(request.viewer, topic) ? ((await load(request, findingsByTopic, topic.id)) ?? []) : [];
}

/** Its recommendations: all for those who work on it, for officials those to their own office. */
export async function recommendationsShown(
  request: ApiRequest,
  topic: ResearchTopic,
): Promise<readonly Recommendation[]> {
  if (request.viewer.accountId === null) return [];
  const all = (await load(request, recommendationsByTopic, topic.id)) ?? [];
  return all.filter((recommendation) => maySeeRecommendation(request.viewer, topic, recommendation));
}

/** What only those who work on a topic see: null for everybody else. */
export function forWorkers<Value>({ viewer }: ApiRequest, topic: ResearchTopic, value: Value): Value | null {
  return maySeeWork(viewer, topic) ? value : null;
}

/** The places all of whose topics the viewer sees, as `maySeeWork` has it. */
function placesSeen(viewer: Viewer): string[] {
  if (viewer.accountId === null) return [];
  if (hasRole(viewer, 'ADMINISTRATOR')) return [''];
  return [...placesOfRole(viewer, 'FACILITATOR'), ...placesOfRole(viewer, 'ANALYST')];
}
