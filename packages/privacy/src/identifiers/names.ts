import type { Finding } from './finding.ts';
import {
  khmerFamilyNames,
  khmerGivenNames,
  khmerNoNames,
  latinFamilyNames,
  latinGivenNames,
  latinNoNames,
} from './name-lists.ts';

const khmerTitle =
  /(?:លោកគ្រូ|អ្នកគ្រូ|គ្រូបង្រៀន|គ្រូ|លោកស្រី|អ្នកស្រី|លោកតា|លោកយាយ|លោកពូ|អ្នកមីង|អ្នកនាង|(?<!ខែ ?)កញ្ញា|លោក|ពូ|មីង|អ៊ំ|បងប្រុស|បងស្រី|បង|ប្អូនស្រី|ប្អូនប្រុស|ប្អូន|ព្រះតេជគុណ|មេភូមិ|មេឃុំ|ចៅសង្កាត់|នាយកសាលា|នាយក|នាយិកា|វេជ្ជបណ្ឌិត|ថៅកែ|មិត្តខ្ញុំ|មិត្ត|តា|យាយ|នាង|អា|ឪពុកខ្ញុំ|ម្តាយខ្ញុំ|ប៉ូលិស|យុវជន|សិស្ស)/gu;
/** Syllables of many other words (Takeo, Sunday, friendship): titles only before a space. */
const weak = /^(?:តា|យាយ|នាង|អា|មិត្ត|យុវជន|សិស្ស|ប៉ូលិស)$/u;
/** After these, a space and any short word that is no other known word is taken for a name. */
const addressed =
  /^(?:លោកគ្រូ|អ្នកគ្រូ|លោកស្រី|អ្នកស្រី|លោកតា|លោកយាយ|លោកពូ|អ្នកមីង|អ្នកនាង|កញ្ញា|លោក|ពូ|មីង|អ៊ំ|បង|បងប្រុស|បងស្រី|ព្រះតេជគុណ|មេភូមិ|មេឃុំ|នាយកសាលា)$/u;
const called = /(?<!ចុះ|បញ្ចេញ|ដាក់|គ្មាន|អត់|បញ្ជី|សួរ|រក្សា|សរសេរ|បង្ហាញ|ប្រាប់|លាក់|បង្ខូច|កេរ្តិ៍)ឈ្មោះ(?: ?(?:ថា|គឺ|ជា))?/gu;

const cluster = /[\u1780-\u17B3](?:\u17D2[\u1780-\u17B3]|[\u17B4-\u17D3\u17DD])*/uy;
const byLength = (names: readonly string[]) => [...new Set(names)].sort((a, b) => b.length - a.length);
const given = byLength(khmerGivenNames);
const noName = byLength(khmerNoNames);
const anyName = byLength([...khmerGivenNames, ...khmerFamilyNames]).filter(
  (name) => !khmerNoNames.includes(name),
);
const longestName = 6;

/** Names of people, by their titles, by "ឈ្មោះ" and "my name is", and names that are no other word. */
export function namesIn(text: string): Finding[] {
  return [...khmerNamesIn(text), ...latinNamesIn(text)].map(([start, end]) => ({ kind: 'NAME', start, end }));
}

type Span = readonly [start: number, end: number];

function khmerNamesIn(text: string): Span[] {
  const found: Span[] = [];
  for (const { 0: title, index } of text.matchAll(khmerTitle)) {
    if (!isWordStart(text, index)) continue;
    const after = index + title.length;
    const end = afterTitle(text, title, after);
    if (end > after) found.push([skipSpace(text, after), end]);
  }
  for (const { 0: word, index } of text.matchAll(called)) {
    const start = skipSpace(text, index + word.length);
    const end = afterCalled(text, start);
    if (end > start) found.push([start, end]);
  }
  // Names that are no other word, wherever they stand, with a family name before or after.
  for (let at = 0; at < text.length; at += 1) {
    if (text[at]! < '\u1780' || text[at]! > '\u17B3' || text[at - 1] === '\u17D2') continue;
    const end = nameAt(text, at, given);
    if (end === -1) continue;
    found.push([at, namesFrom(text, at, given)]);
    at = end - 1;
  }
  return found;
}

