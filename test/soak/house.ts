import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { PostgresDatabase, runningDatabaseUrl } from '#platform';
import { startRedis, type TestRedis } from '#testing';
import { TrackerProcess } from '../acceptance/harness/tracker-process.js';
import { WebhookReceiver } from '../acceptance/harness/webhook-receiver.js';

export const VICTIMS = ['deliverer', 'projector', 'postgres'] as const;
export type Victim = (typeof VICTIMS)[number];

/**
 * A tracker in three processes (its desk with the embedded PostgreSQL, a projector, a deliverer) and a receiver in a
 * fourth, all but the desk and the receiver made to be killed.
 */
export class House {
  private constructor(
    readonly desk: TrackerProcess,
    private readonly others: Record<'deliverer' | 'projector', TrackerProcess>,
    readonly receiver: WebhookReceiver,
    readonly redis: TestRedis | null,
    private readonly database: PostgresDatabase,
  ) {}

  static async open({ withRedis = false } = {}): Promise<House> {
    const redis = withRedis ? await startRedis() : null;
    const keyring = { SECRETS_KEYRING: `soak: ${randomBytes(32).toString('base64')}` };
    const env = { ...keyring, ...(redis && { REDIS_URL: redis.url }) };
    const desk = await TrackerProcess.prepare({ env: { ...env, ROLES: 'api,poller,reader' } });
    const starting = desk.start();
    starting.catch(() => undefined);
    const databaseUrl = await running(desk);
    const role = (ROLES: string) => TrackerProcess.prepare({ databaseUrl, env: { ...env, ROLES } });
    const others = { projector: await role('projector'), deliverer: await role('deliverer') };
    await Promise.all([starting, others.projector.start(), others.deliverer.start()]);
    const receiver = await WebhookReceiver.start();
    return new House(desk, others, receiver, redis, new PostgresDatabase(databaseUrl, { max: 1 }));
  }

  /** Kills it as a power cut would. */
  async kill(victim: Victim): Promise<void> {
    if (victim === 'postgres') return void process.kill((await this.desk.postmasterPid())!, 'SIGKILL');
    const { pid } = this.others[victim];
    await this.others[victim].kill9();
    await this.expireLeases(pid);
  }

  /** Has it run again; the desk sees to PostgreSQL itself. */
  async restore(victim: Victim): Promise<void> {
    if (victim === 'postgres') return this.answering();
    const part = this.others[victim];
    await part.start().catch(async (error: unknown) => {
      if (!part.isRunning) throw error;
      const why = await fetch(`${part.url}/health/ready`).then((answer) => answer.text(), String);
      process.stderr.write(`The ${victim} takes its time: ${why} ${part.output}\n`);
    });
  }

  /** Until the desk answers from its database again. */
  async answering(): Promise<void> {
    const client = this.desk.client();
    for (;;) {
      const answered = await client.events({ limit: 1 }).then(
        () => true,
        () => false,
      );
      if (answered) return;
      await sleep(100);
    }
  }

  async close(): Promise<void> {
    await this.database.close();
    await Promise.all([this.others.deliverer.destroy(), this.others.projector.destroy()]);
    await Promise.all([this.desk.destroy(), this.receiver.stop(), this.redis?.stop()]);
  }

  /** What a dead process held runs out by itself after ten seconds; here at once, for the sake of the many kills. */
  private async expireLeases(pid: number): Promise<void> {
    const text = `UPDATE leases SET expires_at = '-infinity' WHERE split_part(holder, '/', 2) = $1`;
    await this.database.query(text, [String(pid)]).catch(() => undefined);
  }
}

/** The address of the embedded server, once it runs. */
async function running(desk: TrackerProcess): Promise<string> {
  for (;;) {
    const url = await runningDatabaseUrl(desk.dataDir).catch(() => null);
    if (url !== null) return url;
    if (!desk.isRunning) throw new Error(`The tracker ended at its start:\n${desk.output}`);
    await sleep(50);
  }
}
