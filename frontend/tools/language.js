'use strict'

/**
 * What the engine bundle may use, judged on the output: Rhino 1.8.1 reads ES5 well and has part of the newer library
 * (docs/adr/0001). Syntax is lowered by the compiler; library functions and regular expressions are not.
 */

/** Globals that Rhino has and that the engine may name. `hostCall` is how the shell offers its ports. */
const globals = new Set(
  (
    'undefined NaN Infinity arguments Object Function Array String Number Boolean Symbol Map Set Date Math JSON RegExp ' +
    'Error TypeError RangeError SyntaxError isNaN isFinite parseInt parseFloat encodeURIComponent decodeURIComponent ' +
    'ScimEngine EngineTests hostCall'
  ).split(' '),
)

/** Methods newer than what Rhino has. A name of ours that is the same as one of them is refused too: choose another. */
const tooNew = new Set(
  (
    'flat flatMap fromEntries replaceAll matchAll trimStart trimEnd getOwnPropertyDescriptors allSettled ' +
    'findLast findLastIndex toSorted toReversed toSpliced hasOwn groupBy structuredClone isWellFormed toWellFormed'
  ).split(' '),
)

/** @typedef {{ type: string, start: number, [key: string]: any }} Node */

/** @param {unknown} value @returns {value is Node} */
const isNode = (value) =>
  typeof value === 'object' &&
  value !== null &&
  typeof (/** @type {any} */ (value).type) === 'string'

/**
 * @param {Node} node
 * @param {(node: Node, parent: Node | undefined, key: string) => void} visit
 * @param {Node} [parent]
 * @param {string} [key]
 */
function walk(node, visit, parent, key = '') {
  visit(node, parent, key)
  for (const [name, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) walk(child, visit, node, name)
    }
  }
}

/** @param {Node} node @param {Node | undefined} parent @param {string} key */
function isName(node, parent, key) {
  if (node.type !== 'Identifier' || !parent) return false
  if (parent.type === 'MemberExpression' && key === 'property') return parent.computed
  if (parent.type === 'Property' && key === 'key') return parent.computed
  return !['LabeledStatement', 'BreakStatement', 'ContinueStatement'].includes(parent.type)
}

/** Every name that is declared anywhere: a free name is one that nobody declares. @param {Node} tree */
function declaredNames(tree) {
  /** @type {Set<string>} */
  const names = new Set()
  walk(tree, (node) => {
    const declared = [
      node.type === 'VariableDeclarator' && node.id,
      node.type === 'CatchClause' && node.param,
    ]
    if (node.type.startsWith('Function')) declared.push(node.id, ...node.params)
    for (const id of declared) if (id && id.type === 'Identifier') names.add(id.name)
  })
  return names
}

/** @param {Node} node @returns {string | undefined} */
function memberProblem(node) {
  if (node.type !== 'MemberExpression' || node.computed) return undefined
  return tooNew.has(node.property.name) ? `Rhino has no ${node.property.name}` : undefined
}

/**
 * @param {string} source text of a bundle
 * @returns {readonly string[]} what the engine's host could not run, each with its line; empty if all is well
 */
function languageProblems(source) {
  const acorn = require('acorn')
  /** @type {Node} */
  let tree
  try {
    tree = acorn.parse(source, { ecmaVersion: 5 })
  } catch (error) {
    return [`not ES5: ${/** @type {Error} */ (error).message}`]
  }
  const declared = declaredNames(tree)
  /** @type {string[]} */
  const problems = []
  walk(tree, (node, parent, key) => {
    const free = isName(node, parent, key) && !declared.has(node.name) && !globals.has(node.name)
    const problem = memberProblem(node) ?? (free ? `unknown name ${node.name}` : undefined)
    if (problem) problems.push(`line ${source.slice(0, node.start).split('\n').length}: ${problem}`)
  })
  return problems
}

module.exports = { languageProblems }
