/** What a person said to a statement: agree 1, pass 0, disagree −1. Not having seen it is no vote at all. */
export type OpinionVote = -1 | 0 | 1;

/**
 * All votes, row by row: person p voted on `statement[start[p]] … statement[start[p + 1] − 1]`, in the order of the
 * statements. People and statements stand in the order of their ids (as numbers when all are whole numbers, else by
 * Unicode code point), so that the order in which votes arrived changes nothing that is worked out from them.
 */
export type OpinionVotes = {
  readonly participants: readonly string[];
  readonly statements: readonly string[];
  readonly start: Int32Array;
  readonly statement: Int32Array;
  readonly vote: Int8Array;
};

/** Takes votes as they come; a later vote of a person on a statement replaces the earlier one. */
export type VoteCollector = {
  add(participant: string, statement: string, vote: OpinionVote): void;
  votes(): OpinionVotes;
};

/**
 * @example
 *   const collector = collectVotes();
 *   collector.add('dara', 's1', 1);
 *   collector.votes().participants // ['dara']
 */
export function collectVotes(): VoteCollector {
  const participantOf = new Map<string, number>();
  const statementOf = new Map<string, number>();
  let people = new Int32Array(1024);
  let statements = new Int32Array(1024);
  let votes = new Int8Array(1024);
  let size = 0;
  return {
    add(participant, statement, vote) {
      if (size === people.length) {
        people = grown(people, new Int32Array(size * 2));
        statements = grown(statements, new Int32Array(size * 2));
        votes = grown(votes, new Int8Array(size * 2));
      }
      people[size] = placeOf(participantOf, participant);
      statements[size] = placeOf(statementOf, statement);
      votes[size] = vote;
      size += 1;
    },
    votes() {
      const byPerson = inOrder([...participantOf.keys()]);
      const byStatement = inOrder([...statementOf.keys()]);
      return {
        participants: byPerson.ids,
        statements: byStatement.ids,
        ...rows(
          size,
          (at) => byPerson.placeOf[people[at] as number] as number,
          (at) => byStatement.placeOf[statements[at] as number] as number,
          (at) => votes[at] as number,
          byPerson.ids.length,
          byStatement.ids.length,
        ),
      };
    },
  };
}

/** The same votes without those on some statements, as if these had never been put. Nobody drops out of the list. */
export function withoutStatements(votes: OpinionVotes, leaveOut: ReadonlySet<string>): OpinionVotes {
  const kept = votes.statements.flatMap((id, place) => (leaveOut.has(id) ? [] : [place]));
  if (kept.length === votes.statements.length) return votes;
  const placeOf = new Int32Array(votes.statements.length).fill(-1);
  for (const [place, before] of kept.entries()) placeOf[before] = place;
  const start = new Int32Array(votes.start.length);
  const statement = new Int32Array(votes.statement.length);
  const vote = new Int8Array(votes.vote.length);
  let size = 0;
  for (let person = 0; person < votes.participants.length; person += 1) {
    for (let entry = votes.start[person] as number; entry < (votes.start[person + 1] as number); entry += 1) {
      const place = placeOf[votes.statement[entry] as number] as number;
      if (place === -1) continue;
      statement[size] = place;
      vote[size] = votes.vote[entry] as number;
      size += 1;
    }
    start[person + 1] = size;
  }
  return {
    participants: votes.participants,
    statements: kept.map((place) => votes.statements[place] ?? ''),
    start,
    statement: statement.slice(0, size),
    vote: vote.slice(0, size),
  };
}

function grown<Numbers extends Int32Array | Int8Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}

function placeOf(places: Map<string, number>, id: string): number {
  let place = places.get(id);
  if (place === undefined) {
    place = places.size;
    places.set(id, place);
  }
  return place;
}

function inOrder(ids: readonly string[]): { ids: string[]; placeOf: Int32Array } {
  const areNumbers = ids.every((id) => /^\d{1,15}$/.test(id));
  const sorted = ids
    .map((id, arrived) => ({ id, arrived }))
    .sort(
      areNumbers
        ? (left, right) => Number(left.id) - Number(right.id) || (left.id < right.id ? -1 : 1)
        : (left, right) => byCodePoint(left.id, right.id),
    );
  const places = new Int32Array(ids.length);
  for (const [place, { arrived }] of sorted.entries()) places[arrived] = place;
  return { ids: sorted.map(({ id }) => id), placeOf: places };
}

function byCodePoint(left: string, right: string): number {
  const leftPoints = Array.from(left, (character) => character.codePointAt(0) ?? 0);
  const rightPoints = Array.from(right, (character) => character.codePointAt(0) ?? 0);
  for (const [at, point] of leftPoints.entries()) {
    const difference = point - (rightPoints[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return leftPoints.length - rightPoints.length;
}

/** Two counting sorts (by statement, then stably by person), then the last of equal pairs is kept. */
function rows(
  size: number,
  person: (at: number) => number,
  statement: (at: number) => number,
  vote: (at: number) => number,
  people: number,
  statements: number,
): Pick<OpinionVotes, 'start' | 'statement' | 'vote'> {
  const arrival = sortedBy(size, statements, (at) => at, statement);
  const order = sortedBy(size, people, (at) => arrival[at] as number, person);
  const start = new Int32Array(people + 1);
  const columns = new Int32Array(size);
  const values = new Int8Array(size);
  let kept = 0;
  let row = 0;
  for (let at = 0; at < size; at += 1) {
    const entry = order[at] as number;
    const who = person(entry);
    const what = statement(entry);
    while (row < who) start[++row] = kept;
    const isRepeated = kept > (start[row] as number) && columns[kept - 1] === what;
    if (!isRepeated) kept += 1;
    columns[kept - 1] = what;
    values[kept - 1] = vote(entry);
  }
  while (row < people) start[++row] = kept;
  return { start, statement: columns.slice(0, kept), vote: values.slice(0, kept) };
}

function sortedBy(
  size: number,
  keys: number,
  from: (at: number) => number,
  key: (entry: number) => number,
): Int32Array {
  const next = new Int32Array(keys + 1);
  for (let at = 0; at < size; at += 1) {
    const slot = key(at) + 1;
    next[slot] = (next[slot] as number) + 1;
  }
  for (let slot = 0; slot < keys; slot += 1)
    next[slot + 1] = (next[slot + 1] as number) + (next[slot] as number);
  const sorted = new Int32Array(size);
  for (let at = 0; at < size; at += 1) {
    const entry = from(at);
    const slot = key(entry);
    const place = next[slot] as number;
    sorted[place] = entry;
    next[slot] = place + 1;
  }
  return sorted;
}
