import pg from 'pg';

const RETRY_MS = 500;

type Handler = (payload: string) => void;

/** One connection that hears NOTIFY for the whole process and comes back when it is lost. */
export class Listener {
  private client: pg.Client | null = null;
  private connecting: Promise<void> | null = null;
  private closed = false;
  private readonly handlers = new Map<string, Set<Handler>>();

  constructor(private readonly config: pg.ClientConfig) {}

  async listen(channel: string, handler: Handler): Promise<() => Promise<void>> {
    const known = this.handlers.get(channel);
    if (known) known.add(handler);
    else this.handlers.set(channel, new Set([handler]));
    if (this.client === null) await (this.connecting ??= this.connect());
    else if (!known) await this.client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    return async () => {
      this.handlers.get(channel)?.delete(handler);
    };
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.connecting?.catch(() => undefined);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client(this.config);
    client.on('notification', ({ channel, payload }) => this.tell(channel, payload ?? ''));
    client.on('error', () => undefined);
    try {
      await client.connect();
      for (const channel of this.handlers.keys())
        await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
      client.on('end', () => this.reconnect());
      this.client = client;
    } finally {
      this.connecting = null;
    }
  }

  private reconnect(): void {
    this.client = null;
    if (this.closed) return;
    setTimeout(() => {
      if (this.closed) return;
      this.connecting = this.connect();
      this.connecting.then(
        () => this.tellAll(),
        () => this.reconnect(),
      );
    }, RETRY_MS).unref();
  }

  private tell(channel: string, payload: string): void {
    for (const handler of this.handlers.get(channel) ?? []) handler(payload);
  }

  private tellAll(): void {
    for (const channel of this.handlers.keys()) this.tell(channel, '');
  }
}
