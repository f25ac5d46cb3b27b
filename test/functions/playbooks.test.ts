// Does what HQ writes reach the reps it is for, in their voice, and does nothing unfit go out?
import type { PlayDraft } from '../../shared/contracts/playbook'
import { PLAYBOOKS } from '../../shared/domain/playbooks.data'
import { newId } from '../support/scenes'
import { editor, lin, linOnWeb, otherEditor, startWorld, type World, wang, zhao } from '../support/world'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())
/** What was live is out of the way of the next test, whose own publishing starts the functions anew. */
afterEach(async () => {
  const { playbooks } = await world.ask('hq', 'playbook.list', {}, editor)
  for (const { playbookId, version, state } of playbooks)
    if (state === 'live') await world.ask('hq', 'playbook.retire', { playbookId, version }, editor)
})

const wordsOf = (change: Partial<PlayDraft> = {}): PlayDraft => ({
  name: '好久没聊',
  scene: 'comeback',
  kinds: [],
  relation: null,
  value: null,
  goal: '轻轻问个好',
  steps: [
    {
      name: '开口',
      say: ['{[亲切]最近都好呀|[专业]近来可好|[活泼]好久不见呀}，我是{rep}，在看{topic}。'],
      minutes: null,
    },
    { name: '收住', say: ['您忙。'], minutes: null },
  ],
  dos: ['问一句就等'],
  donts: ['不带链接'],
  lockedWords: [],
  ...change,
})
const newPlayId = () => `play-${newId(8)}`
const saveDraft = (playbookId: string, change: Partial<PlayDraft> = {}, baseVersion = 0, as = editor) =>
  world.call('hq', 'playbook.save', { playbookId, baseVersion, words: wordsOf(change) }, as)
const publish = async (change: Partial<PlayDraft> = {}) => {
  const playbookId = newPlayId()
  await saveDraft(playbookId, change)
  await world.ask('hq', 'playbook.publish', { playbookId, version: 1 }, editor)
  await world.restart() // so that no warm function remembers what was live before
  return playbookId
}
const listOf = async (as: typeof lin) => (await world.ask('rep', 'playbook.list', {}, as)).playbooks

test('a rep has a playbook for every scene though HQ has written none', async () => {
  const playbooks = await listOf(lin)
  expect(new Set(playbooks.map(({ scene }) => scene))).toEqual(new Set(PLAYBOOKS.map(({ scene }) => scene)))
  expect(playbooks.every(({ builtIn }) => builtIn)).toBe(true)
})

test('a draft comes back as it was written, and its lines stay at HQ', async () => {
  const playbookId = newPlayId()
  await saveDraft(playbookId, { name: '', steps: [] })
  const { playbooks } = await world.ask('hq', 'playbook.list', {}, otherEditor)
  expect(playbooks[0]).toMatchObject({ playbookId, state: 'draft', version: 1, words: { name: '', steps: [] } })
  expect((await listOf(lin)).some((one) => one.playbookId === playbookId)).toBe(false)
})

test('live, it is said in her voice and under her name; what is not known yet stands by its name', async () => {
  const playbookId = await publish()
  const said = async (as: typeof lin) => (await listOf(as)).find((one) => one.playbookId === playbookId)?.steps[0]?.say
  expect(await said(lin)).toEqual(['最近都好呀，我是林小满，在看{topic}。'])
  expect(await said(zhao)).toEqual(['近来可好，我是赵敏，在看{topic}。'])
  expect(await said(lin)).toEqual(await said(lin))
})

test('where HQ has one, what comes with the product gives way', async () => {
  await world.restart()
  const before = (await listOf(lin)).filter(({ scene }) => scene === 'comeback')
  expect(before.length).toBeGreaterThan(3)
  const narrow = await publish({ relation: 'expert' })
  const beside = (await listOf(lin)).filter(({ scene }) => scene === 'comeback')
  expect(beside.map(({ playbookId }) => playbookId)).toEqual([
    narrow,
    ...before.filter(({ relation }) => relation !== 'expert').map(({ playbookId }) => playbookId),
  ])
  const wide = await publish()
  const after = (await listOf(lin)).filter(({ scene }) => scene === 'comeback')
  expect(new Set(after.map(({ playbookId }) => playbookId))).toEqual(new Set([narrow, wide]))
})

test('a playbook for teachers is not a guide’s', async () => {
  const playbookId = await publish({ kinds: ['teacher'] })
  expect((await listOf(lin)).some((one) => one.playbookId === playbookId)).toBe(false)
  await world.database.collection('members').doc('rep-lin').update({ kind: 'teacher' })
  expect((await listOf(lin)).some((one) => one.playbookId === playbookId)).toBe(true)
  await world.database.collection('members').doc('rep-lin').update({ kind: 'guide' })
})

test('taken back it is gone from every list, and can be written on', async () => {
  const playbookId = await publish()
  const edit = await saveDraft(playbookId, { name: '另一个名字' }, 1)
  expect(edit).toMatchObject({ ok: false, error: { reason: 'playbook-live', code: 'conflict' } })
  await world.ask('hq', 'playbook.retire', { playbookId, version: 1 }, otherEditor)
  const again = await world.ask('hq', 'playbook.retire', { playbookId, version: 1 }, editor)
  expect(again).toMatchObject({ state: 'retired', version: 1 })
  expect(await saveDraft(playbookId, { name: '另一个名字' }, 1)).toMatchObject({
    ok: true,
    data: { state: 'draft', version: 2, words: { name: '另一个名字' } },
  })
  await world.restart()
  expect((await listOf(lin)).some((one) => one.playbookId === playbookId)).toBe(false)
})

