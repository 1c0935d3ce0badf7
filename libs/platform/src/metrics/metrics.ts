import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics, type MetricObject } from 'prom-client';

/** Seconds; from a millisecond to the longest a request may take. */
const SECONDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

interface Declaration<Label extends string> {
  name: string;
  help: string;
  labels?: readonly Label[];
}

/**
 * The figures of this process in Prometheus' format. A metric is declared where it is used and exists once:
 * declaring it again gives the same one.
 */
export class Metrics {
  private readonly registry = new Registry();

  /** `process`: also the runtime's own figures (memory, event loop, processor). */
  constructor(options: { process?: boolean } = {}) {
    if (options.process) collectDefaultMetrics({ register: this.registry });
  }

  counter<Label extends string = never>({ name, help, labels = [] }: Declaration<Label>): Counter<Label> {
    return this.once(name, () => new Counter({ name, help, labelNames: labels, registers: [this.registry] }));
  }

  /** `collect` runs at each scrape and sets the value. */
  gauge<Label extends string = never>(
    { name, help, labels = [] }: Declaration<Label>,
    collect?: (gauge: Gauge<Label>) => void | Promise<void>,
  ): Gauge<Label> {
    return this.once(name, () => {
      const gauge: Gauge<Label> = new Gauge({
        name,
        help,
        labelNames: labels,
        registers: [this.registry],
        ...(collect ? { collect: () => collect(gauge) } : {}),
      });
      return gauge;
    });
  }

  /** Buckets in seconds unless given. */
  histogram<Label extends string = never>({
    name,
    help,
    labels = [],
    buckets = SECONDS,
  }: Declaration<Label> & { buckets?: number[] }): Histogram<Label> {
    const make = () => new Histogram({ name, help, labelNames: labels, buckets, registers: [this.registry] });
    return this.once(name, make);
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** What /metrics answers. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  private once<Metric extends object>(name: string, make: () => Metric): Metric {
    const known = this.registry.getSingleMetric(name) as unknown as Metric | MetricObject | undefined;
    return (known as Metric | undefined) ?? make();
  }
}
