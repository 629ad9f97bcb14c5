import { createHmac, randomBytes } from 'node:crypto';
import { type DatabaseEntityManager, sealEnvelope } from '@samleng/server';
import type { Service } from '../../request.ts';
import { eraseAttachments, openRecording } from '../attachments/index.ts';
import { Concern } from './concern.entity.ts';

type Part = Pick<Service, 'clock' | 'settings' | 'log'> & { readonly em: DatabaseEntityManager };

/** The desk opens what is sealed for this purpose as a moved concern only. */
const purpose = 'moved concern';
const voicePurpose = 'moved voice';
/** An operation has three seconds. */
const patience = 2_000;
const operation = `mutation ($input: SealedInput!) {
  receiveMovedConcern(input: $input) { isTakenIn problems { code } } }`;

/**
 * Hands a moved concern to the protection desk and then erases it here. Sealed to the desk's public key: this service
 * can open nothing of it again. Killed between the two, it is handed over again under the same key, which gives the
 * same case.
 *
 * @returns whether the desk has it and it is erased
 */
export async function handOverConcern(part: Part, concernId: string): Promise<boolean> {
  const em = part.em.fork({ clear: true });
  const concern = await em.findOne(Concern, { id: concernId, state: 'MOVED_TO_PROTECTION' });
  if (concern === null || (concern.text ?? null) === null) return true;
  try {
    if (!(await isTaken(part, concern)) || !(await isVoiceTaken(part, em, concern))) return false;
  } catch (error) {
    part.log.warn({ event: 'a concern waits to be handed over', err: error });
    return false;
  }
  await em.transactional(async (inside) => {
    await inside.execute(eraseMoved, [randomBytes(16).toString('hex'), '0'.repeat(64), concernId]);
    if (concern.voiceId) await eraseAttachments(inside as DatabaseEntityManager, [concern.voiceId]);
  });
  return true;
}

/** Hands over every concern that still waits, oldest first: each minute. Running it again changes nothing. */
export async function handOverWaiting(part: Part): Promise<number> {
  const rows = await part.em.execute<{ id: string }[]>(
    `select id from concerns where state = 'MOVED_TO_PROTECTION' and text is not null order by moderated_at limit 50`,
  );
  let done = 0;
  for (const { id } of rows) if (await handOverConcern(part, id)) done += 1;
  return done;
}

/** What is left tells that a concern was here, and nothing of it: not whose, not where, not which receipt. */
const eraseMoved = `update concerns set text = null, body_hash = '', voice_id = null, receipt_lookup_id = ?, receipt_public_key = ?,
  device_key = null, category = 'OTHER', topic = null, urgency = 'NORMAL', language = '', commune_code = null,
  village_code = null, age_band = null, sex = null, disability = null, in_school = null, about_office_kind = null,
  is_about_someone_in_charge = false, received_at = moderated_at, return_reason = null, return_note = null
  where id = ? and state = 'MOVED_TO_PROTECTION'`;

async function isTaken(part: Part, concern: Concern): Promise<boolean> {
  const content = contentOf(part, concern);
  const first = await send(part, content);
  if (first.isTakenIn) return true;
  if (!first.codes.includes('SAME_KEY_OTHER_CONTENT')) {
    part.log.error({ event: 'the desk refuses a moved concern', codes: first.codes });
    return false;
  }
  // The child's receipt opens another case already: this one is told apart, so that its words are read all the same.
  const apart = keyed(part, 'apart', concern.id).slice(0, 32);
  return (await send(part, { ...content, receiptLookupId: apart })).isTakenIn;
}

function contentOf(part: Part, concern: Concern) {
  return {
    idempotencyKey: asId(keyed(part, 'key', concern.id)),
    text: concern.text ?? '',
    voiceFollows: Boolean(concern.voiceId),
    receiptLookupId: concern.receiptLookupId,
    receiptPublicKey: concern.receiptPublicKey,
    communeCode: concern.communeCode ?? null,
    villageCode: concern.villageCode ?? null,
    urgency: concern.urgency,
    tags: [
      ...(concern.aboutOfficeKind ? [`aboutOfficeKind:${concern.aboutOfficeKind}`] : []),
      ...(concern.isAboutSomeoneInCharge ? ['aboutSomeoneInCharge'] : []),
    ],
  };
}

async function send({ settings }: Part, content: object): Promise<{ isTakenIn: boolean; codes: string[] }> {
  const deskKey = Buffer.from(settings.PROTECTION_DESK_PUBLIC_KEY ?? '', 'hex');
  const sealed = sealEnvelope(Buffer.from(JSON.stringify(content)), deskKey, purpose);
  const response = await fetch(new URL('/graphql', settings.PROTECTION_URL), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-intake-key': settings.PROTECTION_INTAKE_KEY ?? '',
    },
    body: JSON.stringify({
      query: operation,
      variables: { input: { sealed: Buffer.from(sealed).toString('base64') } },
    }),
    signal: AbortSignal.timeout(patience),
  });
  const { data } = (await response.json()) as {
    data?: { receiveMovedConcern: { isTakenIn: boolean; problems: { code: string }[] } } | null;
  };
  const taken = data?.receiveMovedConcern;
  return {
    isTakenIn: taken?.isTakenIn === true,
    codes: taken?.problems.map(({ code }) => code) ?? [`HTTP_${response.status}`],
  };
}

/** Hands the recording over, when there is one: to the case its concern has just become. Again is harmless. */
async function isVoiceTaken(part: Part, em: DatabaseEntityManager, concern: Concern): Promise<boolean> {
  const voice = concern.voiceId ? await openRecording(em, concern.voiceId) : null;
  if (voice === null) return true;
  const deskKey = Buffer.from(part.settings.PROTECTION_DESK_PUBLIC_KEY ?? '', 'hex');
  const head = Buffer.from(`${asId(keyed(part, 'key', concern.id))}\n`);
  const response = await fetch(new URL('/moved-voice', part.settings.PROTECTION_URL), {
    method: 'POST',
    headers: { 'x-intake-key': part.settings.PROTECTION_INTAKE_KEY ?? '' },
    body: Buffer.from(sealEnvelope(Buffer.concat([head, voice.bytes]), deskKey, voicePurpose)),
    signal: AbortSignal.timeout(patience),
  });
  const { problems } = (await response.json()) as { problems?: { code: string }[] };
  if (problems?.length === 0) return true;
  part.log.error({ event: 'the desk refuses a moved recording', status: response.status });
  return false;
}

/** Always the same for a concern, and told from its id by nobody who has not this service's key. */
function keyed({ settings }: Part, use: string, concernId: string): string {
  return createHmac('sha256', Buffer.from(settings.SECRETS_KEY, 'hex'))
    .update(`samleng moved concern ${use} v1\n${concernId}`)
    .digest('hex');
}

/** The first 122 bits as a UUID of version 8 (RFC 9562, section 5.8). */
function asId(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
