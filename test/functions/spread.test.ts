// Does a rep see who passes on to whom only where both agreed, and is everybody else nothing but a count?
import { loadTalkFacts } from '../../cloudfunctions/_kit/talk-facts'
import type { ActionName } from '../../shared/contracts'
import { dayOf } from '../../shared/domain/day'
import type { MemberId } from '../../shared/domain/ids'
import { agree, countReadings, newToken, publish, report, reportOf, share } from '../support/scenes'
import { type As, editor, lin, manager, startWorld, type World, wang } from '../support/world'

const phone = (name: string): { openid: string } => ({ openid: `oOpenidOfReader${name}`.padEnd(28, '0') })
/** She, the one between who agrees to nothing of the kind, and the one who reads below her. */
const [ann, bea, cia, dan] = [phone('Ann'), phone('Bea'), phone('Cia'), phone('Dan')] as const
const strangers = Array.from({ length: 4 }, (_, i) => phone(`Stranger${i}`))

let world: World
let postId: string
afterAll(() => world.stop())

const passOn = async (parentToken: string, as: As): Promise<string> => {
  const token = newToken()
  await world.ask('reader', 'share.record', { token, parentToken, channel: 'chat-card' }, as)
  return token
}
const read = async (token: string, as: As, change: object = {}) => {
  const reading = reportOf({ postId, token }, change)
  await report(world, [reading], as)
  return reading.readingId
}
/** Reads, agrees that this is known, and if wanted that chains are. */
const join = async (token: string, as: As, spread: boolean, repId = 'rep-lin') => {
  const id = await read(token, as)
  await agree(world, token, as, [id])
  if (spread) await world.ask('reader', 'privacy.spread', { repId, on: true }, as)
}
const TICKS_MAX = 20
/** Tick by tick, as often as it takes. */
const workOut = async () => {
  for (let tick = 0; tick < TICKS_MAX; tick++) {
    await world.emulator.fireTimer('jobs')
    if ((await world.docs('spreads')).every(({ stale }) => !stale)) return
  }
}
const count = async () => {
  await countReadings(world)
  await workOut()
}
const graph = (as: As = lin) => world.ask('rep', 'spread.see', {}, as)
const contactOf = async (as: As, repId = 'rep-lin'): Promise<string> => {
  const personId = (await idsOf(as, repId))[0]
  const reader = (await world.docs('readers')).find((one) => one.personId === personId && one.repId === repId)
  return String((reader?.link as { contactId: string } | undefined)?.contactId)
}
/** Everything by which she could be told, to look for in replies. */
const idsOf = async (as: As, repId = 'rep-lin'): Promise<string[]> => {
  const seen = await world.ask('reader', 'privacy.see', {}, as)
  const own = seen.readings.map(({ readingId }) => readingId)
  const reading = (await world.docs('readings')).find(({ _id }) => own.includes(_id))
  const personId = String(reading?.personId)
  const reader = (await world.docs('readers')).find((one) => one.personId === personId && one.repId === repId)
  const link = reader?.link as { contactId: string } | undefined
  const times = (await world.docs('readings'))
    .filter((one) => one.personId === personId)
    .flatMap(({ openedAt, lastAt }) => [String(openedAt), String(lastAt)])
  return [personId, String(reader?.key), String(link?.contactId), ...own, ...times]
}
const everyReply = async (contactId: string): Promise<string> => {
  const asked: [ActionName<'rep'>, object][] = [
    ['spread.see', {}],
    ['spread.post', { postId }],
    ['spread.paths', { contactId }],
    ['spread.influence', { contactId }],
  ]
  const replies = await Promise.all(asked.map(([action, payload]) => world.ask('rep', action, payload, lin)))
  const hq = await world.ask('hq', 'spread.see', { postId, per: 'store' }, editor)
  return JSON.stringify([replies, hq])
}

/** A chain: Ann agreed, Bea below her did not, Cia below Bea did, and so did Dan, straight from Ann. */
let tokens: { root: string; anns: string; beas: string; cias: string }
beforeAll(async () => {
  world = await startWorld()
  postId = (await publish(world)).postId
  const root = await share(world, postId)
  await join(root, ann, true)
  const anns = await passOn(root, ann)
  await join(anns, bea, false)
  const beas = await passOn(anns, bea)
  await join(beas, cia, true)
  const cias = await passOn(beas, cia)
  await join(anns, dan, true)
  tokens = { root, anns, beas, cias }
  for (const stranger of strangers) await read(cias, stranger)
  await count()
})

