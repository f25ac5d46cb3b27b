// What does a minute cost in which nobody does anything? The jobs ask all the same, and docs/scale.md reckons with it.
import { COUNTS } from '../../bench/scale/counts.data'
import { editor, startWorld } from '../support/world'

type Requests = Readonly<Record<string, number>>
const sum = (requests: Requests): number => Object.values(requests).reduce((total, n) => total + n, 0)
const reads = (requests: Requests): number =>
  (requests['database.getDocument'] ?? 0) + (requests['database.calculateDocument'] ?? 0)

test('a minute in which nobody does anything asks the database so often', async () => {
  const world = await startWorld({}, { RIPPLE_PERSON_KEY: 'a-key-for-tests-only', RIPPLE_METRICS: 'on' })
  try {
    await world.ask('hq', 'post.list', {}, editor)
    // some jobs look only in the first minute of an hour
    const hour = 3_600_000
    world.emulator.clock.jumpTo((Math.floor(Date.now() / hour) + 1) * hour + hour / 2)
    for (let settling = 0; settling < 3; settling++) await world.emulator.fireTimer('jobs')
    const before = world.emulator.meter()
    await world.emulator.fireTimer('jobs')
    const after = world.emulator.meter()
    const all = sum(after.dbRequests) - sum(before.dbRequests)
    const dbReads = reads(after.dbRequests) - reads(before.dbRequests)
    const docsRead = after.docsRead - before.docsRead
    const docsWritten = after.docsWritten - before.docsWritten
    expect({ dbReads, dbWrites: all - dbReads, docsRead, docsWritten }).toEqual(COUNTS.aMinute)
  } finally {
    await world.stop()
  }
})
