'use strict'

const { execFileSync } = require('node:child_process')
const { wrongImport } = require('../doors.js')
const { inTop } = require('../run.js')

const engine = 'frontend/engine/src'

describe('what may not be imported', () => {
  test.each([
    ['frontend/settings/src/validate.ts', '../../engine/src/json'],
    ['frontend/settings/src/validate.ts', 'react'],
    ['frontend/settings/src/validate.ts', 'node:fs'],
    [`${engine}/schema/user.ts`, '../filter/filter'],
    [`${engine}/filter/plan.ts`, '../patch/change'],
    [`${engine}/path/names.ts`, '../mapping/document'],
    [`${engine}/patch/change.ts`, '../mapping/document'],
    [`${engine}/mapping/document.ts`, '../rules/wish'],
    [`${engine}/rules/wish.ts`, '../protocol/paging'],
    [`${engine}/rules/wish.ts`, '../resources/create-user'],
    [`${engine}/protocol/paging.ts`, '../index'],
    [`${engine}/resources/create-user.ts`, '../clients/entra'],
    [`${engine}/index.ts`, 'lodash'],
    [`${engine}/index.ts`, '../test/fakes/memory-ports'],
    [`${engine}/index.ts`, '../../admin/src/app/route'],
    ['frontend/admin/src/app/page.tsx', '../../../engine/src/json'],
    ['frontend/admin/src/features/scim/tab.tsx', '../user-sync/tab'],
    ['frontend/tools/start.js', 'react'],
    ['frontend/tools/start.js', '../engine/src/json'],
    ['frontend/e2e/exchanges.test.ts', '../engine/src/json'],
  ])('%s: %s', (file, specifier) => {
    expect(wrongImport(file, specifier)).toEqual(expect.any(String))
  })
})

describe('what may be imported', () => {
  test.each([
    ['frontend/settings/src/validate.ts', './settings'],
    [`${engine}/filter/plan.ts`, '../path/attribute-path'],
    [`${engine}/path/parse-path.ts`, '../filter/filter'],
    [`${engine}/filter/plan.ts`, '../schema/attribute'],
    [`${engine}/rules/wish.ts`, '../mapping/document'],
    [`${engine}/rules/wish.ts`, '@settings'],
    [`${engine}/index.ts`, './resources/create-user'],
    ['frontend/engine/test/fakes/memory-ports.ts', '../../src/ports/ports'],
    ['frontend/admin/src/features/scim/tab.tsx', '../../components/section'],
    ['frontend/admin/src/app/page.tsx', '@settings'],
    ['frontend/tools/start.js', 'node:fs'],
    ['frontend/e2e/crowd.ts', '../tools/console-session.js'],
    ['webpack.config.js', 'webpack'],
  ])('%s: %s', (file, specifier) => {
    expect(wrongImport(file, specifier)).toBeUndefined()
  })
})

/** What the linter of `npm run check` says of a text that pretends to be that file. @param {string} file @param {string} text */
function lint(file, text) {
  const args = ['node_modules/eslint/bin/eslint.js', '--stdin', '--stdin-filename', file]
  try {
    execFileSync(process.execPath, args, {
      cwd: inTop('.'),
      input: text,
      encoding: 'utf8',
      stdio: 'pipe',
    })
    return ''
  } catch (error) {
    return String(/** @type {any} */ (error).stdout)
  }
}

describe('npm run check', () => {
  test('fails on an import from the wrong room, however it is written', () => {
    const text = [
      "import { apply } from '../rules/apply'",
      "export { apply as again } from '../rules/apply'",
      "export const later = () => import('../rules/apply')",
      'export const use = apply',
      '',
    ].join('\n')
    const wrong = lint(`${engine}/schema/wrong.ts`, text).match(
      /may not know frontend\/engine\/src\/rules\/apply/g,
    )
    expect(wrong).toHaveLength(3)
  })

  test('fails where a page looks at its surroundings itself', () => {
    expect(
      lint('frontend/admin/src/app/wrong.ts', 'export const at = () => window.location\n'),
    ).toContain('Only frontend/admin/src/host')
  })

  test('passes a right import', () => {
    expect(lint(`${engine}/rules/right.ts`, "export { read } from '../mapping/document'\n")).toBe(
      '',
    )
  })
})
