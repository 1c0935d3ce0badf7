/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/'],
  testMatch: ['**/*.spec.ts'],
  globalSetup: '<rootDir>/libs/testing/src/jest.setup.ts',
  globalTeardown: '<rootDir>/libs/testing/src/jest.teardown.ts',
  testTimeout: 30_000,
  maxWorkers: 2,
  forceExit: false,
};
