import { ok, refused, type Result } from '@samleng/kernel';
import { collectVotes, type OpinionVote, type OpinionVotes } from './votes.ts';

/** Why a file of votes is refused: the line (the first is 1; 0 for the file as a whole) and the reason. */
export type VotesProblem = { readonly line: number; readonly reason: string };

/** The columns of a matrix file that say something about the participant; all others are statements. */
const ABOUT_PARTICIPANT = ['participant', 'group-id', 'n-comments', 'n-votes', 'n-agree', 'n-disagree'];

/**
 * Reads the votes of a Polis conversation, in either published form:
 * - `votes.csv`, one vote a line: `comment-id`, `voter-id`, `vote` and, if given, `timestamp`. The last vote of a
 *   person on a statement counts: the latest by timestamp, the later line where times are equal or absent.
 * - `participants-votes.csv`, one participant a line, one column a statement; an empty cell is a statement not seen.
 *
 * In both 1 is agree, −1 disagree, 0 pass. The raw database of Polis has agree and disagree the other way round; a
 * matrix written that way contradicts its own columns n-agree and n-disagree and is turned.
 */
export function readPolisVotes(text: string): Result<OpinionVotes, VotesProblem> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const header = cellsOf(lines[0] ?? '');
  if (header.includes('participant')) return readMatrix(header, lines);
  if (header.includes('vote')) return readList(header, lines);
  return refused({ line: 1, reason: 'the header names neither vote nor participant: no Polis votes file' });
}

/** Cells of one line; a cell in quotation marks may hold commas, and two marks stand for one. */
function cellsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(',').map((cell) => cell.trim());
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at];
    if (character === '"' && isQuoted && line[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (character === '"') isQuoted = !isQuoted;
    else if (character === ',' && !isQuoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += character;
  }
  return [...cells, cell.trim()];
}

function readList(header: readonly string[], lines: readonly string[]): Result<OpinionVotes, VotesProblem> {
  const column = (name: string): number => header.indexOf(name);
  const [statementAt, participantAt, voteAt] = [column('comment-id'), column('voter-id'), column('vote')];
  const missing = ['comment-id', 'voter-id', 'vote'].find((name) => column(name) === -1);
  if (missing !== undefined) return refused({ line: 1, reason: `column ${missing} is missing` });
  const timeAt = column('timestamp');
  const entries: { time: number; participant: string; statement: string; vote: OpinionVote }[] = [];
  for (const [place, line] of lines.entries()) {
    if (place === 0 || line.trim() === '') continue;
    const cells = cellsOf(line);
    const number = place + 1;
    if (cells.length !== header.length) return refused(wrongWidth(number, header.length, cells.length));
    const participant = cells[participantAt] ?? '';
    const statement = cells[statementAt] ?? '';
    if (participant === '') return refused({ line: number, reason: 'a vote without voter-id' });
    if (statement === '') return refused({ line: number, reason: 'a vote without comment-id' });
    const vote = voteOf(cells[voteAt] ?? '');
    if (vote === undefined) return refused(noVote(number, cells[voteAt] ?? ''));
    const time = timeAt === -1 ? 0 : Number(cells[timeAt] || Number.NaN);
    if (Number.isNaN(time)) {
      return refused({ line: number, reason: `a timestamp is no number: ${cells[timeAt] ?? ''}` });
    }
    entries.push({ time, participant, statement, vote });
  }
  if (entries.length === 0) return refused({ line: 1, reason: 'the file holds no vote' });
  const collector = collectVotes();
  for (const { participant, statement, vote } of entries.sort((left, right) => left.time - right.time)) {
    collector.add(participant, statement, vote);
  }
  return ok(collector.votes());
}

function readMatrix(header: readonly string[], lines: readonly string[]): Result<OpinionVotes, VotesProblem> {
  const statements = header.flatMap((name, place) =>
    ABOUT_PARTICIPANT.includes(name) ? [] : [{ name, place }],
  );
  const repeated = statements.find(({ name }, at) => statements.findIndex((one) => one.name === name) !== at);
  if (repeated !== undefined) return refused({ line: 1, reason: `statement ${repeated.name} stands twice` });
  const participantAt = header.indexOf('participant');
  const seen = new Set<string>();
  const collected = [collectVotes(), collectVotes()] as const;
  const asStated = { agrees: 0, disagrees: 0 };
  const asCounted = { agrees: 0, disagrees: 0 };
  let votes = 0;
  for (const [place, line] of lines.entries()) {
    if (place === 0 || line.trim() === '') continue;
    const cells = cellsOf(line);
    const number = place + 1;
    if (cells.length !== header.length) return refused(wrongWidth(number, header.length, cells.length));
    const participant = cells[participantAt] ?? '';
    if (participant === '') return refused({ line: number, reason: 'a line without participant' });
    if (seen.has(participant))
      return refused({ line: number, reason: `participant ${participant} stands twice` });
    seen.add(participant);
    for (const { name, place: at } of statements) {
      const cell = cells[at] ?? '';
      if (cell === '') continue;
      const vote = voteOf(cell);
      if (vote === undefined) return refused(noVote(number, cell));
      votes += 1;
      if (vote === 1) asCounted.agrees += 1;
      if (vote === -1) asCounted.disagrees += 1;
      collected[0].add(participant, name, vote);
      collected[1].add(participant, name, (vote === 0 ? 0 : -vote) as OpinionVote);
    }
    asStated.agrees += Number(cells[header.indexOf('n-agree')] ?? 0);
    asStated.disagrees += Number(cells[header.indexOf('n-disagree')] ?? 0);
  }
  if (votes === 0) return refused({ line: 1, reason: 'the file holds no vote' });
  const isTurned =
    asStated.agrees === asCounted.disagrees &&
    asStated.disagrees === asCounted.agrees &&
    asStated.agrees !== asStated.disagrees;
  return ok(collected[isTurned ? 1 : 0].votes());
}

function voteOf(cell: string): OpinionVote | undefined {
  switch (cell) {
    case '1':
    case '+1':
      return 1;
    case '0':
      return 0;
    case '-1':
      return -1;
    default:
      return undefined;
  }
}

function wrongWidth(line: number, expected: number, found: number): VotesProblem {
  return { line, reason: `${expected} cells expected, ${found} found` };
}

function noVote(line: number, cell: string): VotesProblem {
  return { line, reason: `a vote is 1, 0 or -1, not ${cell === '' ? 'empty' : cell}` };
}
