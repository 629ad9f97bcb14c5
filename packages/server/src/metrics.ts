import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** Figures of one service for Prometheus. Labels are closed lists: routes and statuses, never ids. */
export type Metrics = {
  readonly registry: Registry;
  readonly contentType: string;
  served(route: string, status: number, seconds: number): void;
  /** A counter of the service's own, made at the first call. */
  count(name: string, help: string, labels?: Record<string, string>): void;
  /** A figure read when asked for. */
  watch(name: string, help: string, read: () => Promise<number>): void;
  text(): Promise<string>;
};

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'http_request_seconds',
    help: 'Seconds from the first byte of a request to the end of its answer',
    labelNames: ['route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const counters = new Map<string, Counter>();
  return {
    registry,
    contentType: registry.contentType,
    served: (route, status, seconds) => requests.observe({ route, status: String(status) }, seconds),
    count(name, help, labels = {}) {
      let counter = counters.get(name);
      if (!counter) {
        counter = new Counter({ name, help, labelNames: Object.keys(labels), registers: [registry] });
        counters.set(name, counter);
      }
      counter.inc(labels);
    },
    watch(name, help, read) {
      new Gauge({
        name,
        help,
        registers: [registry],
        async collect() {
          this.set(await read());
        },
      });
    },
    text: () => registry.metrics(),
  };
}
