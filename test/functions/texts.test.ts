// Does every rep get a text of her own, also the one who joins later, and does what is out stay as it is?
import { readFileSync } from 'node:fs'
import { editDistance } from '../../shared/domain/variant/similarity'
import { publish } from '../support/scenes'
import { approver, editor, lin, startWorld, type World, wang, zhao } from '../support/world'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const open = (postId: string, as = lin) => world.ask('rep', 'kit.open', { postId }, as)
const reroll = (postId: string, rolls: number, as = lin) =>
  world.ask('rep', 'kit.reroll', { postId, version: 1, rolls }, as)
const edit = (postId: string, text: string | null, as = lin) =>
  world.ask('rep', 'kit.edit', { postId, version: 1, text }, as)
const ledgerOf = async (postId: string) => (await world.docs('ledgers')).find(({ _id }) => _id === `${postId}.1`)

/** What was dealt after publishing. */
const lateOf = async (postId: string): Promise<unknown[]> =>
  (await world.docs('dealings'))
    .filter(({ _id }) => _id.startsWith(`${postId}.1.late.`))
    .flatMap(({ entries }) => entries as unknown[])

const POST = JSON.parse(readFileSync(`${__dirname}/../data/posts.json`, 'utf8'))[1] as {
  text: string
  dictionary: string[]
}
const published = () => publish(world, { text: POST.text, lockedWords: POST.dictionary, isAd: true })

test('publishing deals to everyone known; opening only reads', async () => {
  const { postId } = await published()
  expect(await lateOf(postId)).toEqual([])
  const texts = [await open(postId), await open(postId, wang), await open(postId, zhao)].map(({ text }) => text)
  expect(new Set(texts).size).toBe(3)
  expect(await lateOf(postId)).toEqual([])
})

test('the text dealt at publishing is hers whenever and however often she opens it', async () => {
  const { postId } = await published()
  const { text } = await open(postId)
  await world.database.collection('kits').doc(`${postId}.1.rep-lin`).remove()
  expect((await open(postId)).text).toBe(text)
})

test('plans are kept as published: what was dealt does not change with our lexicon', async () => {
  const { postId } = await published()
  const { text } = await open(postId)
  const ledger = await ledgerOf(postId)
  const plans = JSON.parse(String(ledger?.plans)) as Record<string, { pieces: unknown[] }>
  expect(Object.keys(plans).sort()).toEqual(['expert', 'lively', 'warm'])
  // as if another release had compiled other plans since: what is kept is what counts
  const marked = JSON.stringify(plans).replace(/万象城/g, '万达城')
  await world.database.collection('ledgers').doc(`${postId}.1`).update({ plans: marked })
  await world.database.collection('kits').doc(`${postId}.1.rep-lin`).remove()
  expect((await open(postId)).text).toBe(text.replace(/万象城/g, '万达城'))
})

test('a rep who joins later is dealt one more, and nothing of her colleagues changes', async () => {
  const { postId } = await published()
  const before = (await open(postId)).text
  await world.database.collection('members').doc('rep-new').set({
    name: '何新',
    role: 'rep',
    storeId: 'store-east',
    tone: 'warm',
  })
  const openid = 'oOpenidOfANewRep000000000009'
  await world.database.collection('identities').doc(`wx:${openid}`).set({ memberId: 'rep-new' })
  const [first, again] = await Promise.all([open(postId, { openid }), open(postId, { openid })])
  expect(first.text).toBe(again.text)
  expect(first.text).not.toBe(before)
  // her two phones were dealt one text, not two
  expect(await lateOf(postId)).toHaveLength(1)
  expect((await open(postId)).text).toBe(before)
  await world.database.collection('members').doc('rep-new').remove()
})

test('a ledger half written by a crash is dealt anew, the same', async () => {
  const { postId } = await published()
  const { text } = await open(postId)
  await world.database.collection('ledgers').doc(`${postId}.1`).remove()
  await world.database.collection('kits').doc(`${postId}.1.rep-lin`).remove()
  expect((await open(postId)).text).toBe(text)
})

