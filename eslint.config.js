'use strict'

const path = require('node:path')
const tseslint = require('typescript-eslint')
const reactHooks = require('eslint-plugin-react-hooks')
const { wrongImport } = require('./frontend/tools/doors.js')

/** Holds "who may know whom": the table is in frontend/tools/doors.js. */
const doors = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = path.relative(__dirname, context.filename).split(path.sep).join('/')
    const judge = (source) => {
      if (!source || typeof source.value !== 'string') return
      const problem = wrongImport(file, source.value)
      if (problem !== undefined) context.report({ node: source, message: problem })
    }
    return {
      ImportDeclaration: (node) => judge(node.source),
      ImportExpression: (node) => judge(node.source),
      ExportNamedDeclaration: (node) => judge(node.source),
      ExportAllDeclaration: (node) => judge(node.source),
      TSImportType: (node) => judge(node.source ?? node.argument?.literal),
      TSExternalModuleReference: (node) => judge(node.expression),
      "CallExpression[callee.name='require']": (node) => judge(node.arguments[0]),
      "CallExpression[callee.object.name='jest']": (node) => judge(node.arguments[0]),
    }
  },
}

const outsideHost = ['window', 'document', 'fetch', 'location', 'navigator', 'localStorage'].map(
  (name) => ({ name, message: 'Only frontend/admin/src/host knows the page around us.' }),
)

const shape = [
  {
    selector: 'TSEnumDeclaration',
    message: 'Use a union of literals.',
  },
  {
    selector: 'ClassDeclaration[superClass=null]',
    message: 'No classes but errors: use functions and plain data.',
  },
]

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'No default exports: a thing has one name.',
}

module.exports = tseslint.config(
  { ignores: ['**/dist/**', '**/target/**', 'node_modules/**', 'reports/**', '.stand-in/**'] },
  {
    files: ['frontend/**/*.{ts,tsx,js}'],
    plugins: { local: { rules: { doors } } },
    rules: { 'local/doors': 'error' },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  {
    files: ['frontend/**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-restricted-syntax': ['error', ...shape, noDefaultExport],
    },
  },
  {
    files: ['frontend/admin/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['frontend/admin/src/**/*.{ts,tsx}'],
    ignores: ['frontend/admin/src/host/**', 'frontend/admin/src/index.tsx'],
    rules: { 'no-restricted-globals': ['error', ...outsideHost] },
  },
  {
    // Stands in for a package, with that package's exports.
    files: ['frontend/admin/src/host/*-stub.ts'],
    rules: { 'no-restricted-syntax': ['error', ...shape] },
  },
)
