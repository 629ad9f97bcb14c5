/** Parts of the product in which words can stand that may speak of harm. */
type Part = 'meeting' | 'answer' | 'club' | 'research' | 'poll' | 'score' | 'other';

const parts: readonly (readonly [RegExp, Part])[] = [
  [/Meeting$/, 'meeting'],
  [/^(answerIssue|handOverIssue|acknowledgeIssue|addPlanItem|reportPlanProgress)$/, 'answer'],
  [/Club|Member|Session|Consent|Network|Keeper/, 'club'],
  [/Research|Survey|Finding|Recommendation|AnswerCode|Ethics|tagAnswers/, 'research'],
  [/Poll|Option|Proposal|Paper|Tally|Card/, 'poll'],
  [/Score|Sheet|Interface|assessOwn/, 'score'],
];

/** Where marked words stand, and the page on which they are read, where there is one for that part. */
export function whereWordsStand(mark: { readonly deed: string; readonly subjectId?: string | null }): {
  readonly part: Part;
  readonly href: string | null;
} {
  const part = parts.find(([deeds]) => deeds.test(mark.deed))?.[1] ?? 'other';
  const id = mark.subjectId;
  if (!id) return { part, href: null };
  if (part === 'meeting') return { part, href: `/facilitate/meetings/${id}` };
  if (mark.deed === 'foundClub') return { part, href: `/facilitate/clubs/${id}` };
  if (mark.deed === 'answerIssue' || mark.deed === 'handOverIssue') return { part, href: `/issues/${id}` };
  return { part, href: null };
}
