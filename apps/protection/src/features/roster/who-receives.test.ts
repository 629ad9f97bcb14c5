import { describe, expect, it } from 'vitest';
import { excludedAffiliations } from './exclusion.ts';
import { type Candidate, isExcluded, whoReceives } from './who-receives.ts';

const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' }));
const never: Candidate['hours'] = [];
const now = new Date('2026-11-20T03:00:00Z');

function somebody(accountId: string, given: Partial<Candidate> = {}): Candidate {
  return {
    accountId,
    publicKey: '00'.repeat(32),
    role: 'WORKER',
    affiliation: 'NGO',
    placeCode: '140907',
    hours: always,
    worksOnHolidays: true,
    ...given,
  };
}
const facts = { placeCode: '140907', excludedAffiliations: [], excludedAccountIds: [] };
const chea = somebody('chea', { role: 'SUPERVISOR', placeCode: '' });
const ids = (people: readonly Candidate[]) => people.map(({ accountId }) => accountId);

function received(roster: readonly Candidate[], given: Partial<Parameters<typeof whoReceives>[0]> = {}) {
  const { receivers, standby, isUncovered } = whoReceives(
    { ...facts, ...given },
    roster,
    [chea],
    now,
    new Set(),
  );
  return { receivers: ids(receivers), standby: ids(standby), isUncovered };
}

describe('who receives', () => {
  it('is the nearest of those on call', () => {
    const roster = [
      somebody('phalla'),
      somebody('sopheap', { placeCode: '14' }),
      somebody('far', { placeCode: '02' }),
    ];
    expect(received(roster)).toEqual({ receivers: ['phalla'], standby: ['chea'], isUncovered: false });
  });

  it('is somebody on call further away before somebody near who is not', () => {
    const roster = [somebody('phalla', { hours: never }), somebody('sopheap', { placeCode: '14' })];
    expect(received(roster).receivers).toEqual(['sopheap']);
  });

  it('is everybody named when nobody is on call', () => {
    const roster = [somebody('phalla', { hours: never }), somebody('dara', { hours: never })];
    expect(received(roster).receivers).toEqual(['phalla', 'dara']);
  });

  it('is the supervisor, with an alarm, when nobody is named or all are excluded', () => {
    expect(received([])).toEqual({ receivers: ['chea'], standby: [], isUncovered: true });
    const teacher = somebody('teacher', { affiliation: 'SCHOOL' });
    expect(received([teacher], { excludedAffiliations: ['SCHOOL'] })).toEqual({
      receivers: ['chea'],
      standby: [],
      isUncovered: true,
    });
  });

  it('is nobody when the supervisor is excluded too: break-glass remains', () => {
    expect(received([], { excludedAccountIds: ['chea'] })).toEqual({
      receivers: [],
      standby: [],
      isUncovered: true,
    });
  });

  it('without a place is only those for the whole country', () => {
    const roster = [somebody('phalla'), somebody('national', { placeCode: '' })];
    expect(received(roster, { placeCode: null }).receivers).toEqual(['national']);
  });

  it('never is an excluded person, also not as standby', () => {
    const roster = [somebody('phalla'), somebody('clerk', { affiliation: 'COMMUNE_COUNCIL' })];
    expect(received(roster, { excludedAffiliations: ['COMMUNE_COUNCIL'] }).receivers).toEqual(['phalla']);
    expect(received(roster, { excludedAccountIds: ['phalla', 'chea'] })).toEqual({
      receivers: ['clerk'],
      standby: [],
      isUncovered: false,
    });
  });
});

describe('the exclusion list', () => {
  it('follows from what the child and a moderator say', () => {
    expect(excludedAffiliations({})).toEqual([]);
    expect(excludedAffiliations({ accusedRole: 'FAMILY', aboutSomeoneInCharge: 'NO' })).toEqual([]);
    expect(excludedAffiliations({ accusedRole: 'TEACHER' })).toEqual(['SCHOOL']);
    expect(excludedAffiliations({ aboutOfficeKind: 'COMMUNE_POLICE' })).toEqual(['COMMUNE_POLICE']);
    expect(excludedAffiliations({ aboutOfficeKind: 'WATER_SUPPLIER' })).toEqual([]);
    const authorities = [
      'COMMUNE_COUNCIL',
      'CCWC',
      'COMMUNE_POLICE',
      'SCHOOL',
      'HEALTH_CENTRE',
      'DISTRICT_ADMINISTRATION',
    ];
    expect(excludedAffiliations({ aboutSomeoneInCharge: 'YES' })).toEqual(authorities);
    expect(excludedAffiliations({ accusedRole: 'OFFICIAL' })).toEqual(authorities);
  });

  it('holds people by their work and by name', () => {
    const clerk = { accountId: 'clerk', affiliation: 'CCWC' as const };
    expect(isExcluded(clerk, { excludedAffiliations: ['CCWC'], excludedAccountIds: [] })).toBe(true);
    expect(isExcluded(clerk, { excludedAffiliations: [], excludedAccountIds: ['clerk'] })).toBe(true);
    expect(isExcluded(clerk, { excludedAffiliations: ['SCHOOL'], excludedAccountIds: [] })).toBe(false);
  });
});
