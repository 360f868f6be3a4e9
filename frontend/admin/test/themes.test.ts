import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

test('themes.css is what the installed tokens give', () => {
  const script = join(__dirname, '..', 'build-theme.js')
  const { stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' })
  expect(stderr).toBe('')
})
