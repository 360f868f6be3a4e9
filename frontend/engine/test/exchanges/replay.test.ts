import { playRecording, readRecording, recordings } from './play-recording'

test.each(recordings)(
  '%s is answered as recorded, and leaves source and target as recorded',
  async (file) => {
    expect(await playRecording(readRecording(file))).toBeUndefined()
  },
)
