import { screen, within } from '@testing-library/react'
import { findViolations } from './axe'
import { findHeading, openPage } from './open-page'

const TEXT = `SCIM for Crowd
Crowd version: 7.0.1
App version: 0.1.0
Servlet flavour: jakarta
Engine mode: interpreted
Base URL: https://crowd.example.org/crowd

Found: DirectoryManager.addUser
Absent: ClusterLockService (one node only)`

test('shows what was found, and copies it as text', async () => {
  const page = openPage('#/system')
  await findHeading('System')
  const table = within(await screen.findByRole('table', { name: 'Services and methods' }))
  const [, ...rows] = table.getAllByRole('row')
  expect(rows.map((row) => row.textContent)).toEqual([
    'DirectoryManager.addUserFound',
    'ClusterLockServiceAbsentone node only',
  ])
  expect(screen.getByText('7.0.1')).toBeVisible()
  await page.user.click(screen.getByRole('button', { name: 'Copy as text' }))
  expect(page.host.copied()).toBe(TEXT)
  expect(await screen.findByText('Copied.')).toBeVisible()
  expect(await findViolations()).toEqual([])
})

test('can be asked for again after a failure', async () => {
  const page = openPage('#/system', (server) => server.failNext('GET /system', 'offline'))
  await findHeading('System')
  await page.user.click(await screen.findByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('7.0.1')).toBeVisible()
})
