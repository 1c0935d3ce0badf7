import { resolve } from 'node:path';
import { z } from 'zod';
import { parseCidrs } from './cidr.parser.js';
import { ROLES, type Role } from './roles.js';

/** A message that says what is allowed and gives an example: shown after the variable's name and value. */
const text = (cure: string, test: (value: string) => boolean) => z.string().refine(test, cure);

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
const HOST = /^(?=.{1,253}$)[A-Za-z0-9.:_-]+$/;

function isUrl(value: string, schemes: string[]): boolean {
  const scheme = schemes.find((candidate) => value.startsWith(`${candidate}://`));
  return scheme !== undefined && value.length > scheme.length + 3;
}

/** A URL of one of the schemes. Several hosts are allowed, so it is not parsed further. */
export const url = (schemes: string[], example: string) =>
  text(
    `must be a URL that starts with ${schemes.map((name) => `${name}://`).join(' or ')}, such as ${example}`,
    (value) => isUrl(value, schemes),
  );

export const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port, 0 to 65535 (0: any free one), such as 4180')
  .transform(Number)
  .refine((value) => value <= 65535, 'must be a port, 0 to 65535 (0: any free one), such as 4180');

export const host = text('must be a host name or an address, such as 127.0.0.1 or 0.0.0.0', (value) =>
  HOST.test(value),
);

export const publicUrl = text(
  'must be an http or https URL without query, such as https://wic.example.org',
  (value) => /^https?:\/\/[^/?#]+[^?#]*$/.test(value) && URL.canParse(value),
).transform((value) => value.replace(/\/+$/, ''));

export const directory = z.string().transform((value) => resolve(value));

export const key = text(
  'must have at least 24 characters; or leave it out, and a key is made',
  (value) => value.length >= 24,
);

export const level = z.enum(LEVELS, { error: () => `must be one of ${LEVELS.join(', ')}` });

export const anyText = z.string();

/** `on` and `off`, and what people write instead. */
export const onOff = z
  .string()
  .toLowerCase()
  .pipe(z.enum(['on', 'true', '1', 'yes', 'off', 'false', '0', 'no'], { error: () => 'must be on or off' }))
  .transform((value) => ['on', 'true', '1', 'yes'].includes(value));

export const roles = z.string().transform((value, context): ReadonlySet<Role> => {
  const names = value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const unknown = names.filter((name) => !(ROLES as readonly string[]).includes(name));
  if (unknown.length > 0 || names.length === 0)
    context.addIssue(`must be some of ${ROLES.join(',')} with commas between; or leave it out for all`);
  return new Set(names as Role[]);
});

export const cidrs = z.string().transform((value, context) => {
  try {
    return parseCidrs(value);
  } catch (error) {
    context.addIssue(
      `${(error as Error).message}. Give ranges with commas between, such as 10.1.0.0/16,fd00:1::/32`,
    );
    return [];
  }
});
