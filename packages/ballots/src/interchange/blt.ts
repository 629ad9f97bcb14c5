import { ok, refused, type Result } from '@samleng/kernel';
import type { BallotProfile } from '../profile/profile.ts';
import { profileBuilder } from '../profile/profile-builder.ts';
import { bltTokens, type BltToken } from './blt-tokens.ts';
import type { FileProblem } from './file-problem.ts';

export interface BltFile {
  readonly title: string;
  readonly seats: number;
  /** Names of all candidates, also the withdrawn; candidate n is names[n - 1]. */
  readonly names: readonly string[];
  /** Numbers of withdrawn candidates; the profile leaves them out. */
  readonly withdrawn: readonly number[];
  /** Options are the numbers of the candidates that stand, from 1 as in the file. */
  readonly profile: BallotProfile<number>;
  /** The first line whose ballot ranks two candidates level; null when none does. */
  readonly lineWithTie: number | null;
}

/** The tokens with the one that is to be read now. */
interface Reading {
  readonly candidates: number;
  now: BltToken;
  readonly advance: () => BltToken;
  lineWithTie: number | null;
}

/**
 * Reads a .blt ballot file: candidates and seats, withdrawn candidates (-n), ballots "count preferences 0", a
 * final 0, names and title in quotes. Also read: comments (# to the end of the line), ballot ids in brackets in
 * place of the count, equal preferences (1=2, or in brackets after the count: 3 (1 2) 4 0) and skipped ones (-), option lines in square brackets, further
 * quoted texts after the title.
 *
 * Source: I. Hill, B. Wichmann, D. Woodall, Algorithm 123: single transferable vote by Meek's method, The Computer
 * Journal 30 (1987), section 3.1; extensions as in OpenSTV and Droop (github.com/jklundell/droop, wiki
 * "BltFileFormat").
 */
export function readBlt(text: string): Result<BltFile, FileProblem> {
  const advance = bltTokens(text);
  const candidates = wholeNumber(advance(), 'the number of candidates', 32_000);
  if (!candidates.ok) return candidates;
  const seats = wholeNumber(advance(), 'the number of seats', 32_000);
  if (!seats.ok) return seats;
  const reading: Reading = { candidates: candidates.value, now: advance(), advance, lineWithTie: null };
  const withdrawn = readWithdrawn(reading);
  if (!withdrawn.ok) return withdrawn;
  const profile = readBallots(reading, withdrawn.value);
  if (!profile.ok) return profile;
  const names = readTexts(reading, reading.candidates, (n) => `the name of candidate ${n}`);
  if (!names.ok) return names;
  const title = readTexts(reading, 1, () => 'the title');
  if (!title.ok) return title;
  while (reading.now.kind === 'quoted') reading.now = advance();
  if (reading.now.kind !== 'end') return unexpected(reading.now, 'nothing but quoted texts after the title');
  return ok({
    title: title.value[0]!,
    seats: seats.value,
    names: names.value,
    withdrawn: [...withdrawn.value].sort((a, b) => a - b),
    profile: profile.value,
    lineWithTie: reading.lineWithTie,
  });
}

function readWithdrawn(reading: Reading): Result<ReadonlySet<number>, FileProblem> {
  const withdrawn = new Set<number>();
  for (;;) {
    const { now } = reading;
    if (now.kind === 'word' && now.text.startsWith('[')) {
      while (reading.now.kind === 'word' && !reading.now.text.endsWith(']')) reading.now = reading.advance();
      if (reading.now.kind !== 'word') return unexpected(reading.now, '"]" at the end of an option line');
    } else if (now.kind === 'word' && /^-\d+$/.test(now.text)) {
      const candidate = candidateNumber(now, now.text.slice(1), reading.candidates);
      if (!candidate.ok) return candidate;
      withdrawn.add(candidate.value);
    } else {
      return ok(withdrawn);
    }
    reading.now = reading.advance();
  }
}

