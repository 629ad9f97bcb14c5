import { ok, refused, type Result } from '@samleng/kernel';
import type { ReferralReceiver, Urgency } from '../../lists.ts';
import type { ProblemCode } from '../../problems.ts';
import { type Fetch, patience, type ReferralDoor, refusalOf } from './door.ts';
import { withLeadingZero } from './place-codes.ts';
import type { ReferralRecord } from './referral-record.ts';

export type OscarSettings = {
  readonly url: string;
  readonly email: string;
  readonly password: string;
  /** The organisation's short name. */
  readonly organization: string;
};

const riskLevels = { URGENT: 'high', HIGH: 'medium', NORMAL: 'low' } as const satisfies Record<
  Urgency,
  string
>;

/** Services by OSCaR's own names, one a referral. */
const services = {
  HELPLINE_1280: 'Generalist counselling',
  SOCIAL_AFFAIRS: 'Generalist social work / case work',
  CCWC_FOCAL_POINT: 'Community social work',
  POLICE: 'Support to access legal services',
  HEALTH: 'Support to access care',
} as const satisfies Record<ReferralReceiver, string>;

/**
 * Hands referrals to OSCaR: signing in gives three headers, then one client is put in or brought up to date by our
 * id. OSCaR wants empty texts where there is nothing, and place codes with their leading zero.
 */
export function createOscarDoor(settings: OscarSettings, fetch: Fetch): ReferralDoor {
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(new URL(path, settings.url).href, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patience),
      redirect: 'error',
    });

  async function send(record: ReferralRecord): Promise<Result<{ reference: string | null }, ProblemCode>> {
    const signedIn = await post('/api/v1/admin_auth/sign_in', {
      email: settings.email,
      password: settings.password,
    });
    if (!signedIn.ok) return refusalOf(signedIn.status);
    const client = signedIn.headers.get('client');
    const accessToken = signedIn.headers.get('access-token');
    if (!client || !accessToken) return refused('RECEIVER_DID_NOT_ANSWER');
    const uid = signedIn.headers.get('uid') ?? settings.email;
    const put = await post(
      '/api/v1/organizations/clients/upsert/',
      { organization: oscarClient(record, settings) },
      { uid, client, 'access-token': accessToken },
    );
    return put.ok ? ok({ reference: record.id }) : refusalOf(put.status);
  }

  return {
    send: (record) => send(record).catch(() => refused('RECEIVER_DID_NOT_ANSWER')),
  };
}

/** A referral as an OSCaR client, in its own field names. */
export function oscarClient(record: ReferralRecord, settings: Pick<OscarSettings, 'organization'>) {
  const place = record.placeCode ? withLeadingZero(record.placeCode) : '';
  const village = place.length === 8 ? place : '';
  return {
    external_id: record.id,
    external_id_display: record.id.slice(-7),
    global_id: '',
    mosvy_number: '',
    given_name: record.childAlias ?? '',
    family_name: '',
    gender: record.sex === 'GIRL' ? 'female' : record.sex === 'BOY' ? 'male' : '',
    date_of_birth: '',
    location_current_village_code: village,
    address_current_village_code: village,
    reason_for_referral: record.summary,
    organization_id: settings.organization,
    organization_name: settings.organization,
    external_case_worker_name: record.triage.by,
    external_case_worker_id: '',
    external_case_worker_mobile: '',
    external_case_worker_email: '',
    services: [{ uuid: record.id, name: services[record.referredTo] }],
    is_referred: true,
    level_of_risk: riskLevels[record.triage.level],
    date_of_referral: record.referredAt.slice(0, 10),
    referral_status: 'Referred',
  };
}
