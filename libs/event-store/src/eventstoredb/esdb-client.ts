import { EventStoreDBClient } from '@eventstore/db-client';
import { within } from './unavailable.js';

/** A server that answers no ping for this long, twice, is taken for dead. */
const KEEP_ALIVE_MS = 2500;

const CLOSE_MS = 2000;

interface Held {
  client: EventStoreDBClient;
  holders: number;
}

/** The client keeps state in its module: there is one a process for each server, whoever asks. */
const clients = new Map<string, Held>();

/** The client for a connection string; to be given back with `releaseClient`. Throws on a malformed string. */
export function holdClient(connectionString: string, batchAppend: boolean): EventStoreDBClient {
  const key = keyOf(connectionString, batchAppend);
  const held = clients.get(key) ?? { client: connect(connectionString), holders: 0 };
  // BatchAppend shares one table of open appends a process: an answer that comes after the connection was
  // replaced finds none and throws where nobody can catch it. Single appends have a call and deadline each.
  if (!batchAppend) held.client['supports'] = () => Promise.resolve(false);
  held.holders += 1;
  clients.set(key, held);
  return held.client;
}

/** Closes the client when its last holder is done. */
export async function releaseClient(connectionString: string, batchAppend: boolean): Promise<void> {
  const key = keyOf(connectionString, batchAppend);
  const held = clients.get(key);
  if (!held || (held.holders -= 1) > 0) return;
  clients.delete(key);
  // The client waits for the end of every stream, also of those nobody reads any more.
  await within(CLOSE_MS, held.client.dispose()).catch(() => undefined);
  (await held.client['getChannel']()).close();
}

/** Host and port of a connection string, without its credentials. */
export function addressOf(connectionString: string): string {
  return connectionString.replace(/^([^/]*\/\/)(?:[^@/?]*@)?([^/?]*).*$/, '$1$2');
}

const keyOf = (connectionString: string, batchAppend: boolean) => `${batchAppend} ${connectionString}`;

function connect(connectionString: string): EventStoreDBClient {
  // The client warns on the console of pings more often than every 10 s, in which a frozen server stays unnoticed.
  const warn = console.warn;
  console.warn = () => undefined;
  try {
    return closingLate(EventStoreDBClient.connectionString(withKeepAlive(connectionString)));
  } catch (error) {
    throw new Error(
      `EVENTSTORE_URL is no connection string of an EventStoreDB (esdb://host:port?tls=true|false): ${String(error)}`,
      { cause: error },
    );
  } finally {
    console.warn = warn;
  }
}

/**
 * When a connection fails, the client closes its channel at once. An append that has the channel in hand at
 * that moment throws where nobody can catch it, which would end the process: closing waits until it is done.
 */
function closingLate(client: EventStoreDBClient): EventStoreDBClient {
  const getChannel = client['getChannel'];
  const known = new WeakSet<object>();
  client['getChannel'] = async () => {
    const channel = await getChannel();
    if (known.has(channel)) return channel;
    known.add(channel);
    const close = channel.close.bind(channel);
    channel.close = () => void setTimeout(close, CLOSE_MS).unref();
    return channel;
  };
  return client;
}

function withKeepAlive(connectionString: string): string {
  if (/[?&]keep[_-]?alive/i.test(connectionString)) return connectionString;
  const text = connectionString.replace(/\/+$/, '');
  const joint = text.includes('?') ? '&' : '?';
  return `${text}${joint}keepAliveInterval=${KEEP_ALIVE_MS}&keepAliveTimeout=${KEEP_ALIVE_MS}`;
}
