import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DomainError } from '#domain';
import { defaultKnowledge } from '#extraction';
import { archiveMigrations, PgArchive } from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { ParserThread } from '../parse/parser-thread.js';
import { extractorOf } from '../poll/extractor.js';
import { receiveDocument, type GivenDocument } from './receive-document.js';

const NOW = '2026-11-21T00:00:00.000Z';
const parsers = new ParserThread();
let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase(archiveMigrations);
});
afterAll(async () => {
  await parsers.close();
  await test.drop();
});

const receive = (given: GivenDocument) =>
  receiveDocument(given, NOW, {
    archive: new PgArchive(test.database),
    extractor: extractorOf(defaultKnowledge),
    parsers,
  });
const TEXT =
  'The World Internet Conference (WIC) unveiled its Zhejiang Office on June 15, 2023 in Wuzhen, Zhejiang province.';

describe('receiveDocument', () => {
  it('archives the text exactly as given and makes an item of the source "hand"', async () => {
    const given = `  ${TEXT}\r\n`;
    const received = await receive({ text: given, publishedAt: '2023-07-03', lang: 'en' });
    expect(received).toMatchObject({ relevant: true, text: given });
    expect(received.command).toMatchObject({
      type: 'ReceiveItem',
      data: {
        sourceId: 'hand',
        publishedAt: '2023-07-02T16:00:00.000Z',
        publishedAtPrecision: 'day',
        length: given.length,
      },
    });
    const hash = received.command?.type === 'ReceiveItem' ? received.command.data.contentHash : '';
    expect(await new PgArchive(test.database).get(hash)).toBe(given);
  });

  it('knows a document by its address, else by its text', async () => {
    const [a, b, c, d] = await Promise.all([
      receive({ text: TEXT, url: 'https://www.e.org/a?utm_source=x' }),
      receive({ text: `${TEXT} More.`, url: 'http://e.org/a' }),
      receive({ text: TEXT }),
      receive({ text: TEXT, title: 'Another title' }),
    ]);
    expect(a.itemId).toBe(b.itemId);
    expect(c.itemId).toBe(d.itemId);
    expect(a.itemId).not.toBe(c.itemId);
  });

  it('reads HTML as text, a whole page as its article', async () => {
    expect((await receive({ html: `<p>${TEXT}</p><p>A &amp; B</p>` })).text).toBe(`${TEXT}\n\nA & B`);
    const page = `<html><body><nav><a href="/">Home</a></nav><article><h1>Office</h1><p>${TEXT}</p><p>${'It was a fine day. '.repeat(9)}</p></article></body></html>`;
    const { text } = await receive({ html: page });
    expect(text).toContain(TEXT);
    expect(text).not.toContain('Home');
  });

  it('gives no command for what is not about the WIC', async () => {
    expect(
      await receive({ text: 'The county fair opened its gates to farmers and families.' }),
    ).toMatchObject({
      relevant: false,
      command: null,
    });
  });

  it.each([
    ['/publishedAt', { text: TEXT, publishedAt: '2023-02-30' }],
    ['/publishedAt', { text: TEXT, publishedAt: '2023-02-30T10:00:00Z' }],
    ['/publishedAt', { text: TEXT, publishedAt: 'last week' }],
    ['/url', { text: TEXT, url: 'ftp://e.org/a' }],
    ['/url', { text: TEXT, url: 'no address' }],
    ['/title', { text: TEXT, title: 'x'.repeat(1_001) }],
    ['/html', { text: TEXT, html: TEXT }],
    ['/html', { html: '<p> </p>' }],
    ['/text', { text: ' \n' }],
    ['/text', {}],
    ['/text', { text: 'x'.repeat(2_000_001) }],
  ])('refuses a wrong %s', async (pointer, given) => {
    const error = await receive(given).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(DomainError);
    expect(error).toMatchObject({ code: 'invalid', pointer });
  });
});
