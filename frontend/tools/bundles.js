'use strict'

const fs = require('node:fs')
const { inTop } = require('./run.js')
const { languageProblems } = require('./language.js')

/** Addresses of Atlassian's feature gates, which the page is built without. */
const foreignAddress = /statsig|xp\.atlassian|api\.atlassian/

/** What Rhino could not run. @returns {readonly string[]} */
function engineProblems() {
  return ['engine', 'engine-tests'].flatMap((name) => {
    const file = `frontend/dist/${name}/${name}.js`
    if (!fs.existsSync(inTop(file))) return [`${file} is not there`]
    return languageProblems(fs.readFileSync(inTop(file), 'utf8')).map((text) => `${file} ${text}`)
  })
}

/** Who the page could call besides Crowd. @returns {readonly string[]} */
function pageProblems() {
  const folder = 'frontend/dist/admin'
  return fs.readdirSync(inTop(folder)).flatMap((name) => {
    const found = foreignAddress.exec(fs.readFileSync(inTop(`${folder}/${name}`), 'utf8'))
    return found ? [`${folder}/${name} names ${found[0]}`] : []
  })
}

module.exports = { engineProblems, pageProblems }
