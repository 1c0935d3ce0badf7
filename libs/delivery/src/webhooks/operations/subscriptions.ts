import { randomUUID } from 'node:crypto';
import { DomainError, type WebhookCommand, type WebhookSettings } from '#domain';
import type { DeliveryPorts } from '../../delivery-ports.js';
import type { EndpointSecrets } from '../endpoint.js';
import { openFeed } from '../feed/feed.queries.js';
import { newSecret } from '../signing/signature.js';
import { checkedAddress, checkedHeaders, displayUrlOf } from './webhook-address.js';
import type { ChangeInput, SubscribeInput } from './webhook-input.js';

type Ports = Pick<DeliveryPorts, 'database' | 'outbound' | 'secrets' | 'log' | 'clock' | 'beginLog'>;

/** A command to execute; `abandon` takes back what was sealed for it, should it be refused. */
export interface Prepared<Type extends WebhookCommand['type']> {
  command: Extract<WebhookCommand, { type: Type }>;
  abandon(): Promise<void>;
}

const HOUR_MS = 3_600_000;

/** What followers do to their webhooks: checks and seals, and says which command has the log told of it. */
export class Subscriptions {
  constructor(private readonly ports: Ports) {}

  /** A new webhook. The secret is shown once and nowhere else. Throws DomainError `invalid`. */
  async subscribe(
    input: SubscribeInput,
  ): Promise<Prepared<'SubscribeWebhook'> & { id: string; secret: string }> {
    const { outbound, database, log } = this.ports;
    const url = await checkedAddress(outbound, input.url);
    const headers = checkedHeaders(input.headers);
    await this.ports.beginLog?.();
    await openFeed(database, log); // before the first webhook of this log there was nothing to lose
    const [id, secret] = [randomUUID(), newSecret()];
    const signing = [{ secret, until: null }];
    const secretsRef = await this.seal(id, { url, headers, chatSecret: input.chatSecret, signing });
    const { filter, format, maxInFlight, ratePerSecond, description, from } = input;
    const rest = { filter, format, maxInFlight, ratePerSecond, description, from };
    const data = { displayUrl: displayUrlOf(url, format), secretsRef, ...rest };
    return { id, secret, command: { type: 'SubscribeWebhook', data }, abandon: () => this.shred(secretsRef) };
  }

  /**
   * Changes given settings. A new address, headers or chat secret are sealed under a new reference that takes
   * effect with the event.
   */
  async change(
    id: string,
    settings: WebhookSettings,
    input: ChangeInput,
  ): Promise<Prepared<'ChangeWebhook'>> {
    const { url, headers, chatSecret, filter, ...rest } = input;
    const data: Partial<WebhookSettings> = {
      ...rest,
      ...(filter && { filter: { ...settings.filter, ...filter } }),
    };
    const touched =
      url !== undefined || headers !== undefined || chatSecret !== undefined || input.format !== undefined;
    if (!touched) return { command: { type: 'ChangeWebhook', data }, abandon: async () => undefined };
    const old = await this.open(settings, url);
    const sealed: EndpointSecrets = {
      ...old,
      ...(url !== undefined && { url: await checkedAddress(this.ports.outbound, url) }),
      ...(headers !== undefined && { headers: checkedHeaders(headers) }),
      ...(chatSecret !== undefined && { chatSecret }),
    };
    const secretsRef = await this.seal(id, sealed);
    const displayUrl = displayUrlOf(sealed.url, input.format ?? settings.format);
    const command = { type: 'ChangeWebhook' as const, data: { ...data, displayUrl, secretsRef } };
    return { command, abandon: () => this.shred(secretsRef) };
  }

  /**
   * A new signing secret, in effect once `apply` ran, which must follow the command; the old ones go on
   * signing beside it for the overlap.
   */
  async rotate(settings: WebhookSettings, overlapHours: number) {
    await this.open(settings);
    const secret = newSecret();
    const command = { type: 'RotateWebhookSecret' as const, data: { overlapHours } };
    return { secret, command, apply: () => this.addSecret(settings, secret, overlapHours) };
  }

  private async addSecret(settings: WebhookSettings, secret: string, overlapHours: number): Promise<void> {
    const { database, secrets, clock } = this.ports;
    await database.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [settings.secretsRef]);
      const current = await this.open(settings);
      const now = clock.now();
      const until = new Date(now.getTime() + overlapHours * HOUR_MS).toISOString();
      const old = current.signing
        .map((known) => ({ ...known, until: known.until && known.until < until ? known.until : until }))
        .filter((known) => Date.parse(known.until) > now.getTime());
      const signing = [{ secret, until: null }, ...old];
      await secrets.seal(settings.secretsRef, { ...current, signing });
    });
  }

  /** What is sealed. Where it is gone, a new address begins anew with a secret of its own. */
  private async open(settings: WebhookSettings, newUrl?: string): Promise<EndpointSecrets> {
    const sealed = await this.ports.secrets.open<EndpointSecrets>(settings.secretsRef);
    if (sealed !== null) return sealed;
    if (newUrl !== undefined)
      return { url: newUrl, headers: {}, chatSecret: null, signing: [{ secret: newSecret(), until: null }] };
    throw new DomainError(
      'conflict',
      'The address and secrets of this webhook are gone from this installation: set its url again, then rotate its secret.',
    );
  }

  private async seal(id: string, value: EndpointSecrets): Promise<string> {
    const secretsRef = `webhook/${id}/${randomUUID()}`;
    await this.ports.secrets.seal(secretsRef, value);
    return secretsRef;
  }

  private shred(secretsRef: string): Promise<void> {
    return this.ports.secrets.shred(secretsRef);
  }
}
