'use strict'

const { readFileSync } = require('node:fs')
const { TARGET, themeCss } = require('../build-theme')

/** If this fails after an upgrade of @atlaskit/tokens: node frontend/admin/build-theme.js */
test('themes.css is what the installed tokens give', () => {
  expect(readFileSync(TARGET, 'utf8') === themeCss()).toBe(true)
})
