import { ok, refused, type Result } from '@samleng/kernel';
import type { BallotProfile } from '../profile/profile.ts';
import { profileBuilder, type ProfileBuilder } from '../profile/profile-builder.ts';
import type { FileProblem } from './file-problem.ts';
import { eachLine } from './lines.ts';
import { orderLine, readOrder, type OrderLine } from './preflib-order.ts';

/**
 * The ordinal kinds of PrefLib: strict or with ties (s, t), complete or incomplete (c, i).
 * Source: PrefLib, "Data format", preflib.org/format; N. Mattei, T. Walsh, PrefLib: a library for preferences,
 * Algorithmic Decision Theory 2013.
 */
export const prefLibKinds = ['soc', 'soi', 'toc', 'toi'] as const;
export type PrefLibKind = (typeof prefLibKinds)[number];

export interface PrefLibFile {
  readonly kind: PrefLibKind;
  readonly title: string;
  /** Other header lines as they stand in the file: "DESCRIPTION", "PUBLICATION DATE" and so on. */
  readonly header: Readonly<Record<string, string>>;
  /** Name of each alternative; its number when the file gives none. */
  readonly names: readonly string[];
  /** Options are the alternatives' numbers in the file, from 1. */
  readonly profile: BallotProfile<number>;
  /** The first line whose order ranks two alternatives level; null when none does. */
  readonly lineWithTie: number | null;
}

const counted = ['NUMBER ALTERNATIVES', 'NUMBER VOTERS', 'NUMBER UNIQUE ORDERS'] as const;
const nameKey = /^ALTERNATIVE NAME (\d+)$/;

interface Reading {
  readonly header: Record<string, string>;
  readonly headerLines: Record<string, number>;
  readonly names: string[];
  builder: ProfileBuilder<number> | null;
  order: OrderLine;
  orders: number;
  voters: number;
  lineWithTie: number | null;
}

/**
 * Reads a PrefLib file with strict or tied, complete or incomplete orders. What the header says must hold: the
 * number of alternatives, voters and orders, and that orders are strict or complete where the kind says so.
 *
 * @param kind what the file's name ends in; a "DATA TYPE" line must agree with it
 */
export function readPrefLib(text: string, kind: PrefLibKind): Result<PrefLibFile, FileProblem> {
  const reading: Reading = {
    header: {},
    headerLines: {},
    names: [],
    builder: null,
    order: orderLine(0),
    orders: 0,
    voters: 0,
    lineWithTie: null,
  };
  const problem = eachLine<FileProblem>(text, (start, end, line) => {
    if (start === end) return undefined;
    const reason =
      text.charCodeAt(start) === 35
        ? readHeaderLine(reading, text.slice(start + 1, end), line, kind)
        : readOrderLine(reading, text, start, end, line, kind);
    return reason === undefined ? undefined : { line, reason };
  });
  if (problem !== undefined) return refused(problem);
  const untrue = checkTotals(reading);
  if (untrue !== undefined) return refused(untrue);
  return ok({
    kind,
    title: reading.header['TITLE'] ?? '',
    header: reading.header,
    names: reading.names,
    profile: reading.builder!.finish(),
    lineWithTie: reading.lineWithTie,
  });
}

function readHeaderLine(reading: Reading, content: string, line: number, kind: string): string | undefined {
  const split = content.indexOf(':');
  // A remark of whoever kept the file: it names nothing that is read.
  if (split < 0) return undefined;
  const key = content.slice(0, split).trim();
  const value = content.slice(split + 1).trim();
  if (reading.builder !== null) return `header line "${key}" after the first order`;
  if (key in reading.headerLines) return `"${key}" stands twice`;
  reading.headerLines[key] = line;
  const named = nameKey.exec(key);
  if (named !== null) {
    reading.names[Number(named[1]) - 1] = value;
    return Number(named[1]) < 1 ? 'alternatives are numbered from 1' : undefined;
  }
  if ((counted as readonly string[]).includes(key) && !/^\d+$/.test(value)) return `"${key}" is not a number`;
  if (key === 'DATA TYPE' && value !== kind)
    return `the data type is "${value}", the file is read as "${kind}"`;
  reading.header[key] = value;
  return undefined;
}

function readOrderLine(
  reading: Reading,
  text: string,
  start: number,
  end: number,
  line: number,
  kind: PrefLibKind,
): string | undefined {
  if (reading.builder === null) {
    const reason = openOrders(reading);
    if (reason !== undefined) return reason;
  }
  const { order } = reading;
  const reason = readOrder(text, start, end, line, order);
  if (reason !== undefined) return reason;
  if (order.hasTie && kind.startsWith('s')) return `a .${kind} file has no ties within an order`;
  const alternatives = order.choices.length;
  if (order.length < alternatives && kind.endsWith('c')) {
    return `a .${kind} file ranks all ${alternatives} alternatives in every order; here are ${order.length}`;
  }
  if (order.hasTie) reading.lineWithTie ??= line;
  reading.orders += 1;
  reading.voters += order.count;
  if (reading.voters > 0xffffffff) return 'more voters than can be counted';
  const tied = order.hasTie ? order.tied : null;
  // Published files list orders that nobody gave, with a count of 0.
  if (order.count > 0) reading.builder!.add(order.choices.subarray(0, order.length), order.count, tied);
  return undefined;
}

/** The header is complete when the first order comes: from here on its numbers are used. */
function openOrders(reading: Reading): string | undefined {
  for (const key of counted) if (!(key in reading.header)) return `no "# ${key}:" before the first order`;
  const alternatives = Number(reading.header['NUMBER ALTERNATIVES']);
  if (alternatives < 1 || alternatives > 32_000) return 'the number of alternatives must be 1 to 32000';
  if (reading.names.length > alternatives) {
    return `alternative ${reading.names.length} has a name, but there are ${alternatives} alternatives`;
  }
  for (let i = 0; i < alternatives; i += 1) reading.names[i] ??= String(i + 1);
  reading.builder = profileBuilder(Array.from({ length: alternatives }, (_, i) => i + 1));
  reading.order = orderLine(alternatives);
  return undefined;
}

function checkTotals(reading: Reading): FileProblem | undefined {
  if (reading.builder === null && openOrders(reading) !== undefined) {
    return { line: 1, reason: 'the file has no orders' };
  }
  const { header, headerLines, orders, voters } = reading;
  if (Number(header['NUMBER VOTERS']) !== voters) {
    const reason = `the header says ${header['NUMBER VOTERS']} voters, the orders are of ${voters}`;
    return { line: headerLines['NUMBER VOTERS']!, reason };
  }
  if (Number(header['NUMBER UNIQUE ORDERS']) !== orders) {
    const reason = `the header says ${header['NUMBER UNIQUE ORDERS']} orders, the file has ${orders}`;
    return { line: headerLines['NUMBER UNIQUE ORDERS']!, reason };
  }
  return undefined;
}
