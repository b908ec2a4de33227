import { readFileSync } from 'node:fs';

const swc = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));
// Jest loads the sources themselves, so their specifiers keep `.ts`.
const jsc = { ...swc.jsc, rewriteRelativeImportExtensions: false };

const project = (name, options = {}) => ({
  displayName: name,
  roots: [`<rootDir>/test/${name}`],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  setupFiles: ['<rootDir>/test/helpers/quiet-logs.js'],
  transform: { '\\.ts$': ['@swc/jest', { ...swc, swcrc: false, jsc }] },
  ...options,
});

export default {
  reporters: ['default', '<rootDir>/test/helpers/closing-line-reporter.js'],
  testTimeout: 30_000,
  projects: [
    project('unit'),
    project('integration'),
    project('infra', {
      globalSetup: '<rootDir>/test/infra/helpers/setup.ts',
      globalTeardown: '<rootDir>/test/infra/helpers/teardown.ts',
    }),
    project('browser', { globalSetup: '<rootDir>/test/helpers/browser/setup.ts' }),
  ],
};
