'use strict'

const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
  },
]

const project = (name, environment = 'node') => ({
  displayName: name,
  rootDir: __dirname,
  roots: [`<rootDir>/frontend/${name}`],
  testMatch: [`<rootDir>/frontend/${name}/test/**/*.test.{ts,tsx,js}`],
  testEnvironment: environment,
  transform: { '\\.tsx?$': swc },
  moduleNameMapper: { '^@settings$': '<rootDir>/frontend/settings/src/index.ts' },
  modulePathIgnorePatterns: ['<rootDir>/frontend/dist', '<rootDir>/plugin-java'],
})

const admin = project('admin', 'jsdom')

/** Everything that runs without a Crowd. The suites over HTTP are in jest.e2e.config.js. */
module.exports = {
  // A busy machine is no reason to fail.
  testTimeout: 30_000,
  projects: [
    project('settings'),
    project('engine'),
    {
      ...admin,
      moduleNameMapper: {
        ...admin.moduleNameMapper,
        '\\.css$': '<rootDir>/frontend/admin/test/css-stub.js',
        '^@atlaskit/feature-gate-js-client/feature-gates$':
          '<rootDir>/frontend/admin/src/host/feature-gates-stub.ts',
        '^react-scrolllock$': '<rootDir>/frontend/admin/src/host/scroll-lock-stub.ts',
      },
      setupFilesAfterEnv: ['<rootDir>/frontend/admin/test/setup.ts'],
    },
    project('tools'),
    project('e2e/bench'),
  ],
}
