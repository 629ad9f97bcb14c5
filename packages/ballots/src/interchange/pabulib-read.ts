import { ok, refused, type Result } from '@samleng/kernel';
import type { FileProblem } from './file-problem.ts';
import {
  isAmount,
  type PabulibFile,
  type PabulibProject,
  type PabulibVote,
  type PabulibVoteType,
  pabulibVoteTypes,
} from './pabulib-file.ts';
import { readSemicolonRows, type Row } from './semicolon-rows.ts';

/** A refusal on its way out of the nested readers; never leaves this file. */
type Refusal = { readonly problem: FileProblem };

const SECTIONS = ['META', 'PROJECTS', 'VOTES'] as const;
type SectionName = (typeof SECTIONS)[number];
type Section = { readonly line: number; readonly header: Row; readonly rows: readonly Row[] };

const GREATEST_POINTS = 1e9;

/**
 * Reads a Pabulib file. Refused, with line and reason: a section missing or out of order, a row with too few or too
 * many cells, an amount that is no number, a project or voter named twice, a vote for an unknown project, points
 * that do not match the projects, and counts that differ from those stated in META (a file cut short).
 *
 * A project ticked twice on one approval ballot is accepted and counts once: published files hold such ballots.
 */
export function readPabulib(text: string): Result<PabulibFile, FileProblem> {
  const rows = readSemicolonRows(text);
  if (!rows.ok) return rows;
  const sections = splitSections(rows.value);
  if ('problem' in sections) return refused(sections.problem);

  const meta = readMeta(sections.META);
  if ('problem' in meta) return refused(meta.problem);
  const projects = readProjects(sections.PROJECTS);
  if ('problem' in projects) return refused(projects.problem);
  const votes = readVotes(sections.VOTES, meta.voteType, new Set(projects.map(({ id }) => id)));
  if ('problem' in votes) return refused(votes.problem);

  const counts =
    checkCount(meta, 'num_projects', projects.length, 'projects') ??
    checkCount(meta, 'num_votes', votes.length, 'votes');
  if (counts !== undefined) return refused(counts.problem);
  const { budget, voteType, other } = meta;
  return ok({ meta: other, budget, voteType, projects, votes });
}

function refusal(line: number, reason: string): Refusal {
  return { problem: { line, reason } };
}

function splitSections(rows: readonly Row[]): Record<SectionName, Section> | Refusal {
  const found: Partial<Record<SectionName, Section>> = {};
  const last = rows.at(-1)?.line ?? 1;
  let at = 0;
  for (const [place, name] of SECTIONS.entries()) {
    const row = rows[at];
    if (row === undefined) return refusal(last, `the ${name} section is missing`);
    if (sectionName(row) !== name) return refusal(row.line, `expected the line ${name} here`);
    const header = rows[at + 1];
    if (header === undefined || sectionName(header) !== undefined) {
      return refusal(row.line, `the ${name} section has no header`);
    }
    const begin = at + 2;
    at = begin;
    const next = SECTIONS[place + 1];
    while (at < rows.length) {
      const section = sectionName(rows[at] as Row);
      if (section !== undefined && section !== next) {
        return refusal((rows[at] as Row).line, `a second or misplaced ${section} section`);
      }
      if (section !== undefined) break;
      at += 1;
    }
    found[name] = { line: row.line, header, rows: rows.slice(begin, at) };
  }
  return found as Record<SectionName, Section>;
}

function sectionName(row: Row): SectionName | undefined {
  if (row.cells.slice(1).some((cell) => cell.trim() !== '')) return undefined;
  const first = row.cells[0]?.trim().toUpperCase();
  return SECTIONS.find((name) => name === first);
}

type Meta = {
  readonly budget: string;
  readonly voteType: PabulibVoteType;
  readonly other: Record<string, string>;
  readonly lines: ReadonlyMap<string, number>;
};

