import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LeaseLostError } from '#platform';
import { createDatabase, plainSettings, World } from '../world.fixture.js';
import { feedPage } from './feeder.js';
import type { TestDatabase } from '#testing';
import { openFeed, readFeed } from './feed.queries.js';

let test: TestDatabase;
let world: World;
beforeAll(async () => {
  test = await createDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  world = await World.on(test);
  await openFeed(world.database, world.log);
});
afterEach(() => world.close());

describe('the feed', () => {
  it('notes who is to be sent what, by the settings as they stood at each event', async () => {
    world.announce(1);
    await world.subscribe('w1', 'http://127.0.0.1/');
    const first = world.announce(2);
    const { filter } = plainSettings('');
    world.tell('changed', 'w1', { filter: { ...filter, kinds: ['summit'] } });
    world.announce(2);
    const summit = world.announce(1, {}, { kind: 'summit' });
    world.announce(1, { backfill: true }, { kind: 'summit' });
    await world.feed();
    expect(await world.lane('w1')).toEqual([...first, ...summit]);
    expect((await readFeed(world.database))!.position).toBe(await world.log.head());
  });

  it('writes the backlog and its checkpoint together or not at all', async () => {
    await world.subscribe('w1', 'http://127.0.0.1/');
    await world.feed();
    const before = await readFeed(world.database);
    const added = world.announce(3);
    await world.database.query(`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'power cut'; END $$;
      CREATE TRIGGER refuse BEFORE UPDATE ON webhook_feed FOR EACH ROW EXECUTE FUNCTION refuse()`);
    await expect(world.feed()).rejects.toThrow('power cut');
    expect(await world.lane('w1')).toEqual([]);
    expect(await readFeed(world.database)).toEqual(before);
    await world.database.query('DROP FUNCTION refuse CASCADE');
    await world.feed();
    expect(await world.lane('w1')).toEqual(added);
  });

  it('writes nothing once its lease passed on, and nothing twice in a race', async () => {
    await world.subscribe('w1', 'http://127.0.0.1/');
    const lease = await world.lease();
    await world.feed();
    const added = world.announce(200);
    const racing = await Promise.allSettled([feedPage(world.ports, lease), feedPage(world.ports, lease)]);
    expect(racing.map((result) => result.status)).toEqual(['fulfilled', 'fulfilled']);
    expect(await world.lane('w1')).toEqual(added);
    world.announce(1);
    await world.database.query('UPDATE leases SET token = token + 1');
    await expect(feedPage(world.ports, lease)).rejects.toThrow(LeaseLostError);
    expect(await world.lane('w1')).toEqual(added);
  });

  it('collects while a webhook is disabled; it is taken up with the backlog or without', async () => {
    await world.subscribe('w1', 'http://127.0.0.1/');
    await world.subscribe('w2', 'http://127.0.0.1/');
    for (const id of ['w1', 'w2']) world.tell('disabled', id, { reason: 'holiday' });
    const missed = world.announce(3);
    await world.feed();
    expect(await world.lane('w1')).toEqual(missed);
    world.announce(1); // in the same page as what follows
    world.tell('enabled', 'w1', { resume: 'now' });
    world.tell('enabled', 'w2', { resume: 'backlog' });
    const later = world.announce(2);
    await world.feed();
    expect(await world.lane('w1')).toEqual(later);
    expect((await world.lane('w2')).length).toBe(3 + 1 + 2);
  });

  it('forgets a removed webhook and shreds its secrets', async () => {
    const { secretsRef } = await world.subscribe('w1', 'http://127.0.0.1/');
    world.announce(2);
    await world.feed();
    world.tell('removed', 'w1');
    world.announce(1);
    await world.feed();
    expect(await world.rows()).toEqual([]);
    expect(await world.ports.secrets.open(secretsRef)).toBeNull();
  });
});

describe('a log that others delivered', () => {
  it('sends nothing and disables every webhook, until someone enables it', async () => {
    await world.database.query('DELETE FROM webhook_feed'); // the log was restored beside an empty database
    world.announce(2);
    await world.subscribe('w1', 'http://127.0.0.1/', { from: { position: '1' } });
    await world.subscribe('w2', 'http://127.0.0.1/');
    world.tell('disabled', 'w2', { reason: 'holiday' });
    world.announce(3);
    await openFeed(world.database, world.log);
    world.announce(1); // after the restore
    await world.feed();
    const states = await world.database.query('SELECT webhook_id, halted FROM webhook_endpoints ORDER BY 1');
    expect(states).toEqual([
      { webhook_id: 'w1', halted: 'restored' },
      { webhook_id: 'w2', halted: null },
    ]);
    expect(await world.drain('w1')).toBeNull();
    expect(world.executed).toEqual([
      { webhookId: 'w1', command: { type: 'DisableWebhook', data: { reason: 'restored' } } },
    ]);
    world.tell('enabled', 'w1', { resume: 'backlog' });
    await world.feed();
    expect((await world.lane('w1')).length).toBe(1);
  });

  it('is refused when the backlog belongs to another log', async () => {
    await world.database.query("UPDATE webhook_feed SET log_id = 'other'");
    await expect(world.feed()).rejects.toThrow('belongs to another log');
  });
});
