'use strict'

const { runMain } = require('./run.js')
const { prepare } = require('./steps.js')

// Makes frontend/dist, installing packages first where that is due. Maven calls it too.
runMain(() => prepare(['packages', 'bundles']))
