/** English words that lie one slip from a word of harm and are none. */
const otherWords = new Set(
  `looked sports sport rather gather bather farther shared scored slipped rapid rated raced torches teaches torched couches coaches
  kicker marked carried merry slapping sleeping sleeper stepping filled billed pilled killer skilled bearing heating meeting
  seating boating batting betting bathing breathing burned turned learned forged forced fenced stocked stalked followed
  hollow fellow sister mister secret secrets sacred scarce scares stared started starred starved pushed punished polished
  published finished posted pasted tested poster picked packed pocket locker lockers raping taping roping draped scraped
  grapes shaped change chance chase chose close closed clothe threat treat treats threads thread breads breast beast boast
  bottom button cutting putting hitting sitting fitting whipped shipped skipped dripped tripped gripped stripes striped
  strict string strong missing kissing massage message messages passage married worried carries parties cartoon
  private privacy pirate prime prince princess principal principle director doctor factor factory bruised cruised
  molten monster mother brother another bother father fathers feather weather leather neither either abused amused
  refuse refused confuse school schools stuck sticks stacks shock shocked choked chocked strange stranger stronger
  hiding riding siding hating rating eating beaten eaten batter better letter litter little bitter butter
  suffer buffer differ violet violent silence silent patient parent parents present presents student students
  pregnant scream stream cream screen scheme alone along afraid aboard abroad broad bread around ground
  blinding binding winding wedding weeding feeding bleeding breeding reading heading leading threw throw through
  afford effort drinks drunks trunk drink thinks thanks tricks trick bricks brick bridge bridges stripe village`
    .split(/\s+/)
    .filter(Boolean),
);

/** Words a slip is looked for in must be this long, or chance likeness is too frequent. */
const shortest = 6;

/** Finds the word of a list that is one slip (a letter lost, added, changed, or two swapped) away. Constant time. */
export function likenessTo(words: Iterable<string>): (word: string) => string | undefined {
  const known = new Set<string>();
  const byLoss = new Map<string, string>();
  for (const word of words) {
    if (word.length < shortest || !/^[a-z]+$/.test(word)) continue;
    known.add(word);
    for (const shorter of losses(word)) if (!byLoss.has(shorter)) byLoss.set(shorter, word);
  }
  return (word) => {
    if (word.length < shortest || word.length > 20 || otherWords.has(word)) return undefined;
    const found = known.has(word) ? word : byLoss.get(word);
    if (found !== undefined) return sameStart(word, found) ? found : undefined;
    for (const shorter of losses(word)) {
      const near = known.has(shorter) ? shorter : byLoss.get(shorter);
      if (near !== undefined && sameStart(word, near) && Math.abs(near.length - word.length) <= 1)
        return near;
    }
    return undefined;
  };
}

function sameStart(one: string, other: string): boolean {
  return one[0] === other[0];
}

function losses(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}
