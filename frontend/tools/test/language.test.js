'use strict'

const { languageProblems } = require('../language.js')

test.each([
  ['var a = [1]; for (var i = 0; i < a.length; i++) a.push(JSON.stringify(i))', []],
  ['var f = function (x) { return arguments.length + x }', []],
  ['try { hostCall() } catch (e) { throw e }', []],
  ['let a = 1', ['not ES5: Unexpected token (1:4)']],
  ['var f = (x) => x', ['not ES5: Unexpected token (1:13)']],
  ['var a = /(?<!x)y/', ['not ES5: Invalid regular expression: /(?<!x)y/: Invalid group (1:9)']],
  ['var a = /x/u', ['not ES5: Invalid regular expression flag (1:9)']],
  ['var a\na.flatMap(a)', ['line 2: Rhino has no flatMap']],
  ['fetch()', ['line 1: unknown name fetch']],
  ['var o = { fetch: 1 }; o.fetch', []],
  ['new Proxy({}, {})', ['line 1: unknown name Proxy']],
])('%s', (source, problems) => {
  expect(languageProblems(source)).toEqual(problems)
})
