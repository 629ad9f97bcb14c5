import { leadingDirections, type SymmetricMatrix } from './leading-directions.ts';
import type { OpinionVotes } from './votes.ts';

/** Two directions in which people differ most, and where each person stands along them. */
export type Components = {
  /** mean vote of each statement over those who voted on it */
  readonly centre: Float64Array;
  /** weight of each statement */
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** share of all variation that each direction explains */
  readonly explained: readonly [number, number];
  /** votes per person */
  readonly votesOf: Int32Array;
  /** 2 numbers a person; people who voted on nothing stand at the origin */
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
 */
export function components(votes: OpinionVotes): Components {
  const people = votes.participants.length;
  const statements = votes.statements.length;
  const centre = meansOf(votes);
  const { values, vectors } = leadingDirections(
    statements <= MOST_SQUARED ? squared(votes, centre) : bySparseProduct(votes, centre),
  );
  const [first, second] = vectors;
  const variation = totalVariation(votes, centre);
  const votesOf = new Int32Array(people);
  const positions = new Float64Array(people * 2);
  for (let person = 0; person < people; person += 1) {
    const end = votes.start[person + 1] as number;
    const given = end - (votes.start[person] as number);
    const scale = given === 0 ? 0 : Math.sqrt(statements / given);
    let x = 0;
    let y = 0;
    for (let entry = votes.start[person] as number; entry < end; entry += 1) {
      const statement = votes.statement[entry] as number;
      const value = (votes.vote[entry] as number) - (centre[statement] as number);
      x += value * (first[statement] as number);
      y += value * (second[statement] as number);
    }
    votesOf[person] = given;
    positions[person * 2] = x * scale;
    positions[person * 2 + 1] = y * scale;
  }
  const share = (value: number): number => (variation > 0 ? value / variation : 0);
  return { centre, first, second, explained: [share(values[0]), share(values[1])], votesOf, positions };
}

function meansOf(votes: OpinionVotes): Float64Array {
  const sums = new Float64Array(votes.statements.length);
  const seen = new Float64Array(votes.statements.length);
  for (let entry = 0; entry < votes.vote.length; entry += 1) {
    const statement = votes.statement[entry] as number;
    sums[statement] = (sums[statement] as number) + (votes.vote[entry] as number);
    seen[statement] = (seen[statement] as number) + 1;
  }
  return sums.map((sum, statement) => (seen[statement] === 0 ? 0 : sum / (seen[statement] as number)));
}

function totalVariation(votes: OpinionVotes, centre: Float64Array): number {
  let sum = 0;
  for (let entry = 0; entry < votes.vote.length; entry += 1) {
    const statement = votes.statement[entry] as number;
    const value = (votes.vote[entry] as number) - (centre[statement] as number);
    sum += value * value;
  }
  return sum;
}

/** Statement by statement, each person adding the products of what they voted: small, and exact for any spectrum. */
function squared(votes: OpinionVotes, centre: Float64Array): SymmetricMatrix {
  const size = votes.statements.length;
  const cells = new Float64Array(size * size);
  const row = new Float64Array(size);
  const columns = new Int32Array(size);
  for (let person = 0; person < votes.participants.length; person += 1) {
    let length = 0;
    for (let entry = votes.start[person] as number; entry < (votes.start[person + 1] as number); entry += 1) {
      const statement = votes.statement[entry] as number;
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

function bySparseProduct(votes: OpinionVotes, centre: Float64Array): SymmetricMatrix {
  return {
    size: votes.statements.length,
    multiply(source, target) {
      target.fill(0);
      for (let person = 0; person < votes.participants.length; person += 1) {
        const end = votes.start[person + 1] as number;
        let along = 0;
        for (let entry = votes.start[person] as number; entry < end; entry += 1) {
          const statement = votes.statement[entry] as number;
          along +=
            ((votes.vote[entry] as number) - (centre[statement] as number)) * (source[statement] as number);
        }
        for (let entry = votes.start[person] as number; entry < end; entry += 1) {
          const statement = votes.statement[entry] as number;
          const value = (votes.vote[entry] as number) - (centre[statement] as number);
          target[statement] = (target[statement] as number) + along * value;
        }
      }
    },
  };
}