function readMeta({ line, header, rows }: Section): Meta | Refusal {
  const [key, value, ...padding] = header.cells.map((cell) => cell.trim());
  if (key !== 'key' || value !== 'value' || padding.some((cell) => cell !== '')) {
    return refusal(header.line, 'the META section begins with the header key;value');
  }
  const other: Record<string, string> = {};
  const lines = new Map<string, number>();
  for (const row of rows) {
    const [name = '', text = ''] = row.cells.map((cell) => cell.trim());
    if (row.cells.length < 2 || row.cells.slice(2).some((cell) => cell.trim() !== '')) {
      return refusal(row.line, `a line of META holds a key and a value, here are ${row.cells.length} cells`);
    }
    if (name === '') return refusal(row.line, 'a key of META is empty');
    if (lines.has(name)) return refusal(row.line, `${name} is stated twice in META`);
    lines.set(name, row.line);
    other[name] = text;
  }
  const { budget } = other;
  const voteType = other['vote_type']?.toLowerCase();
  if (budget === undefined) return refusal(line, 'META states no budget');
  if (!isAmount(budget)) return refusal(lines.get('budget') ?? line, `the budget is no amount: ${budget}`);
  if (voteType === undefined) return refusal(line, 'META states no vote_type');
  if (!isVoteType(voteType)) {
    const known = pabulibVoteTypes.join(', ');
    return refusal(lines.get('vote_type') ?? line, `unknown vote_type ${voteType}; known are ${known}`);
  }
  delete other['budget'];
  delete other['vote_type'];
  return { budget, voteType, other, lines };
}

function isVoteType(text: string): text is PabulibVoteType {
  return (pabulibVoteTypes as readonly string[]).includes(text);
}

/** num_projects and num_votes are checked, then dropped: they are counted anew when the file is written. */
function checkCount(meta: Meta, key: string, counted: number, what: string): Refusal | undefined {
  const stated = meta.other[key];
  if (stated === undefined) return undefined;
  delete meta.other[key];
  if (stated === String(counted)) return undefined;
  const line = meta.lines.get(key) ?? 0;
  if (!/^\d+$/.test(stated)) return refusal(line, `${key} is no whole number: ${stated}`);
  if (Number(stated) === counted) return undefined;
  return refusal(line, `${key} says ${stated}, but the file holds ${counted} ${what}`);
}

type Columns = {
  readonly names: readonly string[];
  /** Cells of a row: more than names where a spreadsheet has padded the header with empty cells. */
  readonly width: number;
  readonly details: readonly (readonly [number, string])[];
};

function readColumns(
  section: Section,
  required: readonly string[],
  own: readonly string[],
): Columns | Refusal {
  const width = section.header.cells.length;
  const names = section.header.cells.map((cell) => cell.trim());
  while (names.at(-1) === '') names.pop();
  for (const [place, name] of names.entries()) {
    if (name === '') return refusal(section.header.line, `column ${place + 1} has no name`);
    if (names.indexOf(name) !== place) return refusal(section.header.line, `column ${name} stands twice`);
  }
  const missing = required.find((name) => !names.includes(name));
  if (missing !== undefined) return refusal(section.header.line, `column ${missing} is missing`);
  const details = [...names.entries()].filter(([, name]) => !own.includes(name));
  return { names, width, details };
}

function wrongWidth(row: Row, columns: Columns): Refusal | undefined {
  const { length } = row.cells;
  const isPadded = () => row.cells.slice(columns.names.length).every((cell) => cell.trim() === '');
  if (length >= columns.names.length && length <= columns.width && isPadded()) return undefined;
  return refusal(row.line, `${columns.names.length} cells expected, ${row.cells.length} found`);
}

function detailsOf(row: Row, columns: Columns): Record<string, string> {
  const details: Record<string, string> = {};
  for (const [place, name] of columns.details) details[name] = (row.cells[place] ?? '').trim();
  return details;
}

