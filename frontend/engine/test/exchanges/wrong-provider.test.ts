import { providers, type ProviderId } from '@settings'
import { playRecording, readRecording, recordings } from './play-recording'

interface Exception {
  readonly recording: string
  /** Every provider but these. */
  readonly but?: readonly ProviderId[]
  readonly only?: readonly ProviderId[]
  /** The step that is answered otherwise, and how. */
  readonly step: string
  readonly answer: string
}

/** Where a wrongly chosen provider is seen by the client; everywhere else each recording plays to its end with each. */
const exceptions: readonly Exception[] = [
  {
    recording: 'entra/import-off.json',
    but: ['entra'],
    step: 'create while users are not imported: refused for this user only',
    answer: 'status 403 instead of 400',
  },
  {
    recording: 'miniorange/provisioning-app.json',
    only: ['custom'],
    step: 'create somebody whose userName is an e-mail, without schemas',
    answer: 'status 400 instead of 201',
  },
  {
    recording: 'miniorange/saml-app.json',
    only: ['custom'],
    step: 'create with a top-level e-mail, by hand',
    answer: 'status 400 instead of 201',
  },
]

function exceptionTo(recording: string, provider: ProviderId): Exception | undefined {
  return exceptions.filter(
    (each) =>
      each.recording === recording &&
      !each.but?.includes(provider) &&
      (each.only === undefined || each.only.includes(provider)),
  )[0]
}

const table = recordings
  .filter((recording) => !recording.startsWith('hostile/'))
  .flatMap((recording) => providers.map(({ id }) => [recording, id] as const))

test.each(table)('%s plays under the provider %s', async (file, provider) => {
  const recording = readRecording(file)
  const played = playRecording(recording, provider)
  const exception = exceptionTo(file, provider)
  if (!exception) return expect(await played).toBeUndefined()
  await expect(played).rejects.toThrow(
    `${recording.title}, step "${exception.step}": ${exception.answer}`,
  )
})
