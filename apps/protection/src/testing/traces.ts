/** The phrase as it could lie about: UTF-8, UTF-16 both ways, base64 at each of its three offsets, hexadecimal. */
export function spellings(phrase: string): { name: string; bytes: Buffer }[] {
  const utf8 = Buffer.from(phrase);
  const utf16 = Buffer.from(phrase, 'utf16le');
  const swapped = Buffer.from(utf16).swap16();
  const base64 = [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), utf8])
      .toString('base64')
      .replace(/=+$/, '');
    // What stands at the edges depends on the neighbours.
    return { name: `base64+${offset}`, bytes: Buffer.from(text.slice(offset === 0 ? 0 : 4, -4)) };
  });
  return [
    { name: 'UTF-8', bytes: utf8 },
    { name: 'UTF-16LE', bytes: utf16 },
    { name: 'UTF-16BE', bytes: swapped },
    ...base64,
    { name: 'hex', bytes: Buffer.from(utf8.toString('hex')) },
  ];
}

/** Where phrases stand in some bytes, in any of their spellings: each as a sentence. */
export function tracesIn(where: string, content: Buffer, phrases: readonly string[]): string[] {
  return phrases.flatMap((phrase) =>
    spellings(phrase)
      .filter(({ bytes }) => content.includes(bytes))
      .map(({ name }) => `${phrase} in ${where} as ${name}`),
  );
}