function readBallots(
  reading: Reading,
  withdrawn: ReadonlySet<number>,
): Result<BallotProfile<number>, FileProblem> {
  const standing = Array.from({ length: reading.candidates }, (_, i) => i + 1).filter(
    (n) => !withdrawn.has(n),
  );
  const positions = new Int32Array(reading.candidates + 1).fill(-1);
  standing.forEach((n, position) => (positions[n] = position));
  const builder = profileBuilder(standing);
  const seenOn = new Int32Array(reading.candidates + 1);
  let voters = 0;
  for (let ballot = 1; ; ballot += 1) {
    const opening = reading.now;
    if (opening.kind === 'word' && opening.text === '0') break;
    const count = readCount(reading);
    if (!count.ok) return count;
    voters += count.value;
    if (voters > mostVoters)
      return refused({ line: opening.line, reason: 'more voters than can be counted' });
    const choices: number[] = [];
    const tied: number[] = [];
    let isInGroup = false;
    let isLevel = false;
    for (let token = reading.advance(); token.text !== '0'; token = reading.advance()) {
      if (token.text === '-') continue;
      const opens: boolean = !isInGroup && token.text.startsWith('(');
      const closes: boolean = (isInGroup || opens) && token.text.endsWith(')');
      if (!isInGroup) isLevel = false;
      isInGroup = (isInGroup || opens) && !closes;
      const text = token.text.slice(opens ? 1 : 0, closes ? -1 : undefined);
      for (const part of text.includes('=') ? text.split('=') : [text]) {
        const candidate = candidateNumber(token, part, reading.candidates);
        if (!candidate.ok) return candidate;
        if (seenOn[candidate.value] === ballot) {
          const reason = `candidate ${candidate.value} stands twice on one ballot`;
          return refused({ line: token.line, reason });
        }
        seenOn[candidate.value] = ballot;
        if (positions[candidate.value]! < 0) continue;
        choices.push(positions[candidate.value]!);
        tied.push(isLevel ? 1 : 0);
        if (isLevel) reading.lineWithTie ??= token.line;
        isLevel = true;
      }
    }
    builder.add(choices, count.value, tied);
    reading.now = reading.advance();
  }
  reading.now = reading.advance();
  return ok(builder.finish());
}

const mostVoters = 0xffffffff;

/** The count of a ballot, or its id in brackets, which stands for one. */
function readCount(reading: Reading): Result<number, FileProblem> {
  if (reading.now.kind !== 'word' || !reading.now.text.startsWith('(')) {
    return wholeNumber(reading.now, 'how many voters cast this ballot, or the final 0', mostVoters);
  }
  while (reading.now.kind === 'word' && !reading.now.text.endsWith(')')) reading.now = reading.advance();
  return reading.now.kind === 'word' ? ok(1) : unexpected(reading.now, '")" after a ballot id');
}

function readTexts(
  reading: Reading,
  count: number,
  what: (n: number) => string,
): Result<readonly string[], FileProblem> {
  const texts: string[] = [];
  for (let n = 1; n <= count; n += 1) {
    if (reading.now.kind !== 'quoted') return unexpected(reading.now, `${what(n)} in quotation marks`);
    texts.push(reading.now.text);
    reading.now = reading.advance();
  }
  return ok(texts);
}

function wholeNumber(token: BltToken, expected: string, most: number): Result<number, FileProblem> {
  const isNumber = token.kind === 'word' && /^\d{1,10}$/.test(token.text);
  if (!isNumber) return unexpected(token, expected);
  const number = Number(token.text);
  if (number >= 1 && number <= most) return ok(number);
  return refused({ line: token.line, reason: `${expected} must be 1 to ${most}, found ${token.text}` });
}

function candidateNumber(token: BltToken, text: string, candidates: number): Result<number, FileProblem> {
  const candidate = Number(text);
  if (token.kind !== 'word' || !/^\d{1,10}$/.test(text))
    return unexpected(token, 'the number of a candidate or 0');
  if (candidate >= 1 && candidate <= candidates) return ok(candidate);
  return refused({ line: token.line, reason: `candidate ${text} is not between 1 and ${candidates}` });
}

function unexpected(token: BltToken, expected: string) {
  const found = {
    word: `found "${token.text}"`,
    quoted: `found the text "${token.text}"`,
    unclosed: `found a quotation mark that is not closed`,
    end: 'the file ends',
  }[token.kind];
  return refused({ line: token.line, reason: `expected ${expected}; ${found}` });
}
