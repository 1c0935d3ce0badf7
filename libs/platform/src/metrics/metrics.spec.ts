import { describe, expect, it } from '@jest/globals';
import { Metrics } from './metrics.js';

describe('Metrics', () => {
  it('tells counters, gauges read at the scrape, and histograms', async () => {
    const metrics = new Metrics();
    metrics.counter({ name: 'wic_polls_total', help: 'Polls.', labels: ['result'] }).inc({ result: 'ok' }, 2);
    let lag = 7;
    metrics.gauge({ name: 'wic_lag', help: 'Lag.' }, (gauge) => gauge.set(lag));
    metrics.histogram({ name: 'wic_seconds', help: 'Time.', buckets: [1] }).observe(0.5);
    lag = 9;
    const text = await metrics.text();
    expect(text).toContain('wic_polls_total{result="ok"} 2');
    expect(text).toContain('wic_lag 9');
    expect(text).toContain('wic_seconds_bucket{le="1"} 1');
  });

  it('gives the same metric to whoever declares it again, and another to another registry', async () => {
    const metrics = new Metrics();
    const declaration = { name: 'wic_things_total', help: 'Things.' };
    metrics.counter(declaration).inc();
    metrics.counter(declaration).inc();
    expect(await metrics.text()).toContain('wic_things_total 2');
    expect(await new Metrics().text()).not.toContain('wic_things_total');
  });
});
