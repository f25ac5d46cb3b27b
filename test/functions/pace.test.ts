// On the smallest plan, do the jobs leave the database to those who wait for an answer?
import { editor, startWorld } from '../support/world'

const PER_SECOND = 60

test('jobs with a pace ask no faster than it says, and do their work all the same', async () => {
  const world = await startWorld(
    {},
    { RIPPLE_PERSON_KEY: 'a-key-for-tests-only', RIPPLE_JOBS_PER_SECOND: `${PER_SECOND}` },
  )
  try {
    await world.ask('hq', 'post.list', {}, editor)
    const sum = () => Object.values(world.emulator.meter().dbRequests).reduce((total, n) => total + n, 0)
    const [before, began] = [sum(), performance.now()]
    const reply = await world.emulator.fireTimer('jobs')
    const [asked, ms] = [sum() - before, performance.now() - began]
    expect(asked).toBeGreaterThan(20)
    expect(ms).toBeGreaterThanOrEqual(((asked - 1) / PER_SECOND) * 1_000)
    expect(JSON.stringify(reply)).not.toContain('failed')
  } finally {
    await world.stop()
  }
})
