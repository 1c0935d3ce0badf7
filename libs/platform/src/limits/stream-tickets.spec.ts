import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '#testing';
import { ApiKeys } from '../keys/api-keys.js';
import { keysMigrations } from '../keys/keys.migrations.js';
import { limitsMigrations, StreamTickets } from './stream-tickets.js';

let test: TestDatabase;
let tickets: StreamTickets;
const holder = { id: 'given', name: 'k', scopes: ['announcements:read' as const] };
beforeAll(async () => {
  test = await createTestDatabase([...keysMigrations, ...limitsMigrations]);
  tickets = new StreamTickets(test.database);
});
afterAll(() => test.drop());

describe('StreamTickets', () => {
  it('opens once, also when two try at the same moment', async () => {
    const { ticket, expiresAt } = await tickets.issue(holder);
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(50_000);
    const both = await Promise.all([
      tickets.redeem(ticket),
      tickets.redeem(ticket),
      tickets.redeem('wst_other'),
    ]);
    expect(both.filter((each) => each !== null)).toEqual([holder]);
    expect(await tickets.redeem(ticket)).toBeNull();
  });

  it('is worth nothing after a minute', async () => {
    const { ticket } = await tickets.issue(holder);
    await test.database.query("UPDATE stream_tickets SET expires_at = expires_at - interval '61 seconds'");
    expect(await tickets.redeem(ticket)).toBeNull();
  });

  it('falls with its key', async () => {
    const keys = new ApiKeys(test.database);
    const key = await keys.create({ name: 'k', scopes: ['announcements:read'] });
    const { ticket } = await tickets.issue(key);
    await keys.revoke(key.id);
    expect(await tickets.redeem(ticket)).toBeNull();
  });

  it('stores only who holds it, not the rest of what was passed', async () => {
    const key = await new ApiKeys(test.database).create({ name: 'k', scopes: ['announcements:read'] });
    await tickets.issue(key);
    expect(JSON.stringify(await test.database.query('SELECT holder FROM stream_tickets'))).not.toContain(
      key.key,
    );
  });
});
