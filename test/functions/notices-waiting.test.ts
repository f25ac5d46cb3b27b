// Does a rep hear who was told nothing for long, say because no message was left?
import { MINUTE, type NoticesWorld, startNoticesWorld } from '../support/notices-world'
import { lin, mei, wang } from '../support/world'

let scene: NoticesWorld
beforeAll(async () => {
  scene = await startNoticesWorld()
})
afterAll(() => scene.stop())

test('who was told nothing for long hears, however much the others’ readers read meanwhile', async () => {
  const { world } = scene
  const [now, weekAgo] = [Date.now(), Date.now() - 7 * 24 * 60 * MINUTE]
  const like = (await world.docs('readings')).find(({ known }) => known)
  await world.add(
    'readings',
    Array.from({ length: 1_000 }, (_, i) => ({
      ...{ ...like, _id: `readByLin${i}`, repId: 'rep-lin', known: true },
      ...{ openedAt: now - (i + 2) * MINUTE, lastAt: now - (i + 1) * MINUTE, counted: 1 },
    })),
  )
  for (const as of [lin, wang]) {
    await scene.switchOn(as)
    await scene.grant(as)
  }
  const { set } = world.database.command
  await scene.watchOf('rep-lin').update({ notifiedAt: Date.now(), waitingSince: -1, sentAt: 0, told: set([]) })
  // later in every order: by rep, by when it was stored, by when it was read
  await world.database.collection('readings').where({ repId: 'rep-wang', known: true }).remove()
  await scene.read(mei, {}, scene.tokens.wang)
  await world.database
    .collection('readings')
    .where({ repId: 'rep-wang', known: true })
    .update({ openedAt: weekAgo, lastAt: weekAgo + 5 * MINUTE })
  const fresh = { notifiedAt: weekAgo, seenAt: 0, waitingSince: -1, sentAt: 0, employee: false, told: set([]) }
  await scene.watchOf('rep-wang').update(fresh)
  const before = scene.sentTo(wang).length
  await scene.tick()
  expect(scene.sentTo(wang)).toHaveLength(before + 1)
})
