import commonEn from '../messages/en/common.json' with { type: 'json' };
import commonKm from '../messages/km/common.json' with { type: 'json' };
import adminEn from '../messages/en/admin.json' with { type: 'json' };
import adminKm from '../messages/km/admin.json' with { type: 'json' };
import childEn from '../messages/en/child.json' with { type: 'json' };
import childKm from '../messages/km/child.json' with { type: 'json' };
import clubsEn from '../messages/en/clubs.json' with { type: 'json' };
import clubsKm from '../messages/km/clubs.json' with { type: 'json' };
import researchEn from '../messages/en/research.json' with { type: 'json' };
import researchKm from '../messages/km/research.json' with { type: 'json' };
import safeEn from '../messages/en/safe.json' with { type: 'json' };
import safeKm from '../messages/km/safe.json' with { type: 'json' };
import offlineEn from '../messages/en/offline.json' with { type: 'json' };
import offlineKm from '../messages/km/offline.json' with { type: 'json' };
import facilitateEn from '../messages/en/facilitate.json' with { type: 'json' };
import facilitateKm from '../messages/km/facilitate.json' with { type: 'json' };
import meetingsEn from '../messages/en/meetings.json' with { type: 'json' };
import meetingsKm from '../messages/km/meetings.json' with { type: 'json' };
import officeEn from '../messages/en/office.json' with { type: 'json' };
import officeKm from '../messages/km/office.json' with { type: 'json' };
import pollsEn from '../messages/en/polls.json' with { type: 'json' };
import pollsKm from '../messages/km/polls.json' with { type: 'json' };
import protectEn from '../messages/en/protect.json' with { type: 'json' };
import protectKm from '../messages/km/protect.json' with { type: 'json' };
import rightsEn from '../messages/en/rights.json' with { type: 'json' };
import rightsKm from '../messages/km/rights.json' with { type: 'json' };
import servicesEn from '../messages/en/services.json' with { type: 'json' };
import servicesKm from '../messages/km/services.json' with { type: 'json' };
import scorecardEn from '../messages/en/scorecard.json' with { type: 'json' };
import scorecardKm from '../messages/km/scorecard.json' with { type: 'json' };
import staffEn from '../messages/en/staff.json' with { type: 'json' };
import staffKm from '../messages/km/staff.json' with { type: 'json' };
import designEn from '../messages/en/design.json' with { type: 'json' };
import designKm from '../messages/km/design.json' with { type: 'json' };
import voiceEn from '../messages/en/voice.json' with { type: 'json' };
import voiceKm from '../messages/km/voice.json' with { type: 'json' };
import vocabularyEn from '../messages/en/vocabulary.json' with { type: 'json' };
import vocabularyKm from '../messages/km/vocabulary.json' with { type: 'json' };

/** A message as it is written: words with `{names}` to fill, or its forms by number. */
export type Message = string | readonly Forms[];
interface Forms {
  readonly declarations?: readonly string[];
  readonly selectors?: readonly string[];
  readonly match: Readonly<Record<string, string>>;
}

/**
 * Every message by language, file and key, unfilled: for tests, and for lists to hand to a reviewer. Pages and
 * services take the compiled words instead, where names to fill are typed.
 */
export const messages = {
  km: {
    common: commonKm,
    vocabulary: vocabularyKm,
    child: childKm,
    safe: safeKm,
    offline: offlineKm,
    voice: voiceKm,
    design: designKm,
    staff: staffKm,
    facilitate: facilitateKm,
    office: officeKm,
    admin: adminKm,
    polls: pollsKm,
    protect: protectKm,
    clubs: clubsKm,
    meetings: meetingsKm,
    rights: rightsKm,
    scorecard: scorecardKm,
    services: servicesKm,
    research: researchKm,
  },
  en: {
    common: commonEn,
    vocabulary: vocabularyEn,
    child: childEn,
    safe: safeEn,
    offline: offlineEn,
    voice: voiceEn,
    design: designEn,
    staff: staffEn,
    facilitate: facilitateEn,
    office: officeEn,
    admin: adminEn,
    polls: pollsEn,
    protect: protectEn,
    clubs: clubsEn,
    meetings: meetingsEn,
    rights: rightsEn,
    scorecard: scorecardEn,
    services: servicesEn,
    research: researchEn,
  },
} as const satisfies Record<string, Record<string, Readonly<Record<string, Message>>>>;

export type MessageLanguage = keyof typeof messages;
export const messageLanguages = Object.keys(messages) as readonly MessageLanguage[];

/** All messages of a language by key. */
export function messagesOf(language: MessageLanguage): ReadonlyMap<string, Message> {
  return new Map(Object.values(messages[language]).flatMap((file) => Object.entries<Message>(file)));
}

/** The texts of a message: one, or one for each of its forms. */
export function textsOf(message: Message): readonly string[] {
  return typeof message === 'string' ? [message] : message.flatMap((forms) => Object.values(forms.match));
}

/** The names a message leaves to fill, sorted: `'{part} of {whole}'` gives `['part', 'whole']`. */
export function namesIn(message: Message): readonly string[] {
  const names = textsOf(message).flatMap((text) =>
    [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''),
  );
  return [...new Set(names)].sort();
}
