import { describe, expect, it } from 'vitest';
import * as vocabulary from '@samleng/vocabulary';
import review from '../review.json' with { type: 'json' };
import { messageLanguages, messages, messagesOf, namesIn, textsOf } from './index.ts';

const lists: Readonly<Record<string, readonly string[]>> = {
  category: vocabulary.categoryKeys,
  topic: vocabulary.topicKeys,
  concernState: vocabulary.concernStates,
  returnReason: vocabulary.returnReasons,
  urgency: vocabulary.urgencies,
  issueState: vocabulary.issueStateKeys,
  decision: vocabulary.decisionKeys,
  assignmentEnd: vocabulary.assignmentEnds,
  verdict: vocabulary.verdicts,
  planKind: vocabulary.planKinds,
  planState: vocabulary.planStates,
  planSector: vocabulary.planSectors,
  moneySource: vocabulary.moneySources,
  issueChange: vocabulary.issueChanges,
  officeKind: vocabulary.officeKindKeys,
  level: vocabulary.levels,
  placeType: vocabulary.placeTypeKeys,
  ageBand: vocabulary.ageBandKeys,
  sex: vocabulary.sexes,
  saidAnswer: vocabulary.saidAnswers,
  role: vocabulary.roleKeys,
  problem: vocabulary.problemCodes,
  networkKind: vocabulary.networkKindKeys,
  clubKind: vocabulary.clubKinds,
  activityKind: vocabulary.activityKinds,
  countedSex: vocabulary.countedSexes,
  countedAge: vocabulary.countedAges,
  countedDisability: vocabulary.countedDisabilities,
  meetingKind: vocabulary.meetingKindKeys,
  meetingState: vocabulary.meetingStates,
  agendaItemKind: vocabulary.agendaItemKinds,
  agendaOutcome: vocabulary.agendaOutcomes,
  attendanceRole: vocabulary.attendanceRoles,
  childrenSeat: vocabulary.childrenSeats,
  meetingFace: vocabulary.meetingFaces,
  planningStep: vocabulary.planningStepKeys,
  researchStage: vocabulary.researchStages,
  researchMethod: vocabulary.researchMethods,
  ethicsItem: vocabulary.ethicsItems,
  answerSource: vocabulary.answerSources,
  serviceKind: vocabulary.serviceKinds,
  need: vocabulary.needs,
  emergencyKind: vocabulary.emergencyKinds,
};

const khmer = /[\u1780-\u17ff]/;

describe.each(messageLanguages)('the words in %s', (language) => {
  const words = messagesOf(language);

  it.each(Object.entries(lists))('name every %s', (prefix, keys) => {
    expect(keys.filter((key) => !words.has(`${prefix}.${key}`))).toEqual([]);
  });

  it('are never empty, nor framed by spaces', () => {
    const bad = [...words].filter(([, message]) =>
      textsOf(message).some((text) => text === '' || text !== text.trim()),
    );
    expect(bad).toEqual([]);
  });

  it('stand in the file their key names, once', () => {
    const keys = Object.values(messages[language]).flatMap((file) => Object.keys(file));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});

describe('Khmer and English', () => {
  const km = messagesOf('km');
  const en = messagesOf('en');

  it('have the same keys', () => {
    expect([...km.keys()].filter((key) => !en.has(key))).toEqual([]);
    expect([...en.keys()].filter((key) => !km.has(key))).toEqual([]);
  });

  it('leave the same names to fill, but that Khmer has no plural and may do without the count', () => {
    const differ = [...km].filter(([key, message]) => {
      const other = en.get(key);
      if (other === undefined) return false;
      const needed = namesIn(other).filter((name) => name !== 'count');
      return (
        needed.join() !==
        namesIn(message)
          .filter((name) => name !== 'count')
          .join()
      );
    });
    expect(differ.map(([key]) => key)).toEqual([]);
  });

  it('are each written in their own script', () => {
    const spared = new Set(['common.otherLanguage']);
    const notKhmer = [...km].filter(
      ([key, message]) =>
        !spared.has(key) &&
        !textsOf(message).every(
          (text) => khmer.test(text) || !/\p{L}{2}/u.test(text.replace(/\{\w+\}/g, '')),
        ),
    );
    const notEnglish = [...en].filter(
      ([key, message]) => !spared.has(key) && textsOf(message).some((text) => khmer.test(text)),
    );
    expect(notKhmer.map(([key]) => key)).toEqual([]);
    expect(notEnglish.map(([key]) => key)).toEqual([]);
  });

  it('never ask a child for a vote where support is meant', () => {
    // បោះឆ្នោត is the word for elections; it is kept for polls, which have files of their own.
    const election = [...km].filter(([, message]) =>
      textsOf(message).some((text) => text.includes('បោះឆ្នោត')),
    );
    expect(election.map(([key]) => key)).toEqual([]);
  });

  it('tell how to complain in sentences of at most twelve words', () => {
    const guide = [...en].filter(
      ([key]) => key.startsWith('complaint.') && !key.startsWith('complaint.admin'),
    );
    const sentences = guide.flatMap(([, message]) =>
      textsOf(message).flatMap((text) => text.split(/[.?!:]\s/)),
    );
    expect(sentences.length).toBeGreaterThan(40);
    expect(sentences.filter((sentence) => sentence.split(/\s+/).length > 12)).toEqual([]);
  });

  it('list for review only keys that exist', () => {
    expect(Object.keys(review.keys).filter((key) => !km.has(key))).toEqual([]);
  });
});
