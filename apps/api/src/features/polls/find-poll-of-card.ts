import { type ApiRequest, load } from '../../request.ts';
import { hasRole } from '../accounts/index.ts';
import { cardHash, readCode } from './card-codes.ts';
import type { Poll } from './poll.entity.ts';
import { wrongCardsByAddress, wrongCardsByDevice } from './poll-limits.ts';
import { pollsById } from './poll.queries.ts';

/** A child comes with a card: which poll is it for? A wrong, void or used-up card, and too many tries, answer alike. */
export async function findPollOfCard(request: ApiRequest, card: string): Promise<Poll | null> {
  const { castingWatch: watch, viewer, clientAddress, clock, settings, em } = request;
  const now = clock.now();
  const device = viewer.deviceKey ?? clientAddress;
  const isLed = hasRole(viewer, 'FACILITATOR');
  if (!isLed && !watch.hasLeft('wrong-cards', device, wrongCardsByDevice, now)) return null;
  if (!isLed && !watch.hasLeft('wrong-cards-of-address', clientAddress, wrongCardsByAddress, now))
    return null;
  const code = readCode(card);
  const [row] =
    code === null
      ? []
      : await em.execute<{ poll_id: string }[]>(
          `select b.poll_id from cards c join card_batches b on b.id = c.batch_id
            where c.hash = ? and not c.is_void and b.state = 'DRAWN'`,
          [cardHash(code, settings.SECRETS_KEY)],
        );
  const poll = row && (await load(request, pollsById, row.poll_id));
  if (poll && poll.state !== 'DRAFT') return poll;
  if (!isLed && code !== null) {
    watch.take('wrong-cards', device, wrongCardsByDevice, now);
    watch.take('wrong-cards-of-address', clientAddress, wrongCardsByAddress, now);
  }
  return null;
}
