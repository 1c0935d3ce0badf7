import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

type Schema = Record<string, unknown>;

interface Described {
  paths: Record<string, Record<string, { responses: Record<string, { content?: Record<string, unknown> }> }>>;
  components: { schemas: Record<string, Schema> };
}

/** Instants are in UTC with milliseconds. */
const FORMATS = {
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
};

/** Answers of a tracker, each held against what its OpenAPI document says of that route and status. */
export class AnswerCheck {
  /** `get /v1/announcements 200`, of every answer that was checked. */
  readonly checked = new Set<string>();
  private described: Promise<Described> | null = null;
  private readonly validators = new Map<string, ValidateFunction | null>();
  private ajv: Ajv2020 | null = null;

  constructor(private readonly origin: string) {}

  /** `fetch`, but it throws where a JSON answer has members that are not described, or lacks some that are. */
  readonly fetch: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    if (/^application\/(problem\+)?json/.test(response.headers.get('content-type') ?? ''))
      await this.hold(String(input instanceof Request ? input.url : input), init?.method ?? 'GET', response);
    return response;
  };

  /** `get /v1/announcements 200`, of every JSON answer to a success that the document describes. */
  async expected(): Promise<string[]> {
    const { paths } = await this.document();
    return Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item).flatMap(([method, { responses }]) =>
        Object.entries(responses)
          .filter(([status, { content }]) => status !== 'default' && hasJson(content))
          .map(([status]) => `${method} ${path} ${status}`),
      ),
    );
  }

  /** Throws where a JSON answer is not as described. */
  async hold(url: string, method: string, response: Response): Promise<void> {
    const { paths } = await this.document();
    const { pathname } = new URL(url);
    const path = Object.keys(paths).find((each) => matches(each, pathname));
    if (path === undefined) return;
    const route = `${method.toLowerCase()} ${path} ${response.status}`;
    const validate = await this.validator(path, method.toLowerCase(), response);
    if (validate === null) throw new Error(`The answer ${route} is not described.`);
    const body: unknown = await response.clone().json();
    if (!validate(body)) {
      const errors = JSON.stringify(validate.errors?.slice(0, 3));
      throw new Error(`${route} is not as described: ${errors}\n${JSON.stringify(body).slice(0, 1000)}`);
    }
    this.checked.add(route);
  }

  private async validator(path: string, method: string, { status, ok }: Response) {
    const name = `${method} ${path} ${status}`;
    const known = this.validators.get(name);
    if (known !== undefined) return known;
    const { paths, components } = await this.document();
    const { responses } = paths[path]![method]!;
    const content = (responses[status] ?? (ok ? success(responses) : responses['default']))?.content ?? {};
    const { schema } = (content['application/json'] ?? content['application/problem+json'] ?? {}) as {
      schema?: Schema;
    };
    this.ajv ??= new Ajv2020({ strict: false, allErrors: true, logger: false, formats: FORMATS });
    const made = schema ? this.ajv.compile({ ...strict(schema), components: strict(components) }) : null;
    this.validators.set(name, made);
    return made;
  }

  private document(): Promise<Described> {
    this.described ??= fetch(`${this.origin}/openapi.json`).then((answer) => answer.json() as never);
    return this.described;
  }
}

function hasJson(content: Record<string, unknown> = {}): boolean {
  return 'application/json' in content;
}

/** A 200 or 202 in the place of the success that is described has the same form. */
function success(responses: Record<string, { content?: Record<string, unknown> }>) {
  return Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1];
}

function matches(path: string, pathname: string): boolean {
  const pattern = path.replace(/\{\w+\}/g, path.startsWith('/v1/activities') ? '.+' : '[^/]+');
  return new RegExp(`^${pattern}$`).test(pathname);
}

/** What is not described must not be there, unless a schema says so itself. */
function strict<Part>(part: Part): Part {
  if (Array.isArray(part)) return part.map(strict) as Part;
  if (part === null || typeof part !== 'object') return part;
  const entries = Object.entries(part).map(([name, value]) => [name, strict(value)]);
  const told = Object.fromEntries(entries) as Schema;
  const isOpen = 'additionalProperties' in told || !('properties' in told) || told['type'] !== 'object';
  return (isOpen ? told : { ...told, additionalProperties: false }) as Part;
}
