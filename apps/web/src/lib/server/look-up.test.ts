import { beforeEach, describe, expect, it, vi } from 'vitest';

vi.mock('$app/env/private', () => ({
  API_URL: 'http://participation',
  WEB_KEY: 'w'.repeat(32),
  PROTECTION_URL: 'http://desk',
  PROTECTION_WEB_KEY: 'p'.repeat(32),
}));
const { lookUp } = await import('./look-up.ts');

const receipt = '1234567890123456';
const wrong = [{ code: 'RECEIPT_NOT_RIGHT', field: 'receipt' }];
const caseFound = { caseByReceipt: { case: { state: 'RECEIVED' }, problems: [] } };
const caseWrong = { caseByReceipt: { case: null, problems: wrong } };
const caseDamaged = { caseByReceipt: { case: null, problems: [{ code: 'CASE_DAMAGED', field: null }] } };
const caseLocked = {
  caseByReceipt: { case: null, problems: [{ code: 'TOO_MANY_TRIES', field: 'receipt' }] },
};
const concernFound = { concernByReceipt: { concern: { state: 'RECEIVED' }, problems: [] } };
const concernWrong = { concernByReceipt: { concern: null, problems: wrong } };

/** Every request to a service, in order, with when it was answered by the count of answers before. */
let asked: { readonly where: string; readonly gives: boolean; readonly requestId: string | undefined }[];
let answered: string[];
let waits: Record<string, Promise<void>>;
let answers: Record<string, object>;
const event = {
  locals: { language: 'km', requestId: 'one', device: 'd'.repeat(32), token: null, deskToken: null },
  getClientAddress: () => '203.0.113.5',
} as never;

beforeEach(() => {
  asked = [];
  answered = [];
  waits = {};
  vi.stubGlobal(
    'fetch',
    async (address: string, { headers, body }: { headers: Record<string, string>; body: string }) => {
      const where = new URL(address).hostname;
      asked.push({ where, gives: body.includes('giveBackTry'), requestId: headers['x-request-id'] });
      await waits[where];
      answered.push(where);
      return Response.json({ data: answers[where] });
    },
  );
});

describe('what a receipt opens', () => {
  it.each([
    ['a case', caseFound, concernWrong, { what: 'CASE' }],
    ['a concern', caseWrong, concernFound, { what: 'CONCERN', isDeskAway: false }],
    ['nothing', caseWrong, concernWrong, { what: 'NOTHING', why: 'RECEIPT_NOT_RIGHT' }],
    ['a damaged case', caseDamaged, concernWrong, { what: 'NOTHING', why: 'CASE_DAMAGED' }],
    ['a concern, when the desk counts no more tries', caseLocked, concernFound, { what: 'CONCERN' }],
  ])(
    'is asked once of either service, and both are waited for: %s',
    async (_, desk, participation, opened) => {
      answers = { desk, participation };
      for (let time = 0; time < 30; time += 1) {
        asked = [];
        answered = [];
        expect(await lookUp(event, receipt, false)).toMatchObject(opened);
        const asking = asked.filter(({ gives }) => !gives);
        expect(asking.map(({ where }) => where).sort()).toEqual(['desk', 'participation']);
        expect(answered.slice(0, 2).sort()).toEqual(['desk', 'participation']);
        // Only what was right elsewhere gives the desk's try back; the participation service is told nothing.
        const isGiven = participation === concernFound && desk === caseWrong;
        expect(asked.filter(({ gives }) => gives).map(({ where }) => where)).toEqual(isGiven ? ['desk'] : []);
        // Their logs know it by different numbers.
        expect(new Set(asked.map(({ requestId }) => requestId)).size).toBe(asked.length);
      }
    },
  );

  it.each(['desk', 'participation'])('is not told before the later answer: the %s', async (late) => {
    for (const given of [
      { desk: caseFound, participation: concernWrong },
      { desk: caseWrong, participation: concernFound },
      { desk: caseWrong, participation: concernWrong },
    ]) {
      answers = given;
      let release = (): void => undefined;
      waits = { [late]: new Promise<void>((resolve) => (release = resolve)) };
      let isTold = false;
      const opening = lookUp(event, receipt, false).then(() => (isTold = true));
      for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
      expect(isTold).toBe(false);
      release();
      await opening;
    }
  });
});
