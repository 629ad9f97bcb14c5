import { isBlank } from './lines.ts';

/** One order line read: reused from line to line, so nothing is allocated for each. */
export interface OrderLine {
  count: number;
  length: number;
  readonly choices: Uint16Array;
  readonly tied: Uint8Array;
  /** Where an alternative was last seen, to find one named twice. */
  readonly seenOn: Int32Array;
  hasTie: boolean;
}

export function orderLine(alternatives: number): OrderLine {
  return {
    count: 0,
    length: 0,
    choices: new Uint16Array(alternatives),
    tied: new Uint8Array(alternatives),
    seenOn: new Int32Array(alternatives),
    hasTie: false,
  };
}

const comma = 44;
const colon = 58;
const opening = 123;
const closing = 125;

/**
 * Reads "count: 3,{1,2},4" from `start` to `end` into `order`. Alternatives are numbered from 1 in the file and
 * from 0 in `order`.
 *
 * @returns the reason when the line is malformed, undefined when it is read
 */
export function readOrder(
  text: string,
  start: number,
  end: number,
  line: number,
  order: OrderLine,
): string | undefined {
  const alternatives = order.choices.length;
  let place = start;
  let number = -1;

  function readNumber(): boolean {
    const from = place;
    number = 0;
    for (; place < end; place += 1) {
      const digit = text.charCodeAt(place) - 48;
      if (digit < 0 || digit > 9) break;
      number = number * 10 + digit;
    }
    return place > from && number <= 0xffffffff;
  }
  function skipBlanks(): void {
    while (place < end && isBlank(text.charCodeAt(place))) place += 1;
  }
  const shown = () => `"${text.slice(place, Math.min(end, place + 12))}"`;

  if (!readNumber()) return `expected how many voters gave this order, found ${shown()}`;
  order.count = number;
  skipBlanks();
  if (text.charCodeAt(place) !== colon || place >= end) return `expected ":" after the count`;
  place += 1;
  order.length = 0;
  order.hasTie = false;
  let inGroup = false;
  let groupSize = 0;
  for (;;) {
    skipBlanks();
    if (!inGroup && text.charCodeAt(place) === opening && place < end) {
      inGroup = true;
      groupSize = 0;
      place += 1;
      skipBlanks();
    }
    if (place >= end) return inGroup ? 'a group opened with "{" is not closed' : 'an alternative is missing';
    if (!readNumber()) return `expected the number of an alternative, found ${shown()}`;
    if (number < 1 || number > alternatives)
      return `alternative ${number} is not between 1 and ${alternatives}`;
    if (order.seenOn[number - 1] === line) return `alternative ${number} stands twice in one order`;
    order.seenOn[number - 1] = line;
    order.choices[order.length] = number - 1;
    order.tied[order.length] = inGroup && groupSize > 0 ? 1 : 0;
    if (groupSize > 0) order.hasTie = true;
    order.length += 1;
    if (inGroup) groupSize += 1;
    skipBlanks();
    if (inGroup && text.charCodeAt(place) === closing && place < end) {
      inGroup = false;
      groupSize = 0;
      place += 1;
      skipBlanks();
    }
    if (place >= end) return inGroup ? 'a group opened with "{" is not closed' : undefined;
    if (text.charCodeAt(place) !== comma) return `expected "," between alternatives, found ${shown()}`;
    place += 1;
  }
}