function afterTitle(text: string, title: string, after: number): number {
  if (isMark(text[after])) return -1;
  const start = skipSpace(text, after);
  if (start - after > 1 || (start === after && weak.test(title))) return -1;
  const latin = /(?:\p{Lu}[\p{L}'-]*\.?)(?: \p{Lu}[\p{L}'-]*){0,2}/uy;
  latin.lastIndex = start;
  const match = latin.exec(text);
  if (match) return start + match[0].length;
  const first = nameAt(text, start, anyName);
  if (first !== -1) {
    const all = namesFrom(text, start);
    if (all > first) return all;
    // A short name that other letters follow is mostly the start of another word: health is no Mr. Sok.
    if (nameAt(text, start, given) === first || !isKhmer(text[first]) || startsNoName(text, first))
      return first;
    return -1;
  }
  if (start === after) return -1;
  if (!addressed.test(title) || startsNoName(text, start)) return -1;
  return shortWord(text, start, 4);
}

function afterCalled(text: string, start: number): number {
  const latin = /[\p{Script=Latin}][\p{Script=Latin}'-]*(?: \p{Lu}[\p{Script=Latin}'-]*){0,2}/uy;
  latin.lastIndex = start;
  const match = latin.exec(text);
  if (match) return start + match[0].length;
  const named = namesFrom(text, start);
  if (named === -1 && startsNoName(text, start)) return -1;
  let end = named === -1 ? start : named;
  if (named === -1 || (isKhmer(text[named]) && !startsNoName(text, named))) end = run(text, end, longestName);
  const next = skipSpace(text, end);
  if (next === end || next - end > 1) return end;
  return nameAt(
    text,
    next,
    anyName,
    startsNoName(text, next) ? end : Math.max(end, shortWord(text, next, 3)),
  );
}

/** Where up to three names, side by side or a space apart, end; -1 when none stands here. */
function namesFrom(text: string, start: number, first: readonly string[] = anyName): number {
  let end = nameAt(text, start, first);
  for (let count = 1; count < 3 && end !== -1; count += 1) {
    const next = skipSpace(text, end);
    if (next - end > 1) break;
    const further = nameAt(text, next, anyName);
    if (
      further === -1 ||
      (isKhmer(text[further]) && !startsNoName(text, further) && nameAt(text, further, anyName) === -1)
    )
      break;
    end = further;
  }
  return end;
}

/** The end of a whole chunk of at most so many clusters, or -1. */
function shortWord(text: string, start: number, most: number): number {
  const end = run(text, start, most);
  return end > start && !isKhmer(text[end]) ? end : -1;
}

/** As many clusters from here as there are, to a limit, stopping before a known word. */
function run(text: string, start: number, most: number): number {
  let end = start;
  for (let count = 0; count < most; count += 1) {
    if (end > start && startsNoName(text, end)) break;
    cluster.lastIndex = end;
    const next = cluster.exec(text);
    if (!next) break;
    end += next[0].length;
  }
  return end;
}

/** Where the longest name of the list that stands here ends, or the other value. */
function nameAt(text: string, start: number, names: readonly string[], otherwise = -1): number {
  for (const name of names) {
    if (text.startsWith(name, start) && !isMark(text[start + name.length])) return start + name.length;
  }
  return otherwise;
}

function startsNoName(text: string, start: number): boolean {
  return nameAt(text, start, noName) !== -1;
}

function isWordStart(text: string, index: number): boolean {
  return text[index - 1] !== '\u17D2';
}

function isMark(unit: string | undefined): boolean {
  return unit !== undefined && ((unit >= '\u17B4' && unit <= '\u17D3') || unit === '\u17DD');
}

function isKhmer(unit: string | undefined): boolean {
  return (
    unit !== undefined && unit >= '\u1780' && unit <= '\u17DD' && !(unit >= '\u17D4' && unit <= '\u17DC')
  );
}

function skipSpace(text: string, at: number): number {
  let next = at;
  while (text[next] === ' ') next += 1;
  return next;
}

const latinTitle =
  /(?<![\p{L}\p{N}])(?:(?:my |our |the )?(?:teacher|mr|mrs|ms|miss|sir|madam|dr|doctor|uncle|aunt|auntie|aunty|brother|sister|bro|sis|grandpa|grandma|friend|classmate|principal|director|chief|officer|monk|venerable|police officer|policeman|boss|coach|pastor|cousin|neighbour|neighbor|lok kru|lokru|neak kru|kru|krou|pu|ming|om|bong|poun|lok|neang|yeay))\.? /giu;
