import { describe, expect, it } from '@jest/globals';
import { ConfigError } from './config.js';
import { configVariables, loadConfig } from './load-config.js';
import { ROLES } from './roles.js';

function problemsOf(env: Record<string, string>): string {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('This configuration should have been refused.');
}

describe('loadConfig', () => {
  it('needs nothing', () => {
    expect(loadConfig({})).toEqual({
      port: 4180,
      host: '127.0.0.1',
      publicUrl: null,
      dataDir: `${process.cwd()}/data`,
      databaseUrl: null,
      eventStoreUrl: null,
      redisUrl: null,
      roles: new Set(ROLES),
      adminKey: null,
      defaultSources: true,
      chronicle: true,
      publicReads: true,
      outboundAllow: [],
      secretsKeyring: null,
      logLevel: 'info',
    });
  });

  it('takes what is set and counts an empty variable as unset', () => {
    const config = loadConfig({
      PORT: '0',
      HOST: ' ',
      PUBLIC_URL: 'https://wic.example.org/news/',
      ROLES: 'api, reader',
      WIC_DEFAULT_SOURCES: 'off',
      WIC_CHRONICLE: 'OFF',
      PUBLIC_READS: 'false',
    });
    expect(config).toMatchObject({ port: 0, host: '127.0.0.1', publicUrl: 'https://wic.example.org/news' });
    expect(config).toMatchObject({ defaultSources: false, chronicle: false, publicReads: false });
    expect(config.roles).toEqual(new Set(['api', 'reader']));
  });

  it('reads ranges that outgoing requests may reach', () => {
    const { outboundAllow } = loadConfig({ OUTBOUND_ALLOW: '10.1.0.0/16, 127.0.0.1,fd00:1::/32' });
    expect(outboundAllow.map(([address, bits]) => `${address.toString()}/${bits}`)).toEqual([
      '10.1.0.0/16',
      '127.0.0.1/32',
      'fd00:1::/32',
    ]);
  });

  it.each([
    ['PORT', '65536', 'PORT="65536" must be a port'],
    ['PORT', '4180x', 'such as 4180'],
    ['HOST', 'http://x', 'HOST="http://x" must be a host name'],
    ['PUBLIC_URL', 'wic.example.org', 'such as https://wic.example.org'],
    ['ROLES', 'api,pooler', 'must be some of api,poller,reader,projector,deliverer'],
    ['ROLES', ',', 'leave it out for all'],
    ['WIC_CHRONICLE', 'maybe', 'WIC_CHRONICLE="maybe" must be on or off'],
    ['OUTBOUND_ALLOW', '10.0.0.0/33', '"10.0.0.0/33" is not a range'],
    ['OUTBOUND_ALLOW', '10.1', '"10.1" is not a range'],
    ['OUTBOUND_ALLOW', '::ffff:10.0.0.0/104', 'write it as IPv4'],
    ['LOG_LEVEL', 'loud', 'must be one of trace, debug'],
    ['EVENTSTORE_URL', 'http://x', 'such as esdb://host:2113?tls=false'],
    ['REDIS_URL', 'localhost:6379', 'such as redis://host:6379'],
  ])('refuses %s=%s with the cure', (name, value, message) => {
    expect(problemsOf({ [name]: value })).toContain(message);
  });

  it('names every bad variable at once, and never the value of a secret one', () => {
    const message = problemsOf({
      PORT: 'x',
      WIC_ADMIN_KEY: 'short-secret',
      DATABASE_URL: 'mysql://me:hunter2@db',
    });
    expect(message).toMatch(/PORT="x"/);
    expect(message).toMatch(/WIC_ADMIN_KEY must have at least 24 characters/);
    expect(message).toMatch(/DATABASE_URL must be a URL that starts with postgresql:\/\//);
    expect(message).not.toMatch(/hunter2|short-secret/);
  });

  it.each([
    'postgresql://db.example.org/wic',
    'postgresql://10.0.0.4/wic',
    'postgresql://localhost/wic?host=db',
  ])('asks for a keyring with the remote database %s', (DATABASE_URL) => {
    expect(problemsOf({ DATABASE_URL })).toContain('SECRETS_KEYRING is required');
    expect(loadConfig({ DATABASE_URL, SECRETS_KEYRING: 'k' }).secretsKeyring).toBe('k');
  });

  it.each([
    'postgresql://localhost/wic',
    'postgres://u:p@127.8.0.1:5433/wic',
    'postgresql://[::1]/wic',
    'postgresql://u@localhost/wic?host=%2Fvar%2Frun',
    'postgresql:///wic',
  ])('asks for none with %s', (DATABASE_URL) => {
    expect(loadConfig({ DATABASE_URL }).databaseUrl).toBe(DATABASE_URL);
  });
});

describe('configVariables', () => {
  it('describes every variable once', () => {
    const names = configVariables().map((variable) => variable.name);
    expect(new Set(names).size).toBe(names.length);
    expect(configVariables().every((variable) => /\.$/.test(variable.description))).toBe(true);
  });
});
