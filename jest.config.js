/**
 * Tests run as ES modules: those of rules by themselves, in seconds; the others on a real PostgreSQL
 * (`TEST_POSTGRES_URL`, else the embedded one, started once).
 */
const swc = {
  sourceMaps: 'inline',
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false },
  },
};

/** Decisions are cheap to test and dear to get wrong, so the rules are covered whole. */
const whole = { statements: 100, branches: 100, functions: 100, lines: 100 };
const most = { statements: 90, branches: 90, functions: 90, lines: 90 };

const ofEvery = {
  testEnvironment: './standalone/src/testing/one-realm-environment.mjs',
  runtime: './standalone/src/testing/one-realm-runtime.cjs',
  modulePathIgnorePatterns: ['<rootDir>/data/', '<rootDir>/bench/contenders/hive/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
};

const IGNORED = ['/node_modules/'];
const RULES = '\\.rules\\.test\\.ts$';

export default {
  projects: [
    {
      ...ofEvery,
      displayName: 'rules',
      testRegex: RULES,
      testPathIgnorePatterns: IGNORED,
      // Loading them takes longer than all the tests of a file.
      moduleNameMapper: { '^(typeorm|type-graphql)$': '<rootDir>/platform/src/testing/not-in-rules.cjs' },
    },
    {
      ...ofEvery,
      displayName: 'with-database',
      testMatch: ['**/*.test.ts'],
      testPathIgnorePatterns: [...IGNORED, RULES],
      globalSetup: './standalone/src/testing/global-setup.ts',
      globalTeardown: './standalone/src/testing/global-teardown.ts',
    },
  ],
  maxWorkers: 2,
  testSequencer: './standalone/src/testing/slowest-first-sequencer.cjs',
  // Starting a worker anew and loading the product into it takes longer than a file of tests; it is done before memory runs short.
  workerIdleMemoryLimit: '1500MB',
  testTimeout: 60_000,
  // One that left something open never ends by itself, and is told of; half a second is no more than a busy machine takes.
  workerGracefulExitTimeout: 10_000,
  coverageProvider: 'v8',
  coverageReporters: ['text-summary', 'json-summary'],
  collectCoverageFrom: [
    '{platform,gateway,standalone}/src/**/*.ts',
    'subgraphs/*/{src,seeds}/**/*.ts',
    // Of the screens, what they decide; how they look is gone through in a browser.
    'console/src/**/*.rules.ts',
    '!**/*.{test,builder}.ts',
    '!**/testing/**',
    // These run as processes of their own, where nothing counts; tests start them.
    '!**/main*.ts',
    '!standalone/src/{import,seed,reset,secrets,token}.ts',
    '!platform/src/process.ts',
  ],
  coverageThreshold: { global: most, './**/*.rules.ts': whole },
};
