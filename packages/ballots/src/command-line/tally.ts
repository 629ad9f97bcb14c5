import { readFile } from 'node:fs/promises';
import { help, readArguments, type TallyRequest } from './arguments.ts';
import { countFile } from './count-file.ts';
import { unfit } from './count-profile.ts';

const refusedStatus = 2;

/** Prints the result to standard output, or why there is none to standard error. */
async function main(words: readonly string[]): Promise<void> {
  if (words.includes('--help')) {
    process.stdout.write(help);
    return;
  }
  const request = readArguments(words);
  if (!request.ok) return refuse(`${request.problem}\n\n${help}`);
  const text = await readText(request.value.file);
  if (text === null) return refuse(`${request.value.file}: the file cannot be read\n`);
  const report = countOrSayWhy(text, request.value);
  if (!report.ok) {
    const { line, reason } = report.problem;
    return refuse(`${request.value.file}: ${line > 0 ? `line ${line}: ` : ''}${reason}\n`);
  }
  process.stdout.write(`${JSON.stringify(report.value)}\n`);
}

/** What a rule cannot count although the file is well formed, as points too large to be added exactly, is refused too. */
function countOrSayWhy(text: string, request: TallyRequest): ReturnType<typeof countFile> {
  try {
    return countFile(text, request);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return unfit(error.message);
  }
}

/**
 * The text of a file: UTF-8, or UTF-16 with its byte-order mark, or else Windows-1252 as older programs wrote it.
 * Null when there is no such file or it is not text.
 */
async function readText(file: string): Promise<string | null> {
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return null;
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : undefined;
  const encodings = marked === undefined ? ['utf-8', 'windows-1252'] : [marked];
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // Text holds no control characters but tab and line ends; what does is some other kind of file.
      if (!/[\0-\x08\x0e-\x1f]/.test(text)) return text;
    } catch {
      continue;
    }
  }
  return null;
}

function refuse(reason: string): void {
  process.stderr.write(reason);
  process.exitCode = refusedStatus;
}

await main(process.argv.slice(2));
