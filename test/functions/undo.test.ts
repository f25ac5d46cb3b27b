// The cloud fails in the midst of an act, whichever write it is: does asking again end where it would have ended?
import { cardFor, getToKnow, phone, seeFile, write } from '../support/known-readers'
import { newId, publish, report, reportOf } from '../support/scenes'
import { lin, startWorld, type World } from '../support/world'
import { isWrite } from '../support/writes'

let world: World
let postId: string
beforeAll(async () => {
  world = await startWorld()
  postId = (await publish(world, { topics: ['遛娃'] })).postId
})
afterEach(() => {
  world.emulator.faults = undefined
})
afterAll(() => world.stop())

type Ask = { action: 'reader.link' | 'link.undo' | 'contact.name'; payload: object }
const WRITES_MAX = 30

/**
 * Lets the nth write from now fail; what is returned tells whether there was one. A question that fails leaves what the
 * write after it leaves when it fails.
 */
const failNth = (nth: number, fault: 'refuse' | 'lose') => {
  let [isHit, writes] = [false, 0]
  world.emulator.faults = ({ action }) => {
    if (!action.startsWith('database.') || !isWrite(action) || isHit || ++writes < nth) return 'none'
    isHit = true
    return fault
  }
  return () => isHit
}

/**
 * Asks three times: the nth write of the first is done and its answer lost, that of the second is refused. What a
 * refused write leaves undone is what a lost one before it leaves.
 */
const askWithFaults = async ({ action, payload }: Ask, nth: number): Promise<boolean> => {
  const isLost = failNth(nth, 'lose')
  await world.call('rep', action, payload, lin)
  failNth(nth, 'refuse')
  await world.call('rep', action, payload, lin)
  world.emulator.faults = undefined
  await world.ask('rep', action, payload, lin)
  return isLost()
}

/** A reader named by her card, another one who opened hers, and the contact both may be. */
const scene = async () => {
  const [she, other] = [phone('She'), phone('Other')]
  const reader = await getToKnow(world, await cardFor(world, postId), she)
  const opener = await getToKnow(world, await cardFor(world, postId), other)
  await world.ask('reader', 'privacy.introduce', { repId: 'rep-lin', name: '豆妈' }, she)
  const [target, wrong] = [await write(world, '豆豆妈妈'), await write(world, '认错的人')]
  const token = await cardFor(world, postId, target)
  await report(world, [reportOf({ postId, token }, { chatType: 1 })], other)
  return { reader, opener, target, wrong }
}
type Scene = Awaited<ReturnType<typeof scene>>

const asksOf = ({ reader, target, wrong }: Scene): Ask[] => {
  const link = (act: string, contactId: string): Ask => ({
    action: 'reader.link',
    payload: { eventId: newId(20), readerKey: reader.readerKey, act, contactId },
  })
  const undo = ({ payload }: Ask): Ask => ({
    action: 'link.undo',
    payload: { eventId: newId(20), undoes: (payload as { eventId: string }).eventId },
  })
  const name = {
    action: 'contact.name' as const,
    payload: { eventId: newId(20), contactId: target, remark: '豆豆的妈' },
  }
  const mistake = link('assign', wrong)
  return [mistake, undo(mistake), link('assign', target), link('confirm', target), name, undo(name)]
}

/** All that can be seen of it, by what it is and not by when and under which id. */
const outcome = async ({ reader, opener, target, wrong }: Scene) => {
  const names = new Map([
    ...([
      [reader.contactId, 'own'],
      [opener.contactId, 'own of other'],
      [target, 'target'],
      [wrong, 'wrong'],
    ] as const),
  ])
  const files = await Promise.all([target, wrong].map((contactId) => seeFile(world, contactId)))
  const docs = await world.docs('readers')
  const linkOf = (key: string) => {
    const link = docs.find((doc) => doc.key === key)?.link as { contactId: string; certainty: string } | undefined
    return [names.get(link?.contactId ?? ''), link?.certainty]
  }
  const counts = await Promise.all([...names.keys()].map(async (id) => (await world.doc('contacts', id))?.readers))
  return {
    files: files.map(({ contact, readers, timeline, history, tags }) => ({
      contact: [contact.remark, contact.certainty, contact.lastReadAt !== null],
      readers: readers.map(({ certainty, readings }) => [certainty, readings]),
      timeline: timeline.map(({ certainty, totalMs }) => [certainty, totalMs]),
      tags: tags.map(({ tag, ms }) => [tag, ms]),
      history: history.map(({ act, undone, mayUndo }) => [act, undone, mayUndo]).sort(),
    })),
    links: [linkOf(reader.readerKey), linkOf(opener.readerKey)],
    counts,
  }
}

const play = async (nth: number | null) => {
  const played = await scene()
  let hits = 0
  for (const ask of asksOf(played))
    if (nth === null) await world.ask('rep', ask.action, ask.payload, lin)
    else hits += (await askWithFaults(ask, nth)) ? 1 : 0
  return { hits, seen: await outcome(played) }
}

test('whichever write fails, asked again it ends the same', async () => {
  const { seen } = await play(null)
  expect(seen.links).toEqual([
    ['target', 'certain'],
    ['own of other', 'unnamed'],
  ])
  let nth = 1
  for (; nth <= WRITES_MAX; nth++) {
    const played = await play(nth)
    expect({ nth, ...played.seen }).toEqual({ nth, ...seen })
    if (played.hits === 0) break
  }
  expect(nth).toBeGreaterThan(5)
  expect(nth).toBeLessThan(WRITES_MAX)
}, 300_000)