const latinCalled =
  /(?<![\p{L}\p{N}])(?:(?:my|his|her|their|whose|the|teacher's|boy's|girl's|man's|friend's)? ?(?:full |real )?names? (?:is|are|was)|named|name:|nick ?name is|i am called|is called|he is called|she is called|called|chhmous|chmous|chmuos|chhmuos) /giu;
const introduced = /(?<![\p{L}\p{N}])(?:i am|i'm|im|this is|it is|it was|its|it's|knhom) /giu;
/** Given names from elsewhere that another capitalised word makes a full name. */
const foreign = /^(?:John|David|Peter|Mary|James|Sarah|Anna|Paul|Daniel|Michael|Robert|Thomas|Maria)$/;
/** Districts that read like two names. */
const places = /^(?:sen sok|keo seima|chan mongkol)$/i;
const latinWord = /[\p{Script=Latin}][\p{Script=Latin}'’-]*/uy;

function latinNamesIn(text: string): Span[] {
  const found: Span[] = [];
  for (const { 0: title, index } of text.matchAll(latinTitle)) {
    const start = index + title.length;
    const shouting = title.trim() === title.trim().toUpperCase() && title.trim().length > 3;
    add(
      found,
      start,
      latinNameFrom(text, start, shouting ? isListed : (word) => isListed(word) || isCapitalised(word)),
    );
  }
  for (const { 0: intro, index } of text.matchAll(latinCalled)) {
    const start = index + intro.length;
    const calls = /(?:called|named) $/i.test(intro) && !/(?:am|is) called $/i.test(intro);
    add(
      found,
      start,
      latinNameFrom(text, start, calls ? (word) => isListed(word) || isCapitalised(word) : isNoOtherWord),
    );
  }
  for (const { 0: intro, index } of text.matchAll(introduced)) {
    const start = index + intro.length;
    add(
      found,
      start,
      latinNameFrom(
        text,
        start,
        (word) => latinGivenNames.has(word.toLowerCase()) || (isCapitalised(word) && isListed(word)),
      ),
    );
  }
  for (const { 0: word, index } of text.matchAll(
    /(?<![\p{L}\p{N}@._-])[\p{Script=Latin}]{2,20}(?![\p{L}\p{N}])/gu,
  )) {
    const next = index + word.length;
    const lower = word.toLowerCase();
    const follower = text[next] === ' ' ? wordAt(text, next + 1) : undefined;
    const pair =
      follower !== undefined &&
      isCapitalised(word) &&
      isCapitalised(follower) &&
      (foreign.test(word) || (isListed(word) && isListed(follower)));
    if (pair && !places.test(text.slice(index, next + 1 + follower.length)))
      found.push([index, next + 1 + follower.length]);
    else if (latinGivenNames.has(lower)) {
      const goesOn = follower !== undefined && isListed(follower) && isCapitalised(follower);
      found.push([index, goesOn ? next + 1 + follower.length : next]);
    }
  }
  return found;
}

function add(found: Span[], start: number, end: number): void {
  if (end > start) found.push([start, end]);
}

/** One to three words that may be a name, the first by the given judge, the others capitalised or listed. */
function latinNameFrom(text: string, start: number, mayBegin: (word: string) => boolean): number {
  let end = start;
  for (let count = 0; count < 3; count += 1) {
    const at = count === 0 ? start : end + 1;
    if (count > 0 && text[end] !== ' ') break;
    const word = wordAt(text, at);
    if (word === undefined || latinNoNames.has(word.toLowerCase())) break;
    if (!(count === 0 ? mayBegin(word) : isCapitalised(word) || latinGivenNames.has(word.toLowerCase())))
      break;
    end = at + word.length;
  }
  return end;
}

function wordAt(text: string, at: number): string | undefined {
  latinWord.lastIndex = at;
  return latinWord.exec(text)?.[0];
}

function isListed(word: string): boolean {
  return latinGivenNames.has(word.toLowerCase()) || latinFamilyNames.has(word.toLowerCase());
}

function isCapitalised(word: string): boolean {
  return /^\p{Lu}/u.test(word) && !latinNoNames.has(word.toLowerCase());
}

function isNoOtherWord(word: string): boolean {
  return (
    !latinNoNames.has(word.toLowerCase()) &&
    !/^(?:secret|private|important|needed|required|not|unknown|on|written|very|too|like|there|never|now)$/i.test(
      word,
    )
  );
}
