import { isId, ok, refused, type Result } from '@samleng/kernel';
import {
  type Category,
  levelOfCode,
  type Problem,
  type ResearchMethod,
  sensitiveResearch,
} from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction, load } from '../../request.ts';
import { Club } from '../networks/index.ts';
import { placesByCode } from '../places/index.ts';
import { admitPublicWords } from './admit-public-words.ts';
import { auditTopic, lockTopic } from './record-deed.ts';
import { ResearchTopic } from './research.entity.ts';
import { mayKeepTopic } from './research.policy.ts';

export type TopicPlan = {
  readonly id: string;
  readonly category: Category;
  readonly placeCode: string;
  readonly clubId?: string | null;
  readonly titleKm: string;
  readonly titleEn: string;
  readonly question: string;
  readonly method: ResearchMethod;
  readonly isSensitive: boolean;
  readonly teamGirls?: number | null;
  readonly teamBoys?: number | null;
  readonly teamAdults?: number | null;
};

const teamMost = 500;

/**
 * A facilitator writes down what children want to find out, or changes it until its ethics are looked at. Violence and
 * alcohol are sensitive whatever is said; a form that asks for more than counts keeps a topic from becoming so.
 */
export async function planTopic(
  request: ApiRequest,
  input: TopicPlan,
): Promise<Result<ResearchTopic, readonly Problem[]>> {
  const { id, category, placeCode, method } = input;
  const clubId = input.clubId || null;
  const isPlace = /^(\d\d){3,4}$/.test(placeCode);
  if (!isPlace || !mayKeepTopic(request.viewer, { placeCode }))
    return refused([problem('NOT_FOUND', 'placeCode')]);
  const title = { max: 120, oneLine: true } as const;
  const { titleKm, titleEn, question } = input;
  const words = admitPublicWords(
    { titleKm, titleEn, question },
    { titleKm: title, titleEn: title, question: { max: 1_000 } },
  );
  const problems: Problem[] = words.ok ? [] : [...words.problem];
  if (!isId(id)) problems.push(problem('REQUIRED', 'id'));
  const team = {
    teamGirls: input.teamGirls ?? 0,
    teamBoys: input.teamBoys ?? 0,
    teamAdults: input.teamAdults ?? 0,
  };
  for (const [field, count] of Object.entries(team))
    if (!Number.isInteger(count) || count < 0 || count > teamMost)
      problems.push(problem('OUT_OF_RANGE', field));
  if ((await load(request, placesByCode, placeCode)) === undefined)
    problems.push(problem('PLACE_NOT_FOUND', 'placeCode'));
  else if (levelOfCode(placeCode) !== 'COMMUNE') problems.push(problem('PLACE_NOT_A_COMMUNE', 'placeCode'));
  if (clubId !== null) {
    const club = isId(clubId) ? await request.em.findOne(Club, { id: clubId }) : null;
    if (club === null || !club.placeCode.startsWith(placeCode)) problems.push(problem('NOT_FOUND', 'clubId'));
  }
  if (!words.ok || problems.length > 0) return refused(problems);
  const isSensitive = input.isSensitive || sensitiveResearch.includes(category);
  const written = { ...words.value, category, placeCode, clubId, method, isSensitive, ...team };
  return inTransaction(request, async (inside) => {
    const standing = await lockTopic(inside, id);
    if (standing !== null && !mayKeepTopic(inside.viewer, standing))
      return refused([problem('NOT_FOUND', 'id')]);
    if (standing !== null && standing.stage !== 'IDEA' && standing.stage !== 'PLAN')
      return refused([problem('WRONG_STATE', 'id')]);
    if (standing?.form && standing.isSensitive !== isSensitive)
      return refused([problem('WRONG_STATE', 'isSensitive')]);
    const topic = standing
      ? Object.assign(standing, written)
      : inside.em.create(ResearchTopic, {
          ...written,
          id,
          stage: 'IDEA',
          ethics: [],
          madeBy: inside.viewer.accountId!,
        });
    await auditTopic(inside, 'planTopic', id, { isSensitive });
    return ok(topic);
  });
}
