// Do codes of invitations and marks of erasures go when their time is over, by themselves?
import { collection } from '../../cloudfunctions/_kit/collection'
import { dropOld } from '../../cloudfunctions/jobs/drop-old'
import { startEmulator } from '../../emulator'
import { schema } from '../../shared/schema'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const now = 500_000 * HOUR_MS

test('once an hour, those that are old enough and no others', async () => {
  const options = { dataDir: ':memory:', ports: [0], functionsDir: '.', functions: [], schema, timers: false }
  const emulator = await startEmulator(options)
  Object.assign(process.env, emulator.adminEnv)
  try {
    const [invites, erasures] = [
      collection<{ _id: string; until: number }>('invites'),
      collection<{ _id: string; at: number }>('erasures'),
    ]
    for (const [days, id] of [
      [8, 'old'],
      [6, 'young'],
    ] as const)
      await invites.put({ _id: id, until: now - days * DAY_MS })
    for (const [days, id] of [
      [31, 'old'],
      [29, 'young'],
    ] as const)
      await erasures.put({ _id: id, at: now - days * DAY_MS })
    expect(await dropOld(now + 10 * 60_000)).toBe(0)
    expect([await dropOld(now), await dropOld(now)]).toEqual([2, 0])
    expect([await invites.get('old'), await erasures.get('old')]).toEqual([null, null])
    expect([(await invites.get('young'))?._id, (await erasures.get('young'))?._id]).toEqual(['young', 'young'])
  } finally {
    await emulator.stop()
  }
})