test('two editors at once: one saves, the other is told, nothing is lost', async () => {
  const playbookId = newPlayId()
  await saveDraft(playbookId)
  const replies = await Promise.all(
    [editor, otherEditor].map((as, i) => saveDraft(playbookId, { name: `名字${i}` }, 1, as)),
  )
  expect(replies.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(replies.find(({ ok }) => !ok)).toMatchObject({
    error: { code: 'conflict', reason: 'stale-version', message: '别人刚保存过，请刷新后再改。' },
  })
  const winner = replies.findIndex(({ ok }) => ok)
  const { playbooks } = await world.ask('hq', 'playbook.list', {}, editor)
  expect(playbooks.find((one) => one.playbookId === playbookId)).toMatchObject({
    version: 2,
    words: { name: `名字${winner}` },
  })
})

test('one saves while another publishes: what goes out is what was seen', async () => {
  const playbookId = newPlayId()
  await saveDraft(playbookId)
  await saveDraft(playbookId, { name: '又改了' }, 1, otherEditor)
  const refused = await world.refusal('hq', 'playbook.publish', { playbookId, version: 1 }, editor)
  expect(refused).toMatchObject({ code: 'conflict', reason: 'stale-version' })
})

test('the same save and the same publishing again answer as before', async () => {
  const playbookId = newPlayId()
  const first = await saveDraft(playbookId)
  expect(await saveDraft(playbookId)).toEqual(first)
  const out = await world.ask('hq', 'playbook.publish', { playbookId, version: 1 }, editor)
  expect(await world.ask('hq', 'playbook.publish', { playbookId, version: 1 }, otherEditor)).toEqual(out)
})

const opening = (say: string[], change: Partial<PlayDraft> = {}): Partial<PlayDraft> => ({
  steps: [{ name: '开口', say, minutes: null }],
  ...change,
})

test.each<[string, Partial<PlayDraft>, string, string]>([
  ['has no name', { name: '' }, 'name-missing', 'version'],
  ['has no line to begin with', { steps: [] }, 'line-missing', 'version'],
  ['has a broken choice', opening(['您好', '在吗{A|B']), 'unclosed', 'steps.0.say.1'],
  ['names a fact nobody knows', opening(['在看{price}']), 'unknown-fact', 'steps.0.say.0'],
  [
    'loses a locked word in a branch',
    opening(['{包邮到家|自己来取}'], { lockedWords: ['包邮'] }),
    'locked-word-in-choice',
    'steps.0.say.0',
  ],
  ['has a barred word', opening(['国家级面霜']), 'words-blocked', 'steps.0.say.0'],
  ['has a barred word that only a choice makes', opening(['{国家|本店}级的好物']), 'words-blocked', 'steps.0.say.0'],
  ['tells her what we saw', opening(['看到您昨晚读了{topic}']), 'words-blocked', 'steps.0.say.0'],
])('does not go live where it %s', async (_, change, reason, field) => {
  const playbookId = newPlayId()
  await saveDraft(playbookId, change)
  const refused = await world.refusal('hq', 'playbook.publish', { playbookId, version: 1 }, editor)
  expect(refused).toMatchObject({ code: 'invalid', reason, field })
})

test('what comes with the product is not HQ’s to change, and there is no other', async () => {
  const id = PLAYBOOKS[0]?._id ?? ''
  expect(await saveDraft(id)).toMatchObject({ ok: false, error: { reason: 'built-in-playbook' } })
  for (const action of ['playbook.publish', 'playbook.retire'] as const)
    expect(await world.refusal('hq', action, { playbookId: 'never', version: 1 }, editor)).toMatchObject({
      code: 'not-found',
      reason: 'no-such-playbook',
    })
})

describe('favourites', () => {
  const favour = (as: typeof lin | typeof linOnWeb, playbookId: string, on: boolean) =>
    world.ask('rep', 'playbook.favour', { playbookId, on }, as)

  test('are hers on all her phones, and nobody else’s', async () => {
    await favour(lin, 'ripple-thanks', true)
    await Promise.all([favour(lin, 'ripple-comeback', true), favour(linOnWeb, 'ripple-promise', true)])
    const { favourites } = await world.ask('rep', 'playbook.list', {}, lin)
    expect([...favourites].sort()).toEqual(['ripple-comeback', 'ripple-promise', 'ripple-thanks'])
    expect((await world.ask('rep', 'playbook.list', {}, wang)).favourites).toEqual([])
    expect(await favour(lin, 'ripple-thanks', true)).toEqual({ favourites })
  })

  test('stay in her list though HQ has one of its own since', async () => {
    await favour(lin, 'ripple-comeback', true)
    await publish()
    expect((await listOf(lin)).some(({ playbookId }) => playbookId === 'ripple-comeback')).toBe(true)
    expect((await listOf(wang)).some(({ playbookId }) => playbookId === 'ripple-comeback')).toBe(false)
  })

  test('can be let go of though the playbook is gone, but not taken up', async () => {
    expect(await world.refusal('rep', 'playbook.favour', { playbookId: 'gone', on: true }, lin)).toMatchObject({
      reason: 'no-such-playbook',
    })
    await favour(lin, 'gone', false)
  })
})

test('how often it led to something is told from five reps up', async () => {
  const ends = { talked: 40, silent: 15, booked: 20, dealt: 11, unfit: 0 }
  const lines = { 'ripple-thanks': { reps: 5, ends }, 'ripple-comeback': { reps: 4, ends } }
  await world.add('boards', [{ _id: 'playbooks', at: Date.now(), reps: 6, lines }])
  const successOf = async (id: string) => (await listOf(lin)).find(({ playbookId }) => playbookId === id)?.success
  expect(await successOf('ripple-thanks')).toEqual({ talks: 86, won: 31 })
  expect(await successOf('ripple-comeback')).toBeNull()
  expect(await successOf('ripple-promise')).toBeNull()
})
