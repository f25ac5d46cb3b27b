// Is what people were told true: that a reading is gone after 180 days?
import { RETENTION_DAYS } from '../../shared/domain/consent'
import { agree, countReadings, newReadingId, publish, report, reportOf, share } from '../support/scenes'
import { lin, mei, startWorld, type World } from '../support/world'

const DAY_MS = 86_400_000
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

test('the timer drops readings kept for as long as they may be, named or not, and leaves the others and the sums', async () => {
  const { postId } = await publish(world)
  const token = await share(world, postId, lin)
  const ids = [newReadingId(), newReadingId(), newReadingId()] as const
  for (const readingId of ids) await report(world, [reportOf({ postId, token }, { readingId })], mei)
  await agree(world, token, mei, [ids[0], ids[2]])
  await countReadings(world)
  const age = (id: string, days: number) =>
    world.database
      .collection('readings')
      .doc(id)
      .update({ counted: Date.now() - days * DAY_MS })
  await age(ids[0], RETENTION_DAYS + 1)
  await age(ids[1], RETENTION_DAYS + 1)
  await age(ids[2], RETENTION_DAYS - 1)
  expect(await world.emulator.fireTimer('jobs')).toMatchObject({ data: { 'drop-expired': { done: 2 } } })
  expect(await world.emulator.fireTimer('jobs')).toMatchObject({ data: { 'drop-expired': { done: 0 } } })
  expect(await world.doc('tallies', `share.${token}.`)).toMatchObject({ readings: 3, gone: { readings: 2 } })
  expect((await world.docs('readings')).map(({ _id }) => _id)).toEqual([ids[2]])
})
