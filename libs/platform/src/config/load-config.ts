import ipaddr from 'ipaddr.js';
import { ConfigError, type Config } from './config.js';
import { VARIABLES, type Variable } from './variables.js';

/**
 * Reads the configuration from environment variables; an empty one counts as unset.
 * Throws ConfigError that names every bad variable, its value unless it is secret, and the cure.
 */
export function loadConfig(env: Record<string, string | undefined>): Config {
  const problems: string[] = [];
  const entries = VARIABLES.map((variable) => [variable.key, read(variable, env, problems)]);
  const config = Object.fromEntries(entries) as Config;
  if (problems.length === 0) problems.push(...contradictions(config));
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

/** What there is to set, for the operator's manual. `fallback` null: unset. */
export function configVariables(): Pick<Variable, 'name' | 'fallback' | 'secret' | 'description'>[] {
  return VARIABLES.map(({ name, fallback, secret, description }) => ({
    name,
    fallback,
    secret,
    description,
  }));
}

function read(variable: Variable, env: Record<string, string | undefined>, problems: string[]): unknown {
  const given = env[variable.name]?.trim() || variable.fallback;
  if (given === null) return null;
  const result = variable.schema.safeParse(given);
  if (result.success) return result.data;
  const shown = variable.secret ? variable.name : `${variable.name}=${JSON.stringify(given)}`;
  problems.push(`${shown} ${result.error.issues[0]?.message ?? 'is not valid'}.`);
  return null;
}

function contradictions(config: Config): string[] {
  if (config.databaseUrl === null || config.secretsKeyring !== null || isLocal(config.databaseUrl)) return [];
  return [
    'SECRETS_KEYRING is required when DATABASE_URL names another machine, since every process needs the same keys. ' +
      'Set it to the same value everywhere (the file `keyring` of a data directory holds such a value).',
  ];
}

/** Whether the server is on this machine: a loopback address, `localhost` or a unix socket. */
function isLocal(databaseUrl: string): boolean {
  if (!URL.canParse(databaseUrl)) return /:\/\/([^@/]*@)?(\/|$)/.test(databaseUrl);
  const url = new URL(databaseUrl);
  const host = (url.searchParams.get('host') ?? decodeURIComponent(url.hostname)).replace(/^\[|\]$/g, '');
  if (host === '' || host === 'localhost' || host.startsWith('/')) return true;
  return ipaddr.isValid(host) && ipaddr.process(host).range() === 'loopback';
}
