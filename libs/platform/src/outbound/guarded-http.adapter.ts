import { lookup as systemLookup } from 'node:dns';
import { isIP } from 'node:net';
import type { Readable } from 'node:stream';
import { type Agent, request as send, type Dispatcher } from 'undici';
import { guardedAgent, guardedLookup, type ConnectionLimits, type Lookup } from './guarded-connector.js';
import { Deadline } from './deadline.js';
import { failureOf } from './outbound-failure.js';
import {
  OutboundError,
  OutboundHttp,
  type OutboundRequest,
  type OutboundResponse,
} from './outbound-http.port.js';
import { AddressRule } from './public-address.rule.js';
import { firstHop, nextHop, redirectTarget, resolved, type Hop } from './redirect.rule.js';
import { bareHost, requestUrl } from './request-url.rule.js';
import { ACCEPTED_CODINGS, readBody } from './response-body.js';

export interface GuardedHttpOptions extends Partial<ConnectionLimits> {
  /** CIDRs that may be reached although they are not public (OUTBOUND_ALLOW). */
  allow?: readonly string[];
  userAgent?: string;
  /** Resolves names; default: the system's. */
  lookup?: Lookup;
}

const DISCARDED = 16 * 1024;
const CHECK_MS = 10_000;

/**
 * The guarded way out over undici: every connection is checked when it is made, every redirect is followed
 * by hand and checked anew, and time, headers and body are bounded. Headers of the answer that describe the
 * encoding (content-encoding, content-length) are left out, since the body is given decoded.
 */
export class GuardedHttp extends OutboundHttp {
  private readonly rule: AddressRule;
  private readonly agent: Agent;
  private readonly lookup: Lookup;
  private readonly defaults: Record<string, string>;

  /** Throws when an entry of `allow` is no range of addresses. */
  constructor(options: GuardedHttpOptions = {}) {
    super();
    this.rule = new AddressRule(options.allow);
    this.lookup = options.lookup ?? (systemLookup as Lookup);
    this.defaults = { 'user-agent': options.userAgent ?? 'wic-tracker', 'accept-encoding': ACCEPTED_CODINGS };
    const limits = {
      perOrigin: options.perOrigin ?? 16,
      connectTimeoutMs: options.connectTimeoutMs ?? 10_000,
      maxHeaderBytes: options.maxHeaderBytes ?? 32 * 1024,
    };
    this.agent = guardedAgent(this.rule, limits, this.lookup);
  }

  async request(request: OutboundRequest): Promise<OutboundResponse> {
    const url = requestUrl(request.url, this.rule);
    const deadline = new Deadline(request.timeoutMs, request.signal);
    try {
      const hop = firstHop(request, url, this.defaults);
      return await deadline.unlessOver(this.follow(request, hop, deadline.signal));
    } catch (error) {
      throw failureOf(error, url.host, deadline);
    } finally {
      deadline.clear();
    }
  }

  async check(address: string): Promise<void> {
    const url = requestUrl(address, this.rule);
    const host = bareHost(url);
    if (isIP(host) !== 0) return;
    const deadline = new Deadline(CHECK_MS);
    const answered = new Promise<void>((resolve, reject) => {
      guardedLookup(this.rule, this.lookup)(host, { all: true }, (error) =>
        error ? reject(error) : resolve(),
      );
    });
    try {
      await deadline.unlessOver(answered);
    } catch (error) {
      throw failureOf(error, url.host, deadline);
    } finally {
      deadline.clear();
    }
  }

  /** Closes the kept connections; requests under way are cut. */
  async close(): Promise<void> {
    await this.agent.destroy();
  }

  private async follow(
    request: OutboundRequest,
    first: Hop,
    signal: Deadline['signal'],
  ): Promise<OutboundResponse> {
    const redirects: OutboundResponse['redirects'] = [];
    for (let hop = first; ;) {
      const answer = await this.exchange(hop, signal);
      const headers = flattened(answer.headers);
      const target = request.maxRedirects > 0 ? redirectTarget(answer.statusCode, headers['location']) : null;
      if (target === null) return await finished(request, hop, answer, headers, redirects);
      await answer.body.dump({ limit: DISCARDED }).catch(() => undefined);
      if (redirects.length >= request.maxRedirects)
        throw new OutboundError(
          'redirects',
          `More than ${request.maxRedirects} redirects from ${first.url.host}.`,
        );
      const to = resolved(target, hop.url);
      redirects.push({ status: answer.statusCode, from: hop.url.href, to });
      hop = nextHop(hop, answer.statusCode, requestUrl(to, this.rule));
    }
  }

  private exchange(hop: Hop, signal: Deadline['signal']): Promise<Dispatcher.ResponseData> {
    const { method, headers, body } = hop;
    // The signal bounds the whole exchange; undici's own timers would only end some parts of it earlier.
    const timers = { headersTimeout: 0, bodyTimeout: 0 };
    return send(hop.url, { dispatcher: this.agent, method, headers, body, signal, ...timers });
  }
}

async function finished(
  request: OutboundRequest,
  hop: Hop,
  answer: Dispatcher.ResponseData,
  headers: Record<string, string>,
  redirects: OutboundResponse['redirects'],
): Promise<OutboundResponse> {
  const { 'content-encoding': coding = '', 'content-length': _length, ...rest } = headers;
  const limit = { maxBytes: request.maxBytes, truncate: request.truncate ?? false };
  const { body, truncated } = await readBody(answer.body as Readable, coding, limit);
  return { status: answer.statusCode, headers: rest, body, truncated, url: hop.url.href, redirects };
}

function flattened(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers))
    flat[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : (value ?? '');
  return flat;
}
