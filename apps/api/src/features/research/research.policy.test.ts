import { describe, expect, it } from 'vitest';
import type { ResearchStage } from '@samleng/vocabulary';
import { stranger, type Viewer, type ViewerGrant } from '../accounts/index.ts';
import {
  mayAnswer,
  mayApproveEthics,
  mayKeepTopic,
  maySeeRecommendation,
  maySeeTopic,
  maySeeWork,
} from './research.policy.ts';

const lvea = '140907';
const someone = (accountId: string, grant: Partial<ViewerGrant> & Pick<ViewerGrant, 'role'>): Viewer => ({
  ...stranger,
  accountId,
  sessionId: 's',
  grants: [{ placeCode: null, officeId: null, ...grant }],
});
const viewers = {
  stranger,
  child: { ...stranger, deviceKey: 'd' },
  facilitator: someone('f', { role: 'FACILITATOR', placeCode: lvea }),
  otherFacilitator: someone('o', { role: 'FACILITATOR', placeCode: '170704' }),
  official: someone('c', { role: 'OFFICIAL', officeId: 'council' }),
  otherOfficial: someone('x', { role: 'OFFICIAL', officeId: 'school' }),
  analyst: someone('n', { role: 'ANALYST', placeCode: '14' }),
  administrator: someone('a', { role: 'ADMINISTRATOR' }),
} satisfies Record<string, Viewer>;
const who = (may: (viewer: Viewer) => boolean) =>
  Object.entries(viewers).flatMap(([name, viewer]) => (may(viewer) ? [name] : []));
const at = (stage: ResearchStage) => ({ placeCode: lvea, stage });
const asked = { officeId: 'council' };

describe('research', () => {
  it('is kept by facilitators of the place, and looked at by analysts and administrators', () => {
    expect(who((viewer) => mayKeepTopic(viewer, { placeCode: lvea }))).toEqual(['facilitator']);
    const workers = ['facilitator', 'analyst', 'administrator'];
    expect(who((viewer) => maySeeWork(viewer, { placeCode: lvea }))).toEqual(workers);
    expect(who((viewer) => maySeeTopic(viewer, at('ANALYSIS')))).toEqual(workers);
    expect(who((viewer) => maySeeTopic(viewer, at('FINDINGS')))).toEqual(Object.keys(viewers));
  });

  it('has its ethics approved by anybody fit but who filled them in', () => {
    const by = (ethicsFilledBy: string | null) =>
      who((viewer) => mayApproveEthics(viewer, { placeCode: lvea, ethicsFilledBy }));
    expect(by('f')).toEqual(['administrator']);
    expect(by('a')).toEqual(['facilitator']);
  });

  it('shows recommendations to the office that is asked, which answers once they were presented', () => {
    const see = (stage: ResearchStage) => who((viewer) => maySeeRecommendation(viewer, at(stage), asked));
    expect(see('ANALYSIS')).toEqual(['facilitator', 'analyst', 'administrator']);
    expect(see('FINDINGS')).toEqual(['facilitator', 'official', 'analyst', 'administrator']);
    expect(who((viewer) => mayAnswer(viewer, at('FINDINGS'), asked))).toEqual([]);
    expect(who((viewer) => mayAnswer(viewer, at('PRESENTED'), asked))).toEqual(['official']);
  });
});
