// Is who passed on stored only while she agrees to exactly that, and gone the moment she does not?
import { POLICY_VERSION } from '../../shared/domain/consent'
import { agree, newToken, publish, report, reportOf, share } from '../support/scenes'
import { type As, hua, lin, mei, startWorld, type World, wang } from '../support/world'

const repId = 'rep-lin'
let world: World
let postId: string
beforeAll(async () => {
  world = await startWorld()
  postId = (await publish(world)).postId
})
afterAll(() => world.stop())
afterEach(async () => {
  for (const as of [mei, hua]) await world.ask('reader', 'privacy.erase', { readingIds: [] }, as)
})

const turn = (on: boolean, as: As = mei, rep = repId) => world.ask('reader', 'privacy.spread', { repId: rep, on }, as)
const passOn = async (parentToken: string, as: As = mei): Promise<string> => {
  const token = newToken()
  await world.ask('reader', 'share.record', { token, parentToken, channel: 'chat-card' }, as)
  return token
}
const whose = async (token: string) => (await world.doc('shares', token))?.personId ?? null
const herId = async (rep = repId) =>
  (await world.docs('consents')).find((consent) => consent.repId === rep && consent.personId)?.personId
const privacyOf = async (as: As) => (await world.ask('reader', 'privacy.see', {}, as)).consents[0]
const spreadOf = (rep: string) => world.doc('spreads', rep)

test('agreeing that she reads says nothing of what she passes on: that is asked by itself, and off until then', async () => {
  const token = await share(world, postId)
  await agree(world, token, mei)
  expect(await whose(await passOn(token))).toBeNull()
  expect(await privacyOf(mei)).toMatchObject({ spreadOn: false, passedOn: 0 })
  expect((await world.ask('reader', 'post.read', { token }, mei)).spreadOn).toBe(false)
})

test('turned on it holds for what she passes on from then; she sees how many, and it costs her nothing else', async () => {
  const token = await share(world, postId)
  await world.ask(
    'reader',
    'consent.give',
    { token, policyVersion: POLICY_VERSION, purposes: ['reading', 'tags'], scene: 1007, readingIds: [] },
    mei,
  )
  const before = await passOn(token)
  expect(await turn(true)).toEqual({ spreadOn: true })
  const after = await passOn(token)
  expect([await whose(before), await whose(after)]).toEqual([null, await herId()])
  expect(await privacyOf(mei)).toMatchObject({ spreadOn: true, passedOn: 1, tagsOn: true })
  expect((await world.ask('reader', 'post.read', { token }, mei)).spreadOn).toBe(true)
  await world.ask('reader', 'privacy.tags', { repId, on: false }, mei)
  expect(await privacyOf(mei)).toMatchObject({ spreadOn: true, tagsOn: false })
})

test('turned off, what she passed on is nobody’s at once and its rep’s spread stale; the rest of her consent stands', async () => {
  const token = await share(world, postId)
  const reading = reportOf({ postId, token })
  await report(world, [reading], mei)
  await agree(world, token, mei, [reading.readingId])
  await turn(true)
  const passed = await passOn(token)
  await world.database.collection('spreads').doc(repId).update({ stale: false })
  await turn(false)
  expect(await whose(passed)).toBeNull()
  expect(await spreadOf(repId)).toMatchObject({ stale: true })
  expect(await privacyOf(mei)).toMatchObject({ spreadOn: false, passedOn: 0 })
  expect(await world.doc('readings', reading.readingId)).toMatchObject({ known: true })
  expect(await whose(await passOn(token))).toBeNull()
  await turn(true)
  expect(await whose(passed)).toBeNull()
})

test.each([
  ['withdrawing', 'consent.withdraw', {}],
  ['erasing', 'privacy.erase', { readingIds: [] }],
] as const)('%s takes her name off all that she passed on, and leaves no trace of her', async (_, act, payload) => {
  const token = await share(world, postId)
  await agree(world, token, mei)
  await turn(true)
  const passed = await passOn(token)
  const personId = String(await herId())
  await world.database.collection('spreads').doc(repId).update({ stale: false })
  await world.ask('reader', act, payload, mei)
  expect(await whose(passed)).toBeNull()
  expect(JSON.stringify(await world.docs('shares'))).not.toContain(personId)
  expect(await spreadOf(repId)).toMatchObject({ stale: true })
})

test('agreeing to one rep says nothing to another, and what a rep or a stranger passes on is nobody’s', async () => {
  const [lins, wangs] = [await share(world, postId), await share(world, postId, wang)]
  await agree(world, lins, mei)
  await turn(true)
  await agree(world, wangs, mei)
  const [a, b] = [await passOn(lins), await passOn(wangs)]
  expect([await whose(a), await whose(b)]).toEqual([await herId(), null])
  expect([await whose(await passOn(lins, lin)), await whose(await passOn(lins, hua))]).toEqual([null, null])
})

test('recorded twice it stays as it was first stored', async () => {
  const token = await share(world, postId)
  await agree(world, token, mei)
  const passed = newToken()
  const record = () =>
    world.ask('reader', 'share.record', { token: passed, parentToken: token, channel: 'chat-card' }, mei)
  const first = await record()
  await turn(true)
  expect(await record()).toEqual(first)
  expect(await whose(passed)).toBeNull()
})

test('who never agreed has nothing to switch', async () => {
  expect((await world.refusal('reader', 'privacy.spread', { repId, on: true }, hua)).reason).toBe('no-consent')
})
