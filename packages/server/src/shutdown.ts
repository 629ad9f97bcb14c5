import type { Log } from './logs.ts';

/** Milliseconds after which a stop that hangs is cut. */
const longestStop = 10_000;

/**
 * Stops the service when the system asks (SIGTERM, SIGINT) and when an error nobody caught leaves its state in
 * doubt; the latter ends with exit code 1. A second signal, or 10 s, ends it at once.
 */
export function shutdownOnSignals(stop: () => Promise<void>, log: Log): void {
  let isStopping = false;
  const end = (exitCode: number) => {
    if (isStopping) process.exit(1);
    isStopping = true;
    setTimeout(() => {
      log.error('stopping took too long');
      process.exit(1);
    }, longestStop).unref();
    stop().then(
      () => process.exit(exitCode),
      (error: unknown) => {
        log.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      log.info({ signal }, 'stopping');
      end(0);
    });
  }
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      log.fatal({ err: error instanceof Error ? error : new Error('not an error'), event }, 'stopping');
      end(1);
    });
  }
}
