import { z } from 'zod';

interface About {
  id?: string;
  format?: string;
  description?: string;
}

/** What is told of schemas beyond their form. */
const about = z.registry<About>();

/** Inputs that are told otherwise than they are checked: what is a number, is written in a query as text. */
const told = new WeakMap<z.ZodType, z.ZodType>();

/** Makes a schema a component of the OpenAPI document, so that it has one name wherever it is used. */
export function named<Schema extends z.ZodType>(id: string, schema: Schema, description?: string): Schema {
  about.add(schema, { id, ...(description === undefined ? {} : { description }) });
  return schema;
}

/** A schema with a format or a sentence in the OpenAPI document. */
export function described<Schema extends z.ZodType>(schema: Schema, words: Omit<About, 'id'>): Schema {
  about.add(schema, words);
  return schema;
}

/** An input that the OpenAPI document tells as another schema than the one that checks it. */
export function toldAs<Schema extends z.ZodType>(schema: Schema, as: z.ZodType): Schema {
  told.set(schema, as);
  return schema;
}

/** A schema as OpenAPI 3.1 writes it; components are referred to. Answers may have members yet to be invented. */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): Record<string, never> {
  const { $schema: _dialect, $defs: _components, ...rest } = z.toJSONSchema(asTold(schema), options(io));
  return JSON.parse(JSON.stringify(rest).replaceAll('#/$defs/', '#/components/schemas/'));
}

/** Every component by its name. */
export function components(): Record<string, object> {
  const uri = (id: string) => `#/components/schemas/${id}`;
  const { schemas } = z.toJSONSchema(about, { ...options('output'), uri });
  return Object.fromEntries(
    Object.entries(schemas)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, { $schema: _dialect, $id: _id, ...schema }]) => [id, schema]),
  );
}

function options(io: 'input' | 'output') {
  return {
    io,
    metadata: about as never,
    unrepresentable: 'any' as const,
    target: 'draft-2020-12' as const,
    override: ({ jsonSchema }: { jsonSchema: { additionalProperties?: unknown; id?: unknown } }) => {
      if (io === 'output' && jsonSchema.additionalProperties === false)
        delete jsonSchema.additionalProperties;
      delete jsonSchema.id;
    },
  };
}

/** Looks through `.optional()` and `.default()`, which do not change how it is told. */
function asTold(schema: z.ZodType): z.ZodType {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault) inner = inner.unwrap() as z.ZodType;
  return told.get(inner) ?? schema;
}
