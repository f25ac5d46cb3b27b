// The phone or the cloud dies in the midst of an act, at whichever of its writes: does asking again end where it would have ended?
import { api, type FunctionName, type Reply } from '../../shared/contracts'
import type { Who } from '../../shared/domain/access'
import { schema } from '../../shared/schema'
import { good, type Live } from '../support/good-inputs'
import { fillLive } from '../support/live-world'
import { type As, approver, type Doc, editor, lin, mei, nobody, startWorld, type World } from '../support/world'
import { isWrite } from '../support/writes'

type Row = { name: string; fn: FunctionName; action: string; as: As }
const asFor: Record<Who, As> = { anyone: nobody, person: mei, rep: lin, editor, approver, desk: editor }
const rows: Row[] = Object.entries(api).flatMap(([fn, actions]) =>
  Object.entries(actions).map(([action, { who }]) => ({
    ...{ name: `${fn}/${action}`, fn: fn as FunctionName, action, as: asFor[who as Who] },
  })),
)

let world: World
let base: ReadonlyMap<string, readonly Doc[]>
let known: ReadonlySet<string>
let live: Live

const LONG = /[A-Za-z0-9_-]{10,}/g
const docsOf = async (names: Iterable<string>): Promise<Map<string, Doc[]>> => {
  const all = new Map<string, Doc[]>()
  for (const name of names) all.set(name, await world.docs(name))
  return all
}
/** How often something was written. */
const TURNS = /"(rev|linkRev|news|n)":\d+/g
/** Without what differs at each try: instants, what is minted by chance, seals that hang on both. */
const likened = (value: unknown): string =>
  JSON.stringify(value)
    .replace(/\d{13}/g, 'n')
    .replace(TURNS, '"$1":0')
    .replace(/"prev":"[^"]*"/g, '"prev":"…"')
    .replace(LONG, (one) => (known.has(one) ? one : '…'))
const linesOf = (all: ReadonlyMap<string, readonly Doc[]>): Record<string, string[]> =>
  Object.fromEntries([...all].map(([name, docs]) => [name, docs.map((doc) => likened(doc)).sort()]))

beforeAll(async () => {
  world = await startWorld()
  live = await fillLive(world)
  base = await docsOf(schema.map(({ name }) => name))
  known = new Set(JSON.stringify([...base]).match(LONG) ?? [])
}, 240_000)
afterAll(() => world.stop())

const putBack = async (names: Iterable<string>): Promise<void> => {
  for (const name of names) {
    const was = new Map((base.get(name) ?? []).map((doc) => [doc._id, JSON.stringify(doc)]))
    const now = await world.docs(name)
    const same = new Set(now.filter((doc) => was.get(doc._id) === JSON.stringify(doc)).map(({ _id }) => _id))
    for (const { _id } of now) if (!same.has(_id)) await world.database.collection(name).doc(_id).remove()
    const back = (base.get(name) ?? []).filter(({ _id }) => !same.has(_id))
    if (back.length) world.emulator.load(name, back as never)
  }
}

/** What a repeat may answer or leave otherwise, and why that is right. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'reader/consent.withdraw': 'the reply counts what this call ended',
  'reader/privacy.erase':
    'the reply counts what this call erased; sums are set aside by the job where it did not come to that',
  'rep/partner.invite': 'the code is drawn anew',
  'rep/kit.reroll': 'the places of the text that got lost stay used, so that nobody gets the same',
  'rep/kit.repaint': 'the same for pictures',
  'rep/contact.create': 'the two letters behind a name come of its id, which the test draws anew',
  'rep/playbook.favour': 'an empty list of ticks is written or not',
  'hq/member.save': 'who saves people keeps others waiting for some seconds, her own next try as well',
  'hq/member.invite': 'codes are kept as hashes: the next one is another, and the log names both',
  'hq/handover.begin': 'the job goes on with what is left when the time of whoever began it is over',
}

/** Some do nothing in this world, for what they ask about is not there: so many at most. */
const IDLE_MAX = 75
let idle = 0

const cutAt = (nth: number, into: Set<string>): (() => number) => {
  let writes = 0
  world.emulator.faults = ({ action, collection }) => {
    if (!action.startsWith('database.') || !isWrite(action)) return 'none'
    // the head of the log only says where to look first: the next line puts it right
    if (collection && collection !== 'auditheads') into.add(collection)
    writes += 1
    return writes === nth ? 'lose' : 'none'
  }
  return () => {
    world.emulator.faults = undefined
    return writes
  }
}

test.each(rows)('$name', async ({ name, fn, action, as }) => {
  const send = (payload: unknown): Promise<Reply<unknown>> => world.send(fn, { action, payload }, as)
  const into = new Set<string>()
  const counted = cutAt(0, into)
  const whole = await send(good(live)[name])
  const all = counted()
  const wanted = linesOf(await docsOf(into))
  const different: object[] = []
  for (let nth = 1; whole.ok && nth <= all; nth += 1) {
    await putBack(into)
    const payload = good(live)[name]
    const isOver = cutAt(nth, into)
    await send(payload)
    isOver()
    const again = await send(payload)
    const [told, ended] = [again.ok ? again.data : again.error.reason, linesOf(await docsOf(into))]
    const moved = [...into].filter((of) => JSON.stringify(ended[of] ?? []) !== JSON.stringify(wanted[of] ?? []))
    if (moved.length || likened(told) !== likened(whole.data)) different.push({ nth, told, moved })
  }
  await putBack(into)
  if (!whole.ok) idle += 1
  if (!(name in OTHERWISE)) expect(different).toEqual([])
})

test('most of them act here', () => expect(idle).toBeLessThanOrEqual(IDLE_MAX))
