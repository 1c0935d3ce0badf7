import type { DeliveryPorts } from '../delivery-ports.js';
import { haltedEndpoints } from './endpoint.queries.js';

/** Has the log told of endpoints that were halted (all, or `only` one); what fails is tried again by the next sweep. */
export async function disableHalted(
  ports: Pick<DeliveryPorts, 'database' | 'execute' | 'onError'>,
  only?: string,
): Promise<void> {
  for (const { webhookId, reason } of await haltedEndpoints(ports.database)) {
    if (only !== undefined && webhookId !== only) continue;
    try {
      await ports.execute(webhookId, { type: 'DisableWebhook', data: { reason } });
    } catch (error) {
      ports.onError?.(error, `disabling webhook ${webhookId}`);
    }
  }
}
