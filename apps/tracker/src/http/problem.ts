/** One thing wrong with the input: where (JSON pointer, or the parameter's name) and what to do about it. */
export interface InputError {
  pointer: string;
  detail: string;
}

const TITLES: Record<number, string> = {
  400: 'Bad request',
  401: 'Key needed',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict',
  412: 'Precondition failed',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Cannot be processed',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Not available now',
};

/** A refusal as RFC 9457 describes it. */
export class Problem extends Error {
  readonly errors?: InputError[];
  readonly retryAfterSeconds?: number;

  constructor(
    readonly status: number,
    readonly detail: string,
    extra: { errors?: InputError[]; retryAfterSeconds?: number } = {},
  ) {
    super(detail);
    this.name = 'Problem';
    Object.assign(this, extra);
  }

  /** The body of the answer to a request for `instance`. */
  toJSON(instance: string): object {
    return {
      type: 'about:blank',
      title: TITLES[this.status] ?? 'Error',
      status: this.status,
      detail: this.detail,
      instance,
      ...(this.errors ? { errors: this.errors } : {}),
    };
  }
}
