import type { ZodType } from 'zod';
import type { Config } from './config.js';
import * as schema from './config.schema.js';

export interface Variable<Key extends keyof Config = keyof Config> {
  name: string;
  key: Key;
  /** What an unset variable counts as, as it would be written; null: nothing. */
  fallback: string | null;
  /** Its value is never shown. */
  secret: boolean;
  description: string;
  schema: ZodType<Config[Key], string>;
}

type Rest<Key extends keyof Config> = Pick<Variable<Key>, 'key' | 'schema' | 'description'> & {
  secret?: true;
};

function variable<Key extends keyof Config>(
  name: string,
  fallback: string | null,
  rest: Rest<Key>,
): Variable {
  return { name, fallback, secret: false, ...rest } as unknown as Variable;
}

/** Every environment variable the program reads, in the order people meet them. */
export const VARIABLES: Variable[] = [
  variable('PORT', '4180', {
    key: 'port',
    schema: schema.port,
    description: 'Port of the page and the API; 0 takes any free one.',
  }),
  variable('HOST', '127.0.0.1', {
    key: 'host',
    schema: schema.host,
    description: 'Address to listen on; 0.0.0.0 opens it to the network.',
  }),
  variable('PUBLIC_URL', null, {
    key: 'publicUrl',
    schema: schema.publicUrl,
    description:
      'Address under which others reach it, for links in feeds and messages. Default: what HOST and PORT make.',
  }),
  variable('DATA_DIR', './data', {
    key: 'dataDir',
    schema: schema.directory,
    description: 'Where the embedded database, its password and the keyring lie.',
  }),
  variable('DATABASE_URL', null, {
    key: 'databaseUrl',
    secret: true,
    schema: schema.url(['postgresql', 'postgres'], 'postgresql://user:password@host:5432/wic'),
    description: 'A PostgreSQL server to use instead of the embedded one.',
  }),
  variable('EVENTSTORE_URL', null, {
    key: 'eventStoreUrl',
    secret: true,
    schema: schema.url(
      ['esdb', 'esdb+discover', 'kurrentdb', 'kurrentdb+discover'],
      'esdb://host:2113?tls=false',
    ),
    description: 'EventStoreDB or KurrentDB for the event log, instead of PostgreSQL.',
  }),
  variable('REDIS_URL', null, {
    key: 'redisUrl',
    secret: true,
    schema: schema.url(['redis', 'rediss'], 'redis://host:6379'),
    description: 'Redis for jobs, instead of PostgreSQL.',
  }),
  variable('ROLES', 'api,poller,reader,projector,deliverer', {
    key: 'roles',
    schema: schema.roles,
    description: 'What this process does; several processes share one database.',
  }),
  variable('WIC_ADMIN_KEY', null, {
    key: 'adminKey',
    secret: true,
    schema: schema.key,
    description:
      'Admin key to use, at least 24 characters. Default: one is made at first start and shown once.',
  }),
  variable('WIC_DEFAULT_SOURCES', 'on', {
    key: 'defaultSources',
    schema: schema.onOff,
    description: '`off` follows no source at first start.',
  }),
  variable('WIC_CHRONICLE', 'on', {
    key: 'chronicle',
    schema: schema.onOff,
    description: '`off` starts with an empty log, without the history that comes along.',
  }),
  variable('PUBLIC_READS', 'true', {
    key: 'publicReads',
    schema: schema.onOff,
    description: '`false` asks for a key with announcements:read on every read.',
  }),
  variable('OUTBOUND_ALLOW', '', {
    key: 'outboundAllow',
    schema: schema.cidrs,
    description: 'Comma-separated ranges (CIDR) that outgoing requests may reach although they are private.',
  }),
  variable('SECRETS_KEYRING', null, {
    key: 'secretsKeyring',
    secret: true,
    schema: schema.anyText,
    description:
      'Keys that seal stored secrets. Default: the file `keyring` in DATA_DIR. Required when DATABASE_URL names another machine.',
  }),
  variable('LOG_LEVEL', 'info', {
    key: 'logLevel',
    schema: schema.level,
    description: 'trace, debug, info, warn, error, fatal or silent.',
  }),
];
