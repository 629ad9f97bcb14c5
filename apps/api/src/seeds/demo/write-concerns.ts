import { createHash } from 'node:crypto';
import { demoWorld, type RaisedConcern } from '@samleng/personas';
import { findHarm } from '@samleng/text';
import type { OfficeKind, Topic } from '@samleng/vocabulary';
import { Concern } from '../../features/concerns/index.ts';
import { demoId } from './demo-id.ts';
import type { DemoScene } from './demo-scene.ts';

/** Puts all concerns of the demo into the moderators' queue, as they were raised. */
export async function writeConcerns(scene: DemoScene): Promise<void> {
  const em = scene.em();
  const all = new Map<string, RaisedConcern & { topic?: Topic; aboutOfficeKind?: OfficeKind | null }>();
  for (const concern of [...demoWorld.concerns, ...demoWorld.waiting, ...demoWorld.returned])
    if (!all.has(concern.key)) all.set(concern.key, concern);
  for (const concern of all.values()) {
    const text = concern[concern.raisedIn];
    em.create(Concern, {
      id: demoId('concern', concern.key),
      idempotencyKey: demoId('concern key', concern.key),
      bodyHash: digest('body', concern.key),
      // The demo's concerns were raised by nobody: no receipt leads to them.
      receiptLookupId: digest('receipt', concern.key).slice(0, 32),
      receiptPublicKey: digest('receipt key', concern.key),
      deviceKey: null,
      state: 'RECEIVED',
      urgency: findHarm(text).level === 'NONE' ? 'NORMAL' : (findHarm(text).level as 'RAISED' | 'URGENT'),
      category: concern.category,
      topic: null,
      text,
      language: concern.raisedIn,
      communeCode: concern.placeCode.slice(0, 6),
      villageCode: concern.placeCode.length === 8 ? concern.placeCode : null,
      ...concern.child,
      aboutOfficeKind: concern.aboutOfficeKind ?? null,
      receivedAt: scene.instantOf(concern.raisedOn, 16),
    });
  }
  await em.flush();
}

function digest(kind: string, key: string): string {
  return createHash('sha256').update(`samleng demo ${kind} ${key}`).digest('hex');
}
