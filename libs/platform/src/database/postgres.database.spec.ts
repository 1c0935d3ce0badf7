import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '#testing';
import { migrate } from './migrations.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase([{ id: 'spec/1', sql: 'CREATE TABLE things (id int, name text)' }]);
});
afterAll(() => test.drop());

describe('PostgresDatabase', () => {
  it('rolls a failed transaction back', async () => {
    const failing = test.database.transaction(async (tx) => {
      await tx.query('INSERT INTO things VALUES (1, $1)', ['乌镇']);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await test.database.query('SELECT * FROM things')).toEqual([]);
  });

  it('streams rows in batches', async () => {
    const sizes: number[] = [];
    for await (const rows of test.database.stream('SELECT generate_series(1, $1::int) n', [25], 10))
      sizes.push(rows.length);
    expect(sizes).toEqual([10, 10, 5]);
  });

  it('hears notices, also after its connection was cut', async () => {
    const heard: string[] = [];
    await test.database.listen('news', (payload) => heard.push(payload));
    await test.database.query("NOTIFY news, 'one'");
    await until(() => heard.includes('one'));
    await test.database.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'",
    );
    await until(() => heard.includes(''));
    await test.database.query("NOTIFY news, 'two'");
    await until(() => heard.includes('two'));
  });

  it('refuses a database of a newer program', async () => {
    await expect(migrate(test.database, [])).rejects.toThrow('newer version');
  });
});

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 5000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('Condition not met within 5 s.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
