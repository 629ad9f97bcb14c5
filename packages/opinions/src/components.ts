import { leadingDirections, type SymmetricMatrix } from './leading-directions.ts';
import type { OpinionVotes } from './votes.ts';

/** Two directions in which people differ most, and where each person stands along them. */
export type Components = {
  /** mean vote of each statement over those who voted on it */
  readonly centre: Float64Array;
  /** weight of each statement; zero for statements left out */
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** share of all variation that each direction explains */
  readonly explained: readonly [number, number];
  /** votes per person on the statements in use */
  readonly votesOf: Int32Array;
  /** 2 numbers a person; people who voted on nothing in use stand at the origin */
  readonly positions: Float64Array;
};

/** Above this many statements the sparse matrix is multiplied itself instead of being squared once. */
const MOST_SQUARED = 1500;

/**
 * Principal components of the votes as Polis takes them (C. Small, M. Bjorkegren, T. Erkkilä, L. Shaw, C. Megill,
 * "Polis: Scaling Deliberation by Mapping High Dimensional Opinion Spaces", Recerca 26(2), 2021, section on the
 * mathematics): a vote not given counts as the statement's mean, then the mean is taken off. What was missing becomes
 * zero, so the centred matrix is as sparse as the votes and no dense one is ever built. A person's place is scaled by
 * √(statements / votes of the person), or those who saw little would all stand in the middle.
 *
 * @param leftOut positions of statements that do not take part (moderated out).
 */
export function components(votes: OpinionVotes, leftOut: ReadonlySet<number> = new Set()): Components {
  const people = votes.participants.length;
  const statements = votes.statements.length;
  const inUse = Uint8Array.from({ length: statements }, (_, statement) => (leftOut.has(statement) ? 0 : 1));
  const { centre, votesOf } = meansOf(votes, inUse);
  const matrix =
    statements <= MOST_SQUARED ? squared(votes, centre, inUse) : bySparseProduct(votes, centre, inUse);
  const { values, vectors } = leadingDirections(matrix);
  const [first, second] = vectors;
  const variation = totalVariation(votes, centre, inUse);
  const used = inUse.reduce((sum, one) => sum + one, 0);
  const positions = new Float64Array(people * 2);
  for (let person = 0; person < people; person += 1) {
    const scale = (votesOf[person] as number) === 0 ? 0 : Math.sqrt(used / (votesOf[person] as number));
    let x = 0;
    let y = 0;
    for (let entry = votes.start[person] as number; entry < (votes.start[person + 1] as number); entry += 1) {
      const statement = votes.statement[entry] as number;
      const value = (votes.vote[entry] as number) - (centre[statement] as number);
      x += value * (first[statement] as number);
      y += value * (second[statement] as number);
    }
    positions[person * 2] = x * scale;
    positions[person * 2 + 1] = y * scale;
  }
  const share = (value: number): number => (variation > 0 ? value / variation : 0);
  return { centre, first, second, explained: [share(values[0]), share(values[1])], votesOf, positions };
}

function meansOf(votes: OpinionVotes, inUse: Uint8Array): { centre: Float64Array; votesOf: Int32Array } {
  const centre = new Float64Array(inUse.length);
  const seen = new Float64Array(inUse.length);
  const votesOf = new Int32Array(votes.participants.length);
  for (let person = 0; person < votesOf.length; person += 1) {
    for (let entry = votes.start[person] as number; entry < (votes.start[person + 1] as number); entry += 1) {
      const statement = votes.statement[entry] as number;
      centre[statement] = (centre[statement] as number) + (votes.vote[entry] as number);
      seen[statement] = (seen[statement] as number) + 1;
      votesOf[person] = (votesOf[person] as number) + (inUse[statement] as number);
    }
  }
  return {
    centre: centre.map((sum, statement) => (seen[statement] === 0 ? 0 : sum / (seen[statement] as number))),
    votesOf,
  };
}

function totalVariation(votes: OpinionVotes, centre: Float64Array, inUse: Uint8Array): number {
  let sum = 0;
  for (let entry = 0; entry < votes.vote.length; entry += 1) {
    const statement = votes.statement[entry] as number;
    if (inUse[statement] === 0) continue;
    const value = (votes.vote[entry] as number) - (centre[statement] as number);
    sum += value * value;
  }
  return sum;
}

/** Statement by statement, each person adding the products of what they voted: small, and exact for any spectrum. */
function squared(votes: OpinionVotes, centre: Float64Array, inUse: Uint8Array): SymmetricMatrix {
  const size = inUse.length;
  const cells = new Float64Array(size * size);
  const row = new Float64Array(size);
  const columns = new Int32Array(size);
  for (let person = 0; person < votes.participants.length; person += 1) {
    let length = 0;
    for (let entry = votes.start[person] as number; entry < (votes.start[person + 1] as number); entry += 1) {
      const statement = votes.statement[entry] as number;
      if (inUse[statement] === 0) continue;
      columns[length] = statement;
      row[length] = (votes.vote[entry] as number) - (centre[statement] as number);
      length += 1;
    }
    for (let i = 0; i < length; i += 1) {
      const value = row[i] as number;
      const base = (columns[i] as number) * size;
      for (let j = 0; j <= i; j += 1) {
        const cell = base + (columns[j] as number);
        cells[cell] = (cells[cell] as number) + value * (row[j] as number);
      }
    }
  }
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j < i; j += 1) cells[j * size + i] = cells[i * size + j] as number;
  return {
    size,
    multiply(source, target) {
      for (let i = 0; i < size; i += 1) {
        let sum = 0;
        const base = i * size;
        for (let j = 0; j < size; j += 1) sum += (cells[base + j] as number) * (source[j] as number);
        target[i] = sum;
      }
    },
  };
}

function bySparseProduct(votes: OpinionVotes, centre: Float64Array, inUse: Uint8Array): SymmetricMatrix {
  return {
    size: inUse.length,
    multiply(source, target) {
      target.fill(0);
      for (let person = 0; person < votes.participants.length; person += 1) {
        const end = votes.start[person + 1] as number;
        let along = 0;
        for (let entry = votes.start[person] as number; entry < end; entry += 1) {
          const statement = votes.statement[entry] as number;
          if (inUse[statement] === 0) continue;
          along +=
            ((votes.vote[entry] as number) - (centre[statement] as number)) * (source[statement] as number);
        }
        for (let entry = votes.start[person] as number; entry < end; entry += 1) {
          const statement = votes.statement[entry] as number;
          if (inUse[statement] === 0) continue;
          const value = (votes.vote[entry] as number) - (centre[statement] as number);
          target[statement] = (target[statement] as number) + along * value;
        }
      }
    },
  };
}
