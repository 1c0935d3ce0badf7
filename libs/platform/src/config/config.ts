import type { Cidr } from './cidr.parser.js';
import type { Role } from './roles.js';

/** How the program was told to run. Null: not set, the built-in way. */
export interface Config {
  /** 0: any free port. */
  port: number;
  host: string;
  /** Without a slash at the end. Null: what HOST and PORT make. */
  publicUrl: string | null;
  /** Absolute. */
  dataDir: string;
  databaseUrl: string | null;
  eventStoreUrl: string | null;
  redisUrl: string | null;
  roles: ReadonlySet<Role>;
  adminKey: string | null;
  defaultSources: boolean;
  chronicle: boolean;
  publicReads: boolean;
  outboundAllow: Cidr[];
  secretsKeyring: string | null;
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
}

/** What is wrong with the configuration, one line a variable, each with its cure. Never holds a secret's value. */
export class ConfigError extends Error {
  constructor(readonly problems: string[]) {
    super(`The configuration cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}