test('another text: never one of hers or of a colleague, five times at most, a repeat deals once', async () => {
  const { postId } = await published()
  const wangs = (await open(postId, wang)).text
  const seen = [(await open(postId)).text]
  for (let rolls = 0; rolls < 5; rolls += 1) {
    const [one, same] = [await reroll(postId, rolls), await reroll(postId, rolls)]
    expect(same).toEqual(one)
    expect(one).toMatchObject({ rolls: rolls + 1, rollsLeft: 4 - rolls, dealt: one.text })
    seen.push(one.text)
  }
  expect(new Set([...seen, wangs]).size).toBe(7)
  const asked = { postId, version: 1, rolls: 5 }
  expect(await world.refusal('rep', 'kit.reroll', asked, lin)).toMatchObject({ reason: 'rolls-used-up' })
  expect(await world.refusal('rep', 'kit.reroll', { ...asked, rolls: 2 }, lin)).toMatchObject({ code: 'conflict' })
  expect((await open(postId)).text).toBe(seen[5])
})

test('two reps asking for another at once both get one, and both are in the ledger', async () => {
  const { postId } = await published()
  await Promise.all([open(postId), open(postId, wang), open(postId, zhao)])
  const [a, b, c] = await Promise.all([reroll(postId, 0), reroll(postId, 0, wang), reroll(postId, 0, zhao)])
  expect(new Set([a.text, b.text, c.text]).size).toBe(3)
  expect(await lateOf(postId)).toHaveLength(3)
})

test('later texts fill part after part, and the ledger finds the one whose making was cut short', async () => {
  const { postId } = await published()
  await open(postId)
  await reroll(postId, 0)
  const part = `${postId}.1.late.0`
  const [entry] = await lateOf(postId)
  const full = Array.from({ length: 250 }, (_, n) => ({ ...(entry as object), repId: `rep-${n}`, attempt: n }))
  await world.database.collection('dealings').doc(part).update({ entries: full })
  const { text } = await reroll(postId, 1)
  expect(await lateOf(postId)).toHaveLength(251)
  // the phone died before the ledger learned of its second part
  await world.database.collection('ledgers').doc(`${postId}.1`).update({ lateParts: 1 })
  await reroll(postId, 2)
  expect(await lateOf(postId)).toHaveLength(252)
  expect((await open(postId)).text).not.toBe(text)
})

test('what changed is told, and every fact is where it was', async () => {
  const { postId } = await published()
  const { text, changes, dealt, lockedWords } = await open(postId)
  expect(dealt).toBe(text)
  expect(lockedWords).toEqual(POST.dictionary)
  for (const { from, to } of changes?.words ?? []) {
    expect(POST.text).toContain(from)
    expect(text).toContain(to)
  }
  expect(editDistance(text, POST.text)).toBeGreaterThan(0)
})

test('her own edit is kept if it keeps the facts, refused if not, and can be taken back', async () => {
  const { postId } = await published()
  const { text } = await open(postId)
  const own = `${text}\n我在店里等大家。`
  expect(await edit(postId, own)).toMatchObject({ text: own, dealt: text })
  expect((await open(postId)).text).toBe(own)
  for (const broken of [own.replace('480g', '380g'), own.replace('8折', '7折'), `全网最低价！${own}`]) {
    const refused = await world.refusal('rep', 'kit.edit', { postId, version: 1, text: broken }, lin)
    expect(refused).toMatchObject({ code: 'invalid', reason: 'edit-breaks', field: 'text' })
  }
  expect((await open(postId)).text).toBe(own)
  expect(await edit(postId, null)).toMatchObject({ text, dealt: text })
})

test('the pool: a sample, the nearest pairs, what varies, and who approved it', async () => {
  const { postId } = await published()
  const pool = await world.ask('hq', 'pool.see', { postId, version: 1 }, editor)
  expect(pool).toMatchObject({ reps: 3, approved: null, apart: { bits: expect.any(Number) } })
  expect(pool.sample.map(({ text }) => text)).toContain((await open(postId)).text)
  expect(pool.alike).toHaveLength(3)
  expect(pool.words.some(({ options }) => options.length > 1 && POST.text.includes(options[0] ?? '-'))).toBe(true)
  const approved = await world.ask('hq', 'pool.approve', { postId, version: 1 }, editor)
  expect((await world.ask('hq', 'pool.see', { postId, version: 1 }, editor)).approved).toEqual(approved)
  expect(approved.name).toBe('陈编辑')
})

