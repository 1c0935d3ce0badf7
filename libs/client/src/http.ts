/** What the tracker refused, as RFC 9457 describes it; status 0 when it could not be reached. */
export class WicError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly errors: { pointer: string; detail: string }[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'WicError';
  }
}

export interface ClientOptions {
  /** Where the tracker is. */
  url?: string;
  /** API key; needed for writing, and for reading where reads are closed. */
  key?: string;
  fetch?: typeof fetch;
  /** Aborts every call that has no signal of its own. */
  signal?: AbortSignal;
}

export type QueryValue = string | number | boolean | string[] | undefined;

export interface CallOptions {
  query?: object;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** Calls of one tracker: adds the key, encodes the query, turns problems into WicError. */
export class Http {
  private readonly base: string;
  private readonly fetch: typeof fetch;

  constructor(private readonly options: ClientOptions = {}) {
    this.base = options.url ?? 'http://127.0.0.1:4180';
    this.fetch = options.fetch ?? globalThis.fetch.bind(globalThis);
  }

  /** The parsed JSON of an answer; undefined when it has no body. */
  async json<Result>(method: string, path: string, options: CallOptions = {}): Promise<Result> {
    const response = await this.raw(method, path, options);
    const text = await response.text();
    return (text === '' ? undefined : JSON.parse(text)) as Result;
  }

  /** The answer itself, for streams. */
  async raw(
    method: string,
    path: string,
    { query, body, headers, signal }: CallOptions = {},
  ): Promise<Response> {
    const isText = typeof body === 'string';
    const init: RequestInit = {
      method,
      headers: {
        ...this.authorization(),
        ...(body === undefined ? {} : { 'content-type': isText ? 'text/plain' : 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
      ...this.aborting(signal),
    };
    const response = await this.send(this.address(path, query), init);
    if (!response.ok) throw await problemOf(response);
    return response;
  }

  /** Sends a stream as the body, and returns the parsed answer. */
  async upload<Result>(path: string, body: ReadableStream, contentType: string): Promise<Result> {
    const headers = { 'content-type': contentType, ...this.authorization() };
    const response = await this.send(this.address(path), {
      method: 'POST',
      headers,
      body,
      duplex: 'half',
      ...this.aborting(),
    } as RequestInit);
    if (!response.ok) throw await problemOf(response);
    return (await response.json()) as Result;
  }

  private authorization(): Record<string, string> {
    return this.options.key ? { authorization: `Bearer ${this.options.key}` } : {};
  }

  private aborting(signal = this.options.signal): { signal?: AbortSignal } {
    return signal ? { signal } : {};
  }

  private async send(url: URL, init: RequestInit): Promise<Response> {
    try {
      return await this.fetch(url, init);
    } catch (error) {
      if (init.signal?.aborted) throw error;
      const { cause, message } = error as Error;
      const why = cause instanceof Error ? cause.message : message;
      const hint = 'Is it running ("npm start"), and is WIC_URL right?';
      throw new WicError(0, `No tracker answers at ${this.base} (${why}). ${hint}`, [], { cause: error });
    }
  }

  private address(path: string, query: object = {}): URL {
    const url = new URL(path, this.base);
    for (const [name, value] of Object.entries(query) as [string, QueryValue][]) {
      for (const one of Array.isArray(value) ? value : [value])
        if (one !== undefined) url.searchParams.append(name, String(one));
    }
    return url;
  }
}

async function problemOf(response: Response): Promise<WicError> {
  const text = await response.text();
  try {
    const { detail, title, errors } = JSON.parse(text) as { detail?: string; title?: string; errors?: [] };
    return new WicError(response.status, detail ?? title ?? `HTTP ${response.status}`, errors);
  } catch {
    return new WicError(response.status, `HTTP ${response.status}: ${text.slice(0, 200)}`);
  }
}
