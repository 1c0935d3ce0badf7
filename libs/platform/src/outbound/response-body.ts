import { pipeline, type Readable, type Transform } from 'node:stream';
import * as zlib from 'node:zlib';
import { OutboundError } from './outbound-http.port.js';

const MOST_CODINGS = 3;
/** What the wire may carry beyond the cap: an encoded body can be longer than the decoded one, but not much. */
const WIRE_SLACK = 64 * 1024;
const LENIENT = { finishFlush: zlib.constants.Z_SYNC_FLUSH };

type ZstdFactory = () => Transform;
const zstd = (zlib as { createZstdDecompress?: ZstdFactory }).createZstdDecompress;

/** The content codings this runtime decodes, for Accept-Encoding. */
export const ACCEPTED_CODINGS = `gzip, deflate, br${zstd ? ', zstd' : ''}`;

/**
 * Reads a body to its end or to `maxBytes` of decoded content, whichever comes first; past the cap it is cut
 * (`truncate`) or OutboundError `too_large`. Never holds more than the cap and one chunk, whatever a bomb says.
 */
export async function readBody(
  source: Readable,
  coding: string,
  limit: { maxBytes: number; truncate: boolean },
): Promise<{ body: Buffer; truncated: boolean }> {
  const chunks: Buffer[] = [];
  source.on('error', () => undefined); // when it is given up before anybody reads it
  try {
    if (isPlain(coding)) await collect(source, limit.maxBytes, chunks);
    else await collectDecoded(source, coding, limit.maxBytes, chunks);
    return { body: Buffer.concat(chunks), truncated: false };
  } catch (error) {
    if (!(error instanceof CapReached)) throw error;
    if (!limit.truncate)
      throw new OutboundError('too_large', `The answer is larger than ${limit.maxBytes} bytes.`);
    return { body: Buffer.concat(chunks).subarray(0, limit.maxBytes), truncated: true };
  } finally {
    source.destroy();
  }
}

class CapReached extends Error {}

function isPlain(coding: string): boolean {
  return coding === '' || coding.toLowerCase() === 'identity';
}

/** By events: an iterator over a stream costs more than a short answer itself. */
function collect(source: Readable, mostBytes: number, chunks: Buffer[]): Promise<void> {
  return new Promise((resolve, reject) => {
    let size = 0;
    source.on('error', reject);
    source.on('end', resolve);
    source.on('close', () => reject(new Error('The answer broke off.'))); // without an end before it
    source.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > mostBytes) reject(new CapReached());
    });
  });
}

async function collectDecoded(
  source: Readable,
  coding: string,
  mostBytes: number,
  chunks: Buffer[],
): Promise<void> {
  let size = 0;
  for await (const chunk of decode(bounded(source, mostBytes + WIRE_SLACK), coding)) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > mostBytes) throw new CapReached();
  }
}

/** Encoded bytes that decode to nothing (empty members without end) are bounded too. */
async function* bounded(source: Readable, mostBytes: number): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of source as AsyncIterable<Buffer>) {
    size += chunk.length;
    yield chunk;
    if (size > mostBytes) throw new CapReached();
  }
}

/** Undoes Content-Encoding, last applied first. A coding nobody asked for is an error, not a guess. */
function decode(source: AsyncIterable<Buffer>, coding: string): AsyncIterable<Buffer> {
  const names = coding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > MOST_CODINGS) throw unknownCoding(coding);
  return names.reduceRight<AsyncIterable<Buffer>>((stream, name) => decodeOne(stream, name), source);
}

function decodeOne(source: AsyncIterable<Buffer>, name: string): AsyncIterable<Buffer> {
  if (name === 'gzip' || name === 'x-gzip') return through(source, zlib.createGunzip(LENIENT));
  if (name === 'br') return through(source, zlib.createBrotliDecompress());
  if (name === 'zstd' && zstd) return through(source, zstd());
  if (name === 'deflate') return inflate(source);
  throw unknownCoding(name);
}

function through(source: AsyncIterable<Buffer>, transform: Transform): AsyncIterable<Buffer> {
  return pipeline(source, transform, () => undefined) as unknown as AsyncIterable<Buffer>;
}

/** "deflate" is zlib by the standard and raw in the wild; the first byte tells (low nibble 8: zlib). */
async function* inflate(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const iterator = source[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) return;
  const raw = ((first.value[0] ?? 0) & 0x0f) !== 8;
  const rest = { [Symbol.asyncIterator]: () => iterator };
  yield* through(
    prepend(first.value, rest),
    raw ? zlib.createInflateRaw(LENIENT) : zlib.createInflate(LENIENT),
  );
}

async function* prepend(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

function unknownCoding(name: string): OutboundError {
  return new OutboundError(
    'network',
    `The answer is encoded in a way that was not asked for (${name.slice(0, 40)}).`,
  );
}
