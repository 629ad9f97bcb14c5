import type { Result } from '@samleng/kernel';
import { demoWorld } from '@samleng/personas';
import { addDays, dayInCambodia } from '@samleng/routing';
import type { ActivityKind, AgeBand, Problem } from '@samleng/vocabulary';
import {
  ActivitySession,
  Club,
  ClubKeeper,
  ClubMember,
  Network,
  NetworkPlace,
  remindOfConsents,
} from '../../features/networks/index.ts';
import { aliasKeyOf, checkConsent } from '../../features/networks/check-member.ts';
import { demoId } from './demo-id.ts';
import type { DemoScene } from './demo-scene.ts';

/** Aliases nobody bears in the demo: plants, birds and stars, one word each. */
const girlNames = [
  'បុប្ផា',
  'ចន្ថា',
  'ម្លិះ',
  'ផ្កាយ',
  'ឈូក',
  'រំដួល',
  'ស្រមោច',
  'មេអំបៅ',
  'កុលាប',
  'ត្រកួន',
  'ចំប៉ា',
  'សារិកា',
];
const boyNames = ['ដារ៉ា', 'ខ្លា', 'ឥន្ទ្រី', 'ភ្នំ', 'រលក', 'ឬស្សី', 'ត្នោត', 'ខ្យល់', 'ព្រះចន្ទ', 'រន្ទះ'];
const bands: readonly AgeBand[] = ['AGE_10_13', 'AGE_14_17', 'AGE_10_13', 'AGE_14_17', 'AGE_6_9'];
const keepers: Readonly<Record<string, string>> = { n1: 'sokha', n2: 'vanna', n3: 'piseth', n4: 'romam' };
const kinds: readonly ActivityKind[] = [
  'RIGHTS',
  'ONLINE_SAFETY',
  'POSITIVE_PARENTING',
  'REPORTING_ABUSE',
  'I4C',
  'PAGODA',
  'EMERGENCIES',
];

/** Puts the demo's tree of networks, members by alias and activity sessions there; the days end today. */
export async function writeClubs(scene: DemoScene): Promise<void> {
  const em = scene.em();
  const today = dayInCambodia(scene.clock.now());
  const movement = demoId('network', demoWorld.network.key);
  const tree = [
    [movement, 'MOVEMENT', demoWorld.network.name.km, demoWorld.network.name.en, null],
    [
      demoId('network', 'coalition'),
      'COALITION',
      'សម្ព័ន្ធសិទ្ធិកុមារ (គំរូ)',
      'Coalition for child rights (demo)',
      movement,
    ],
    [
      demoId('network', 'organisation'),
      'ORGANISATION',
      'អង្គការក្លឹបកុមារ (គំរូ)',
      'Organisation of children’s clubs (demo)',
      demoId('network', 'coalition'),
    ],
  ] as const;
  for (const [id, kind, nameKm, nameEn, parentId] of tree)
    em.create(Network, { id, idempotencyKey: demoId('network key', id), kind, nameKm, nameEn, parentId });
  for (const club of demoWorld.clubs) {
    const clubId = demoId('club', club.key);
    const row = await em.findOneOrFail(Club, { id: clubId });
    row.kind = club.kind;
    row.networkId = demoId('network', 'organisation');
    em.create(NetworkPlace, { networkId: row.networkId, placeCode: club.communeCode });
    const keeper = keepers[club.key];
    if (keeper) em.create(ClubKeeper, { clubId, accountId: demoId('account', keeper) });
    for (const [at, alias] of [...girlNames, ...boyNames].entries()) {
      // Two consents end soon and one has ended, so that the reminder has something to say.
      const assentOn = addDays(today, at === 3 ? -380 : at < 3 ? -345 : -30 - at);
      const ageBand = bands[at % bands.length]!;
      em.create(ClubMember, {
        id: demoId('member', `${club.key} ${alias}`),
        idempotencyKey: demoId('member key', `${club.key} ${alias}`),
        clubId,
        alias,
        aliasKey: aliasKeyOf(alias),
        ageBand,
        sex: at < girlNames.length ? 'GIRL' : 'BOY',
        disability: at % 9 === 4 ? 'YES' : at % 5 === 0 ? null : 'NO',
        isLeader: at === 0 || at === girlNames.length,
        ...done(checkConsent(ageBand, { assentOn, guardianConsentOn: assentOn }, assentOn)),
      });
    }
    for (const [at, kind] of kinds.entries())
      em.create(ActivitySession, {
        id: demoId('session', `${club.key} ${kind}`),
        idempotencyKey: demoId('session key', `${club.key} ${kind}`),
        clubId,
        placeCode: club.communeCode,
        kind,
        heldOn: addDays(today, -12 - 25 * at),
        counts:
          kind === 'POSITIVE_PARENTING'
            ? [
                { sex: 'FEMALE', ageBand: 'ADULT', disability: 'UNSAID', count: 18 },
                { sex: 'MALE', ageBand: 'ADULT', disability: 'UNSAID', count: 11 },
              ]
            : [
                { sex: 'FEMALE', ageBand: 'AGE_10_13', disability: 'NO', count: 12 + at },
                { sex: 'MALE', ageBand: 'AGE_10_13', disability: 'NO', count: 11 },
                { sex: 'FEMALE', ageBand: 'AGE_14_17', disability: 'NO', count: 10 + at },
              ],
        recordedBy: demoId('account', keeper ?? 'sokha'),
      });
  }
  await em.flush();
  await remindOfConsents({ em: scene.em(), clock: scene.clock });
}

function done<Value>(result: Result<Value, readonly Problem[]>): Value {
  if (result.ok) return result.value;
  throw new Error(`The demo's clubs do not play: ${JSON.stringify(result.problem)}`);
}
