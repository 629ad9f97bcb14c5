/**
 * One line to the log: what went wrong, in which request. Never what a person wrote, a receipt, a variable or an
 * address: of a fault only its kind and where in our code it arose.
 */
export function logFault(what: string, requestId: string, fault: unknown): void {
  const line = {
    level: 'error',
    time: new Date().toISOString(),
    what,
    requestId,
    fault: fault instanceof Error ? fault.name : typeof fault === 'object' ? 'object' : String(fault),
    where: fault instanceof Error ? placesIn(fault) : undefined,
  };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

/** The lines of a stack that name places, without the message that stands before them. */
function placesIn(fault: Error): string[] {
  return (fault.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim());
}
