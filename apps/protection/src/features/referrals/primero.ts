import { ok, refused, type Result } from '@samleng/kernel';
import type { CaseKind, Urgency } from '../../lists.ts';
import type { ProblemCode } from '../../problems.ts';
import { type Fetch, patience, type ReferralDoor, refusalOf } from './door.ts';
import { withoutLeadingZero } from './place-codes.ts';
import type { ReferralRecord } from './referral-record.ts';

export type PrimeroSettings = {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** The user who owns what comes from here. */
  readonly owner: string;
  /** Whether its list of places has codes as numbers. */
  readonly dropsLeadingZero: boolean;
};

/** The values of Primero's own list "lookup-protection-concerns"; a country may have others. */
const protectionConcerns: { readonly [Kind in CaseKind]?: string } = {
  PHYSICAL_VIOLENCE: 'physical_abuse_violence',
  BULLYING: 'physical_abuse_violence',
  SEXUAL_VIOLENCE: 'sexual_abuse_violence',
  ONLINE_SEXUAL_EXTORTION: 'sexual_exploitation',
  EXPLOITATION: 'slavery_sale_abduction',
  LABOUR: 'child_labour',
  NEGLECT: 'neglect',
  THREAT: 'emotional_or_psychological',
  CONFINEMENT: 'emotional_or_psychological',
};

const riskLevels = { URGENT: 'high', HIGH: 'medium', NORMAL: 'low' } as const satisfies Record<
  Urgency,
  string
>;

/**
 * Hands referrals to Primero v2 (its documents: doc/api/tokens, cases, referrals): a token for an hour, then a case
 * under our own id, so that handing it over twice makes one case (409), then the referral to its owner.
 */
export function createPrimeroDoor(settings: PrimeroSettings, fetch: Fetch): ReferralDoor {
  const post = (path: string, body: object, token?: string) =>
    fetch(new URL(path, settings.url).href, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patience),
      redirect: 'error',
    });

  async function send(record: ReferralRecord): Promise<Result<{ reference: string | null }, ProblemCode>> {
    const signedIn = await post('/api/v2/tokens', {
      user: { user_name: settings.user, password: settings.password },
    });
    if (!signedIn.ok) return refusalOf(signedIn.status);
    const { token } = (await signedIn.json()) as { token?: string };
    if (!token) return refused('RECEIVER_DID_NOT_ANSWER');
    const made = await post('/api/v2/cases', { data: primeroCase(record, settings) }, token);
    if (!made.ok) return refusalOf(made.status);
    const referred = await post(
      `/api/v2/cases/${record.id}/referrals`,
      { data: { transitioned_to: settings.owner, notes: record.summary } },
      token,
    );
    // With its own id, Primero answers 204 without a body: the reference is the id both know.
    return referred.ok ? ok({ reference: record.id }) : refusalOf(referred.status);
  }

  return {
    send: (record) => send(record).catch(() => refused('RECEIVER_DID_NOT_ANSWER')),
  };
}

/** A referral as a Primero case, in its own field names. What nobody said is left out, never made up. */
export function primeroCase(
  record: ReferralRecord,
  settings: Pick<PrimeroSettings, 'owner' | 'dropsLeadingZero'>,
) {
  const concern = protectionConcerns[record.concernType];
  const place = record.placeCode;
  return {
    id: record.id,
    module_id: 'primeromodule-cp',
    owned_by: settings.owner,
    registration_date: record.referredAt.slice(0, 10),
    ...(record.childAlias && { name_first: record.childAlias }),
    ...(record.sex === 'GIRL' && { sex: 'female' }),
    ...(record.sex === 'BOY' && { sex: 'male' }),
    ...(place && { location_current: settings.dropsLeadingZero ? withoutLeadingZero(place) : place }),
    urgent_protection_concern: record.triage.level === 'URGENT',
    risk_level: riskLevels[record.triage.level],
    protection_concerns: concern ? [concern] : [],
    consent_for_services: record.assent.isGiven,
    disclosure_other_orgs: record.assent.isGiven,
  };
}
