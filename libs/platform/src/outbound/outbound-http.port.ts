export interface OutboundRequest {
  method?: 'GET' | 'POST';
  url: string;
  headers?: Record<string, string>;
  /** As text, or encoded already. */
  body?: string | Buffer;
  /** Over the whole exchange, redirects included. */
  timeoutMs: number;
  /** Of the decompressed body. Beyond it the request fails, or is cut when `truncate` is set. */
  maxBytes: number;
  truncate?: boolean;
  /** 0: a redirect is an answer like any other. Each hop is checked anew. */
  maxRedirects: number;
  signal?: AbortSignal;
}

export interface OutboundResponse {
  status: number;
  /** Names in lower case; repeated ones joined by ", ". */
  headers: Record<string, string>;
  body: Buffer;
  truncated: boolean;
  /** The address that answered in the end. */
  url: string;
  redirects: { status: number; from: string; to: string }[];
}

export type OutboundErrorCode = 'blocked' | 'timeout' | 'too_large' | 'redirects' | 'network' | 'invalid_url';

/** Why nothing usable came back. The message never tells what a name resolved to. */
export class OutboundError extends Error {
  constructor(
    readonly code: OutboundErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'OutboundError';
  }
}

/** The one way out: public addresses only, checked at connect, unless `OUTBOUND_ALLOW` names the range. */
export abstract class OutboundHttp {
  /** Any answer with a status resolves; everything else rejects with OutboundError. */
  abstract request(request: OutboundRequest): Promise<OutboundResponse>;
  /** Rejects with OutboundError when the address could never be requested (scheme, literal, DNS answer). */
  abstract check(url: string): Promise<void>;
}
