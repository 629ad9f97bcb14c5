import type { DemoWords } from '../words.ts';

/** The protection worker of the demo. A name and nothing more: protection accounts live in their own service. */
export const protectionWorker = {
  key: 'phalla',
  name: { km: 'ផល្លា', en: 'Phalla' },
  title: { km: 'បុគ្គលិកការពារកុមារ', en: 'Child protection worker' },
} as const satisfies { key: string; name: DemoWords; title: DemoWords };