test('the graph shows who agreed, with steps only from hand to hand, and the others as a count', async () => {
  const { asOf, nodes, edges, parts } = await graph()
  expect([asOf, parts]).toEqual([expect.any(Number), 1])
  const people = nodes.filter(({ kind }) => kind === 'person')
  const names = await Promise.all([ann, cia, dan].map((as) => contactOf(as)))
  expect(people.map(({ person }) => person?.contactId).sort()).toEqual([...names].sort())
  const place = (contactId: string | undefined) => nodes.findIndex(({ person }) => person?.contactId === contactId)
  const steps = edges.flatMap(({ from, to }) => (nodes[to]?.kind === 'person' ? [[from, to]] : []))
  const [a, c, d] = names.map(place)
  expect(steps).toContainEqual([a, d])
  expect(steps).not.toContainEqual([a, c])
  const branch = nodes.find(({ kind, key }) => kind === 'branch' && key === `${nodes[c ?? -1]?.key}~`)
  expect(branch).toMatchObject({ people: 4, firstAt: null, lastAt: null, person: null })
})

test('of who agreed to be known but not to this, nothing is in any reply: no id, no alias, no time', async () => {
  const [theirs, contactId] = [await idsOf(bea), await contactOf(cia)]
  const told = await everyReply(contactId)
  for (const id of [...theirs, tokens.beas]) expect(told).not.toContain(id)
  expect(theirs.length).toBeGreaterThan(5)
})

test('one or two who did not agree are few, wherever they are counted', async () => {
  const { nodes } = await graph()
  const anns = nodes.find(({ person }) => person !== null && nodes.some(({ key }) => key === `${person.contactId}~`))
  expect(anns).toBeUndefined() // branches are named by alias, never by contact
  const below = nodes.filter(({ kind }) => kind === 'branch')
  for (const { people, deep, passes } of below)
    for (const n of [people, deep, passes]) expect(n === 'few' || n === 0 || n >= 3).toBe(true)
  const { tree } = await world.ask('rep', 'spread.post', { postId }, lin)
  expect(tree?.levels.map(({ opened }) => opened)).toEqual(['few', 'few', 'few', 4])
  expect(tree).toMatchObject({ depth: 3, opened: 8, shares: 4 })
})

test('the post is told to HQ as counts of five and more, and only of the part of the firm that is hers', async () => {
  const seen = await world.ask('hq', 'spread.see', { postId, per: 'store' }, manager)
  expect(seen.rows).toEqual([{ id: 'store-east', name: '东街店', shares: 'few', opened: 5, deep: 5, depth: 3 }])
  expect(seen.whole).toMatchObject({ opened: 5 })
  // four at most on any step: nothing is said of one step, nor of how wide it was
  expect(seen.tree).toEqual({ levels: [], width: 'few', halfLifeHours: expect.any(Number) })
  const all = await world.ask('hq', 'spread.see', { postId: null, per: 'region' }, editor)
  expect(all).toMatchObject({ whole: { opened: 5, depth: 3 }, tree: null })
})

test('whom she has a name for is the one to ask; without one there is no way', async () => {
  const [to, via] = [await contactOf(dan), await contactOf(ann)]
  expect((await world.ask('rep', 'spread.paths', { contactId: to }, lin)).paths).toEqual([])
  await world.ask(
    'rep',
    'contact.name',
    { contactId: via, remark: '王姐', eventId: newToken() + newToken().slice(4) },
    lin,
  )
  const { paths } = await world.ask('rep', 'spread.paths', { contactId: to }, lin)
  expect(paths).toHaveLength(1)
  expect(paths[0]).toMatchObject({ ask: { contactId: via, remark: '王姐' }, steps: [{ passes: 1, deep: 1 }] })
  expect(paths[0]?.people.map(({ contactId }) => contactId)).toEqual([via, to])
  // behind who did not agree nobody is found
  expect((await world.ask('rep', 'spread.paths', { contactId: await contactOf(cia) }, lin)).paths).toEqual([])
})

test('what she passes on is told of her where she agreed, and of nobody else', async () => {
  const seen = await world.ask('rep', 'spread.influence', { contactId: await contactOf(cia) }, lin)
  expect(seen.spread).toMatchObject({ people: 4, passes: 1 })
  expect((await world.ask('rep', 'spread.influence', { contactId: await contactOf(bea) }, lin)).spread).toBeNull()
})

test('what speaks for asking her to be a partner is how many came by her, as counts; of one who did not agree nothing', async () => {
  const { candidates } = await world.ask('rep', 'partner.list', {}, lin)
  const evidenceOf = async (as: As) => {
    const contactId = await contactOf(as)
    return candidates.find((one) => one.contactId === contactId)?.evidence.koc
  }
  expect(await evidenceOf(ann)).toEqual({ people: 6, deep: 6, posts: 1, weeks: 1 })
  expect(await evidenceOf(bea)).toBeUndefined()
})

