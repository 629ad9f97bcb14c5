import { randomUUID } from 'node:crypto';
import { newId } from '@samleng/kernel';
import type { OfficeKind } from '@samleng/vocabulary';
import { Concern } from '../features/concerns/index.ts';
import { lvea } from './some-places.ts';
import type { Caller, World } from './world.ts';

/** A concern in the moderators' queue, without the work of a receipt: nobody can come back to it. */
export async function aWaitingConcern(
  world: World,
  given: { communeCode?: string; villageCode?: string | null; aboutOfficeKind?: OfficeKind | null } = {},
): Promise<string> {
  const em = world.em();
  const id = newId();
  em.create(Concern, {
    id,
    idempotencyKey: randomUUID(),
    bodyHash: '',
    receiptLookupId: randomUUID().replaceAll('-', ''),
    receiptPublicKey: '',
    state: 'RECEIVED',
    urgency: 'NORMAL',
    category: 'OTHER',
    text: 'The words of a child, which nobody but a moderator reads.',
    language: 'en',
    communeCode: lvea.commune,
    villageCode: lvea.village,
    receivedAt: world.clock.now(),
    ...given,
  });
  await em.flush();
  return id;
}

/** An issue a facilitator has published through the API: by default a school's, of Lvea village. Gives its id. */
export async function aPublishedIssue(
  world: World,
  facilitator: Caller,
  given: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const aboutOfficeKind = (given['aboutOfficeKind'] ?? null) as OfficeKind | null;
  const communeCode = (given['communeCode'] ?? lvea.commune) as string;
  const villageCode = (given['villageCode'] === undefined ? lvea.village : given['villageCode']) as
    string | null;
  const input = {
    concernId: await aWaitingConcern(world, { communeCode, villageCode, aboutOfficeKind }),
    titleEn: 'Doors for the toilets',
    wordsEn: 'The toilets of our school have no doors.',
    category: 'EDUCATION',
    communeCode,
    villageCode,
    aboutOfficeKind,
    ...given,
  };
  const { data, errors } = await world.ask<{
    publishIssue: { issue: { id: string } | null; problems: object[] };
  }>(
    `mutation ($input: PublishIssueInput!) { publishIssue(input: $input) { issue { id } problems { code field } } }`,
    { input },
    facilitator,
  );
  const issue = data?.publishIssue.issue;
  if (!issue) throw new Error(`Not published: ${JSON.stringify(errors)} ${JSON.stringify(data)}`);
  return issue.id;
}
