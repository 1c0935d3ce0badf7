import type { DeliveryPorts } from '../delivery-ports.js';
import { haltedEndpoints, untoldWarnings } from './endpoint.queries.js';

type Ports = Pick<DeliveryPorts, 'database' | 'execute' | 'onError' | 'onNotice'>;

/** Has the log told of endpoints that were halted (all, or `only` one); what fails is tried again by the next sweep. */
export async function disableHalted(ports: Ports, only?: string): Promise<void> {
  for (const { webhookId, reason } of await haltedEndpoints(ports.database)) {
    if (only !== undefined && webhookId !== only) continue;
    try {
      await ports.execute(webhookId, { type: 'DisableWebhook', data: { reason } });
      ports.onNotice?.(`A webhook was disabled: ${reason}`, webhookId);
    } catch (error) {
      ports.onError?.(error, `disabling webhook ${webhookId}`);
    }
  }
}

/** Has the log told of endpoints that come near to being given up, like the above. */
export async function warnOfFailing(ports: Ports, only?: string): Promise<void> {
  for (const { webhookId, warning } of await untoldWarnings(ports.database)) {
    if (only !== undefined && webhookId !== only) continue;
    try {
      await ports.execute(webhookId, { type: 'WarnOfWebhook', data: warning });
      const { since, disabledAfter } = warning;
      ports.onNotice?.(
        `A webhook has been failing since ${since}; after ${disabledAfter} it is disabled`,
        webhookId,
      );
    } catch (error) {
      ports.onError?.(error, `warning of webhook ${webhookId}`);
    }
  }
}
