import { createHash } from 'node:crypto';
import { isId, ok, refused, type Result } from '@samleng/kernel';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction, load } from '../../request.ts';
import { makePoll, openPoll, type Poll, pollsById } from '../polls/index.ts';
import { recordDeed } from './record-deed.ts';
import { Emergency, EmergencyPoll } from './service.entity.ts';
import { placesToAskIn } from './service.policy.ts';
import { isRunning } from './is-running.ts';

/** The answers stand open for so long at most: what is needed changes by the day. */
const opensForHours = 72;

const question = {
  questionKm: 'តើអ្នកត្រូវការអ្វីជាងគេឥឡូវនេះ?',
  questionEn: 'What do you need most now?',
  options: [
    { titleKm: 'ទឹកស្អាត', titleEn: 'Clean water' },
    { titleKm: 'អាហារ', titleEn: 'Food' },
    { titleKm: 'កន្លែងស្នាក់នៅមានសុវត្ថិភាព', titleEn: 'A safe place to stay' },
    { titleKm: 'ថ្នាំ ឬពេទ្យ', titleEn: 'Medicine or a doctor' },
    { titleKm: 'សៀវភៅ និងការរៀន', titleEn: 'Books and learning' },
    { titleKm: 'មនុស្សដែលអាចនិយាយជាមួយបាន', titleEn: 'Somebody to talk to' },
  ],
} as const;

/**
 * A facilitator asks the children of a place in emergency what they need now, with one press: the prepared poll is made
 * and opened by the deeds of polls, under their own rules. One poll for an emergency and place, whoever presses again.
 */
export async function askWhatIsNeeded(
  request: ApiRequest,
  { emergencyId, placeCode }: { readonly emergencyId: string; readonly placeCode: string },
): Promise<Result<Poll, readonly Problem[]>> {
  const { em, viewer, clock } = request;
  const emergency = isId(emergencyId) ? await em.findOne(Emergency, { id: emergencyId }) : null;
  if (emergency === null || !placesToAskIn(viewer, emergency).includes(placeCode))
    return refused([problem('NOT_FOUND', 'emergencyId')]);
  const now = clock.now();
  if (!isRunning(emergency, now)) return refused([problem('WRONG_STATE', 'emergencyId')]);
  const made = await makePoll(request, {
    ...question,
    idempotencyKey: keyOf(emergencyId, placeCode, viewer.accountId!),
    placeCode,
    ballotType: 'SINGLE_CHOICE',
    electorate: 'OPEN',
    opensAt: now,
    closesAt: new Date(Math.min(emergency.endsAt.getTime(), now.getTime() + opensForHours * 3_600_000)),
  });
  if (!made.ok) return made;
  const pollId = await keepFirst(request, emergencyId, placeCode, made.value.id);
  const poll = (await load(request, pollsById, pollId))!;
  return poll.state === 'DRAFT' ? openPoll(request, { pollId }) : ok(poll);
}

/** Of two who press at once, the first one's poll is the emergency's; the other draft is never opened. */
async function keepFirst(
  request: ApiRequest,
  emergencyId: string,
  placeCode: string,
  pollId: string,
): Promise<string> {
  return inTransaction(request, async (inside) => {
    await inside.em.execute('lock table emergency_polls in share row exclusive mode');
    const first = await inside.em.findOne(EmergencyPoll, { emergencyId, placeCode });
    if (first !== null) return first.pollId;
    inside.em.create(EmergencyPoll, { emergencyId, placeCode, pollId });
    await recordDeed(
      inside,
      'askWhatIsNeeded',
      { type: 'Emergency', id: emergencyId },
      { placeCode, pollId },
    );
    return pollId;
  });
}

/** The same press by the same person is the same poll: the key follows from who asks what. */
function keyOf(...parts: readonly string[]): string {
  const digest = createHash('sha256').update(parts.join(' ')).digest('hex');
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `8${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-');
}
