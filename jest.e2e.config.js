'use strict'

const { projects } = require('./jest.config.js')

const [{ transform, moduleNameMapper, modulePathIgnorePatterns }] = projects

/** Suites that know only a Crowd's address and an administrator: `npm test` starts them with both in the environment. */
module.exports = {
  rootDir: __dirname,
  roots: ['<rootDir>/frontend/e2e'],
  testMatch: ['<rootDir>/frontend/e2e/**/*.test.ts'],
  testEnvironment: 'node',
  testTimeout: 120_000,
  maxWorkers: 1,
  transform,
  moduleNameMapper,
  modulePathIgnorePatterns,
}
