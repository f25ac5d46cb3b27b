// Anyone may report, without an account: can she fill a reading, and with it a post's sums, with what the post does not have?
import { countReadings, draftOf, publish, report, reportOf, saveDraft, share } from '../support/scenes'
import { editor, lin, mei, nobody, startWorld, type World } from '../support/world'

let world: World
let postId: string
let token: string
beforeAll(async () => {
  world = await startWorld()
  postId = (await publish(world)).postId
  token = await share(world, postId, lin)
})
afterAll(() => world.stop())

const madeUp = (n: number) => Object.fromEntries(Array.from({ length: 25 }, (_, i) => [`made-up-${n}-${i}`, 1_000]))

test('sections a post does not have are neither stored nor counted, however often they are sent', async () => {
  const reading = reportOf({ postId, token })
  for (let seq = 1; seq <= 4; seq++) {
    const invented = { images: madeUp(seq), again: { ...madeUp(seq), s1: 1 } }
    await report(world, [{ ...reading, seq, sections: { ...madeUp(seq), s1: 40_000 }, ...invented }], nobody)
  }
  const stored = await world.doc('readings', reading.readingId)
  expect(stored).toMatchObject({ seq: 4, sections: { s1: 40_000 }, again: { s1: 1 } })
  expect(Object.keys({ ...(stored?.sections as object), ...(stored?.images as object) })).toEqual(['s1'])
  await countReadings(world)
  expect(JSON.stringify(await world.docs('tallies'))).not.toContain('made-up')
})

test('a section that a new version brings is counted once it is known', async () => {
  const { article } = draftOf()
  const sections = [...article.sections, { id: 's3', heading: '山上', paragraphs: ['慢慢走。'], imageId: null }]
  const reading = reportOf({ postId, token })
  await report(world, [reading], mei)
  await world.ask('hq', 'post.recall', { postId, reason: '补一节' }, editor)
  const { version } = await saveDraft(world, postId, { article: { ...article, sections } }, 1)
  await world.ask('hq', 'post.publish', { postId, version, publishAt: null }, editor)
  const later = { ...reading, seq: 2, version, sections: { s1: 40_000, s3: 9_000 } }
  world.emulator.crash('reader') // a function that starts anew, as one does after a minute at the latest
  await report(world, [later], mei)
  expect(await world.doc('readings', reading.readingId)).toMatchObject({ sections: { s1: 40_000, s3: 9_000 } })
})
