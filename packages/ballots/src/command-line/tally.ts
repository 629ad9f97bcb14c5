import { readFile } from 'node:fs/promises';
import { help, readArguments } from './arguments.ts';
import { countFile } from './count-file.ts';

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
  const report = countFile(text, request.value);
  if (!report.ok) {
    const { line, reason } = report.problem;
    return refuse(`${request.value.file}: ${line > 0 ? `line ${line}: ` : ''}${reason}\n`);
  }
  process.stdout.write(`${JSON.stringify(report.value)}\n`);
}

/** The text of a UTF-8 file; null when there is no such file or it is not text. */
async function readText(file: string): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch {
    return null;
  }
}

function refuse(reason: string): void {
  process.stderr.write(reason);
  process.exitCode = refusedStatus;
}

await main(process.argv.slice(2));
