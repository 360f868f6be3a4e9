import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { endDifference, replay, type Recording } from '../tools/replay.js'
import { crowd, lookInto, makeConnection, openApi, type AdminApi } from './crowd'

const folder = resolve(__dirname, '../engine/test/exchanges')
const files = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(join(folder, name)).map((file) => `${name}/${file}`))
  .filter((file) => file.endsWith('.json'))

let api: AdminApi

beforeAll(async () => {
  api = await openApi()
})

test.each(files)('%s over HTTP is answered as recorded', async (file) => {
  const recording = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Recording
  const connection = await makeConnection(
    api,
    `${file.replace(/\W/g, ' ')} ${Date.now()}`,
    recording.settings,
  )
  const { id, scimBaseUrl, sourceId, targetId, token } = connection
  const variables = await replay(recording, connection.send, {
    variables: { connection: id, scimBaseUrl, sourceId, targetId, token },
  })
  if (!crowd.standInLog) return
  const [source, target] = [await lookInto(sourceId), await lookInto(targetId)]
  expect(endDifference(recording, { source, target }, variables)).toBeUndefined()
})
