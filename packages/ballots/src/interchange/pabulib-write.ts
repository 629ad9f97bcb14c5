import { readDecimal } from '../budgets/amounts.ts';
import { byCodePoint } from '../budgets/ties.ts';
import type { PabulibFile, PabulibProject, PabulibVote } from './pabulib-file.ts';
import { writeSemicolonRow } from './semicolon-rows.ts';

/** The published order of the fields (pabulib.org/format). Fields unknown to it follow after them. */
const META_ORDER =
  'description country unit district subunit instance num_projects num_votes budget vote_type rule date_begin date_end min_length max_length min_sum_cost max_sum_cost min_points max_points min_sum_points max_sum_points default_score min_project_cost max_project_cost min_project_score_threshold neighborhoods subdistricts categories edition language currency fully_funded experimental comment acknowledgments leftover_budget budget_per_category budget_per_neighborhood min_length_per_category max_length_per_category min_sum_cost_per_category max_sum_cost_per_category'.split(
    ' ',
  );
const PROJECT_ORDER =
  'project_id cost votes score name category beneficiaries selected neighborhood subunit district description proposer public_id latitude longitude'.split(
    ' ',
  );
const VOTE_ORDER = 'voter_id vote points age sex voting_method district neighborhood education'.split(' ');

/**
 * Writes a Pabulib file: META, PROJECTS, VOTES, each with its header, fields in the published order. The counts in
 * META and each project's votes (and score, where points are given) are counted anew; projects stand by them,
 * greatest first. Voters stand as given: see `anonymisePabulib` for what must happen before a file is published.
 */
export function writePabulib(file: PabulibFile): string {
  const hasPoints = file.voteType === 'cumulative' || file.voteType === 'scoring';
  const hasScore = hasPoints || file.projects.some((project) => 'score' in project.details);
  const totals = countTotals(file);
  const meta: Record<string, string> = {
    ...file.meta,
    num_projects: String(file.projects.length),
    num_votes: String(file.votes.length),
    budget: file.budget,
    vote_type: file.voteType,
  };
  const projects = file.projects.map((project) => projectCells(project, totals, hasPoints));
  const standing = hasScore ? 'score' : 'votes';
  projects.sort(
    (left, right) =>
      Number(right[standing] ?? 0) - Number(left[standing] ?? 0) ||
      byCodePoint(left['project_id'] ?? '', right['project_id'] ?? ''),
  );
  const rows = [
    ['META'],
    ['key', 'value'],
    ...inOrder(Object.keys(meta), META_ORDER).map((key) => [key, meta[key] ?? '']),
    ['PROJECTS'],
    ...table(projects, PROJECT_ORDER, ['project_id', 'cost']),
    ['VOTES'],
    ...table(
      file.votes.map((vote) => voteCells(vote, hasPoints)),
      VOTE_ORDER,
      hasPoints ? ['voter_id', 'vote', 'points'] : ['voter_id', 'vote'],
    ),
  ];
  return rows.map((row) => `${writeSemicolonRow(row)}\n`).join('');
}

type Cells = Readonly<Record<string, string>>;

function projectCells(
  project: PabulibProject,
  totals: ReadonlyMap<string, Total>,
  hasPoints: boolean,
): Cells {
  const total = totals.get(project.id) ?? { votes: 0, score: 0 };
  return {
    ...project.details,
    project_id: project.id,
    cost: project.cost,
    votes: String(total.votes),
    ...(hasPoints ? { score: String(total.score) } : {}),
  };
}

/** Projects stand by their points, greatest first, as the format asks of votes with points. */
function voteCells(vote: PabulibVote, hasPoints: boolean): Cells {
  if (!hasPoints) return { ...vote.details, voter_id: vote.voter, vote: vote.projects.join() };
  const pairs = vote.projects.map((project, place) => ({ project, points: vote.points?.[place] ?? '0' }));
  pairs.sort((left, right) => Number(right.points) - Number(left.points));
  return {
    ...vote.details,
    voter_id: vote.voter,
    vote: pairs.map(({ project }) => project).join(),
    points: pairs.map(({ points }) => points).join(),
  };
}

type Total = { votes: number; score: number };

function countTotals(file: PabulibFile): Map<string, Total> {
  const units = new Map<string, { votes: number; score: bigint }>();
  const decimals = 9;
  for (const vote of file.votes) {
    const seen = new Map(vote.projects.map((project, place) => [project, vote.points?.[place]]));
    for (const [project, points] of seen) {
      const total = units.get(project) ?? { votes: 0, score: 0n };
      total.votes += 1;
      const read = points === undefined ? undefined : readDecimal(points);
      if (read !== undefined) total.score += read.digits * 10n ** BigInt(decimals - read.decimals);
      units.set(project, total);
    }
  }
  return new Map(
    Array.from(units, ([project, { votes, score }]) => [
      project,
      { votes, score: Number(score) / 10 ** decimals },
    ]),
  );
}

function table(rows: readonly Cells[], order: readonly string[], required: readonly string[]): string[][] {
  const columns = new Set(required);
  for (const row of rows) for (const name of Object.keys(row)) columns.add(name);
  const header = inOrder([...columns], order);
  return [header, ...rows.map((row) => header.map((name) => row[name] ?? ''))];
}

function inOrder(names: readonly string[], order: readonly string[]): string[] {
  const known = order.filter((name) => names.includes(name));
  return [...known, ...names.filter((name) => !order.includes(name))];
}
