import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction, type Socket } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { blocked } from './request-url.rule.js';
import type { AddressRule } from './public-address.rule.js';

/** Resolves a name to all its addresses, like `dns.lookup` with `all`. */
export type Lookup = (
  hostname: string,
  options: { all: true; family?: number },
  done: (error: NodeJS.ErrnoException | null, addresses: { address: string; family: number }[]) => void,
) => void;

export interface ConnectionLimits {
  /** Open connections to one origin. */
  perOrigin: number;
  connectTimeoutMs: number;
  maxHeaderBytes: number;
}

/**
 * A pool whose every socket goes to a permitted address: literals are checked before connecting (no lookup is
 * ever made for them), each DNS answer is checked and the very same list is handed to the socket, and where
 * the socket really ended up is looked at before the request is written.
 */
export function guardedAgent(
  rule: AddressRule,
  limits: ConnectionLimits,
  lookup: Lookup = systemLookup as Lookup,
): Agent {
  const connect = buildConnector({
    timeout: limits.connectTimeoutMs,
    lookup: guardedLookup(rule, lookup),
    autoSelectFamily: true,
  } as buildConnector.BuildOptions);
  return new Agent({
    connections: limits.perOrigin,
    maxHeaderSize: limits.maxHeaderBytes,
    pipelining: 1,
    keepAliveTimeout: 10_000,
    keepAliveMaxTimeout: 30_000,
    connect: (options, callback) => {
      const host = options.hostname.replace(/^\[|\]$/g, '');
      if (isIP(host) !== 0 && !rule.permits(host))
        return callback(blocked({ host: options.host ?? host }), null);
      connect(options, ((error: Error | null, socket: Socket | null) => {
        if (error !== null || socket === null) return callback(error ?? new Error('No connection.'), null);
        if (rule.permits(socket.remoteAddress ?? '')) return callback(null, socket);
        socket.destroy();
        callback(blocked({ host: options.host ?? host }), null);
      }) as buildConnector.Callback);
    },
  });
}

/** One refused address among the answers refuses the name: a mixed answer is how rebinding looks. */
export function guardedLookup(rule: AddressRule, lookup: Lookup): LookupFunction {
  return ((hostname, options, done) => {
    lookup(hostname, { all: true, family: Number(options.family ?? 0) || 0 }, (error, addresses) => {
      if (error) return done(error, '');
      const refused = addresses.length === 0 || addresses.some(({ address }) => !rule.permits(address));
      if (refused) return done(blocked({ host: hostname }) as NodeJS.ErrnoException, '');
      if (options.all) return done(null, addresses);
      const [first] = addresses;
      done(null, first?.address ?? '', first?.family);
    });
  }) as LookupFunction;
}