test('another rep sees nothing of it, nor does worked-out-again change anything', async () => {
  expect(await graph(wang)).toMatchObject({ nodes: [] })
  const before = await graph()
  await world.database.collection('spreads').doc('rep-lin').update({ stale: true })
  await workOut()
  expect({ ...(await graph()), asOf: 0 }).toEqual({ ...before, asOf: 0 })
  expect(await world.doc('spreads', 'rep-lin')).toMatchObject({ stale: false, writing: false })
})

test('from the beginning or bit by bit: the same graph', async () => {
  await read(tokens.cias, strangers[0] ?? null)
  await count()
  const grown = await graph()
  await world.database.collection('spreads').doc('rep-lin').update({ stale: true, cursors: null })
  await workOut()
  expect({ ...(await graph()), asOf: 0 }).toEqual({ ...grown, asOf: 0 })
})

test('whom a friend of hers could introduce is a reason to talk, and no longer once that friend is hidden', async () => {
  const [by, toId] = [await contactOf(ann), await contactOf(dan)]
  await world.ask('reader', 'privacy.tags', { repId: 'rep-lin', on: true }, ann)
  const facts = await loadTalkFacts('rep-lin' as MemberId, Date.now())
  const { introductions } = facts.find(({ contactId }) => contactId === by) ?? {}
  expect(introductions).toEqual([{ toId, deep: 1, at: expect.any(Number) }])
  const day = dayOf(Date.now())
  const evidence = [{ of: 'introduction', toId, deep: 1, at: 1 }]
  const talk = { contactId: by, clues: [{ reason: 'introduce', strength: 1, evidence }], mood: 1, scene: 'introduce' }
  const listed = { ...talk, channel: 'wechat', window: null, about: null, line: '想请您帮个小忙', playbookId: null }
  const made = { repId: 'rep-lin', day, madeAt: 1, lookedAt: Date.now(), talks: [listed], rest: [], told: [], rev: 0 }
  await world.database.collection('talkdays').doc(`rep-lin.${day}`).set(made)
  const shown = (await world.ask('rep', 'talk.list', {}, lin)).talks.find(({ contactId }) => contactId === by)
  expect(shown?.clues[0]).toMatchObject({
    reason: 'introduce',
    evidence: [{ of: 'introduction', to: { contactId: toId } }],
  })
  await world.ask('reader', 'privacy.spread', { repId: 'rep-lin', on: false }, dan)
  expect(JSON.stringify(await world.docs('talkdays'))).not.toContain(toId)
  await world.ask('reader', 'privacy.spread', { repId: 'rep-lin', on: true }, dan)
  await workOut()
})

test('she switches it off, and before anything is worked out anew nobody sees her; afterwards the others are back', async () => {
  const ids = await idsOf(dan)
  await world.ask('reader', 'privacy.spread', { repId: 'rep-lin', on: false }, dan)
  expect(await graph()).toMatchObject({ asOf: null, nodes: [] })
  expect(JSON.stringify(await world.docs('spreadparts'))).not.toContain(ids[0])
  await workOut()
  const told = JSON.stringify(await graph())
  expect(told).not.toContain(await contactOf(dan))
  expect(told).toContain(await contactOf(ann))
})

test('even were what was worked out to stay, who agrees no longer takes it with her', async () => {
  const parts = await world.docs('spreadparts')
  const head = await world.doc('spreads', 'rep-lin')
  await world.ask('reader', 'privacy.spread', { repId: 'rep-lin', on: false }, cia)
  await world.add('spreadparts', parts)
  await world.database.collection('spreads').doc('rep-lin').update({ asOf: head?.asOf, parts: head?.parts })
  expect(await graph()).toMatchObject({ asOf: null, nodes: [], edges: [], keyPeople: [] })
  await workOut()
})

test('erased, there is no trace of her in what is stored', async () => {
  const [personId = ''] = await idsOf(ann)
  await world.ask('reader', 'privacy.erase', { readingIds: [] }, ann)
  const stored = async () =>
    JSON.stringify(await Promise.all(['spreads', 'spreadparts', 'trees', 'shares'].map((name) => world.docs(name))))
  expect(await stored()).not.toContain(personId)
  await count()
  expect(await stored()).not.toContain(personId)
  expect((await graph()).nodes.filter(({ kind }) => kind === 'person')).toEqual([])
})