function readProjects(section: Section): PabulibProject[] | Refusal {
  const columns = readColumns(section, ['project_id', 'cost'], ['project_id', 'cost']);
  if ('problem' in columns) return columns;
  const idColumn = columns.names.indexOf('project_id');
  const costColumn = columns.names.indexOf('cost');
  const seen = new Set<string>();
  const projects: PabulibProject[] = [];
  for (const row of section.rows) {
    const width = wrongWidth(row, columns);
    if (width !== undefined) return width;
    const id = (row.cells[idColumn] ?? '').trim();
    const cost = (row.cells[costColumn] ?? '').trim();
    if (id === '') return refusal(row.line, 'a project has no project_id');
    if (id.includes(','))
      return refusal(row.line, `a project_id holds a comma, which votes cannot name: ${id}`);
    if (seen.has(id)) return refusal(row.line, `project ${id} stands twice`);
    if (!isAmount(cost)) return refusal(row.line, `the cost of project ${id} is no amount: ${cost}`);
    seen.add(id);
    projects.push({ id, cost, details: detailsOf(row, columns) });
  }
  if (projects.length === 0) return refusal(section.line, 'the PROJECTS section names no project');
  return projects;
}

function readVotes(
  section: Section,
  voteType: PabulibVoteType,
  known: ReadonlySet<string>,
): PabulibVote[] | Refusal {
  const hasPoints = voteType === 'cumulative' || voteType === 'scoring';
  const own = hasPoints ? ['voter_id', 'vote', 'points'] : ['voter_id', 'vote'];
  const columns = readColumns(section, own, own);
  if ('problem' in columns) return columns;
  const voterColumn = columns.names.indexOf('voter_id');
  const voteColumn = columns.names.indexOf('vote');
  const pointsColumn = columns.names.indexOf('points');
  const voters = new Set<string>();
  const votes: PabulibVote[] = [];
  for (const row of section.rows) {
    const width = wrongWidth(row, columns);
    if (width !== undefined) return width;
    const voter = (row.cells[voterColumn] ?? '').trim();
    if (voter === '') return refusal(row.line, 'a vote has no voter_id');
    if (voters.has(voter)) return refusal(row.line, `voter ${voter} votes twice`);
    voters.add(voter);
    const projects = list(row.cells[voteColumn] ?? '');
    const stranger = projects.find((id) => !known.has(id));
    if (stranger !== undefined) return refusal(row.line, strangerReason(voter, stranger));
    const fault = listFault(projects, voteType);
    if (fault !== undefined) return refusal(row.line, `voter ${voter} ${fault}`);
    const details = detailsOf(row, columns);
    if (!hasPoints) {
      votes.push({ voter, projects, details });
      continue;
    }
    const points = list(row.cells[pointsColumn] ?? '');
    if (points.length !== projects.length) {
      const reason = `voter ${voter} names ${projects.length} projects and gives ${points.length} points`;
      return refusal(row.line, reason);
    }
    const wrong = points.find((text) => !isAmount(text, true) || Math.abs(Number(text)) > GREATEST_POINTS);
    if (wrong !== undefined)
      return refusal(row.line, `voter ${voter} gives points that are no number: ${wrong}`);
    votes.push({ voter, projects, points, details });
  }
  return votes;
}

function strangerReason(voter: string, id: string): string {
  return id === ''
    ? `the vote of ${voter} holds an empty name`
    : `the vote of ${voter} names project ${id}, which is not in PROJECTS`;
}

function listFault(projects: readonly string[], voteType: PabulibVoteType): string | undefined {
  if (voteType === 'choose-1' && projects.length > 1)
    return `may choose one project and names ${projects.length}`;
  if (voteType === 'ordinal' && new Set(projects).size !== projects.length) return 'ranks a project twice';
  return undefined;
}

function list(cell: string): string[] {
  const text = cell.trim();
  if (text === '') return [];
  if (!text.includes(' ')) return text.split(',');
  return text.split(',').map((one) => one.trim());
}