test('a vetoed word is neither varied nor brought in', async () => {
  const text = '大家好，最近天气转凉了。想了解的朋友私信我，我帮你留着～{想看|想来|想试}的说一声，{路过|有空}进来坐坐。'
  const { postId } = await publish(world, { text, lockedWords: [], vetoes: ['大家', '亲'] })
  const { words } = await world.ask('hq', 'pool.see', { postId, version: 1 }, editor)
  const options = words.flatMap((word) => (word.options[0] === '' ? [] : word.options)).join(' ')
  expect(options).not.toContain('大家')
  expect(options).not.toContain('亲')
})

test('doubtful words go out only with a signature and a reason, which are kept; blocked ones never', async () => {
  const text = `${POST.text}\n{我们是本地第一家|我们是本地第一家店}`
  const saved = (words: string, postId: string) =>
    world.ask('hq', 'post.save', { postId, baseVersion: 0, draft: draftFor(words) }, editor)
  await saved(text, 'post-sign')
  const asked = { postId: 'post-sign', version: 1, publishAt: null }
  const pool = await world.ask('hq', 'pool.see', { postId: 'post-sign', version: 1 }, editor)
  const severe = pool.findings.filter(({ severity }) => severity !== 'hint')
  expect(severe.length).toBeGreaterThan(0)
  const reason = severe.some(({ severity }) => severity === 'block') ? 'words-blocked' : 'words-unsigned'
  expect(await world.refusal('hq', 'post.publish', asked, editor)).toMatchObject({ reason, field: 'text' })
  await saved(`${POST.text} 睡一晚脖子不酸。`, 'post-neck')
  const neck = { postId: 'post-neck', version: 1, publishAt: null }
  const found = await world.ask('hq', 'pool.see', { postId: 'post-neck', version: 1 }, editor)
  const signed = found.findings.filter(({ severity }) => severity === 'sign').map(({ id }) => id)
  expect(signed.length).toBeGreaterThan(0)
  expect(await world.refusal('hq', 'post.submit', { ...neck, signed }, editor)).toMatchObject({
    reason: 'words-unsigned',
  })
  const goOut = async (reason: string) => {
    await world.ask('hq', 'post.submit', { ...neck, signed, reason }, editor)
    await world.ask('hq', 'post.approve', neck, approver)
  }
  await goOut('顾客原话，已核对')
  const kept = async () => (await world.docs('signoffs')).filter(({ postId }) => postId === 'post-neck')
  expect(await kept()).toMatchObject([
    { memberId: 'editor-1', reason: '顾客原话，已核对', approvedBy: 'approver-1', approvedName: '周主任' },
  ])
  // taken back and out again, with another reason: both are proof
  await world.ask('hq', 'post.recall', { postId: 'post-neck', reason: '再看看' }, editor)
  await goOut('有检测报告')
  expect((await kept()).map(({ reason }) => reason).sort()).toEqual(['有检测报告', '顾客原话，已核对'])
})

test('a blocked word is found however its choices cut it: nothing of it goes out, signed or not', async () => {
  for (const [n, cut] of ['全网最{低|便宜}价。', '{本店|全网}{实惠|最低}价。', '{好|{国|顶}家级}的。'].entries()) {
    const postId = `post-cut-${n}`
    await world.ask('hq', 'post.save', { postId, baseVersion: 0, draft: draftFor(`${POST.text}\n${cut}`) }, editor)
    const { findings } = await world.ask('hq', 'pool.see', { postId, version: 1 }, editor)
    expect(findings).toContainEqual(expect.objectContaining({ severity: 'block', field: 'text' }))
    const signed = findings.map(({ id }) => id)
    const asked = { postId, version: 1, publishAt: null, signed, reason: '已核对' }
    expect(await world.refusal('hq', 'post.publish', asked, editor)).toMatchObject({ reason: 'words-blocked' })
  }
})

const draftFor = (text: string) => ({
  text,
  lockedWords: POST.dictionary,
  vetoes: [],
  firstComment: '',
  column: '穿搭',
  imageIds: [],
  article: { title: '轻羽绒怎么选', coverId: null, sections: [] },
  topics: [],
  storeIds: [],
  isAd: true,
})
