import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '#testing';
import { PostgresDatabase } from '../database/postgres.database.js';
import { HealthCheck, checkAll, type Health } from './health-check.js';
import { DatabaseHealth } from './service-health.js';

class Answers extends HealthCheck {
  constructor(
    readonly name: string,
    private readonly answer: () => Promise<Health>,
  ) {
    super();
  }

  check(): Promise<Health> {
    return this.answer();
  }
}

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

describe('checkAll', () => {
  it('is ok when everything is', async () => {
    const { ok, checks } = await checkAll([new DatabaseHealth(test.database)]);
    expect(ok).toBe(true);
    expect(checks['database']?.detail).toMatch(/^Answered in \d+ ms\.$/);
  });

  it('tells what is down, what hangs and what is well, each by itself', async () => {
    const down = new DatabaseHealth(new PostgresDatabase('postgresql://localhost:1/none'));
    const hanging = new Answers('hanging', () => new Promise(() => undefined));
    const well = new Answers('well', async () => ({ ok: true, detail: 'Fine.' }));
    const { ok, checks } = await checkAll([down, hanging, well], 200);
    expect(ok).toBe(false);
    expect(checks['database']?.ok).toBe(false);
    expect(checks['hanging']).toEqual({ ok: false, detail: 'No answer within 200 ms.' });
    expect(checks['well']).toEqual({ ok: true, detail: 'Fine.' });
  });
});
