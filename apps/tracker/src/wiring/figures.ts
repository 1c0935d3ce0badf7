import type { Parts } from './parts.js';

/** What Prometheus is told beside the runtime's own figures; looked up at each scrape. */
export function declareFigures({ metrics, views, store, poller, deliveries, publicLog }: Parts): void {
  metrics.gauge(
    { name: 'wic_log_position', help: 'Position the public log can be read up to' },
    async (gauge) => gauge.set(Number(await publicLog.head())),
  );
  metrics.gauge(
    { name: 'wic_view_lag_seconds', help: 'How far a view is behind the log', labels: ['view'] },
    async (gauge) => {
      for (const { name, lagMs } of await views.lag(store)) gauge.set({ view: name }, lagMs / 1000);
    },
  );
  metrics.gauge({ name: 'wic_sources', help: 'Sources by health', labels: ['health'] }, async (gauge) => {
    gauge.reset();
    const sources = await poller.schedule.health(new Date().toISOString());
    for (const { health } of sources) gauge.inc({ health });
  });
  metrics.gauge({ name: 'wic_webhooks', help: 'Webhooks by state', labels: ['state'] }, async (gauge) => {
    gauge.reset();
    for (const { state } of await deliveries.states()) gauge.inc({ state });
  });
  metrics.gauge({ name: 'wic_webhook_backlog', help: 'Events that wait to be delivered' }, async (gauge) => {
    const waiting = await deliveries.states();
    gauge.set(waiting.reduce((sum, { backlog }) => sum + backlog, 0));
  });
}
