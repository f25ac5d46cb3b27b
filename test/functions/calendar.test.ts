// Can one editor plan a week for three hundred stores, and does moving things about lose or double nothing?
import { dayAfter, dayOf, instantOf } from '../../shared/domain/day'
import { weekdayOf } from '../../shared/domain/group-plan'
import { draftOf, newId, publish, saveDraft } from '../support/scenes'
import { editor, lin, nobody, otherEditor, startWorld, type World } from '../support/world'

const DAY_MS = 86_400_000
const STORES = 300
const REGIONS = ['north', 'south', 'west']
let world: World
/** The Monday after next Sunday: all of its week is to come. */
const today = dayOf(Date.now())
const monday = dayAfter(today, 8 - weekdayOf(today))
const sunday = dayAfter(monday, 6)
const at = (day: number, time: string) => instantOf(dayAfter(monday, day), time)

const texts = [
  '早上起来先喝一杯温水，{再|然后}带孩子做三分钟的伸展，一天都精神。',
  '辅食从一小勺米粉开始，{每次|一回}只加一样新的，连着看三天。',
  '睡前把灯调暗，{讲个|说个}短故事，比催他睡管用得多。',
  '下雨天在家玩纸箱，{挖个洞|开扇窗}就是一座城堡，半天不吵。',
  '秋天皮肤干，{洗完澡|洗好澡}三分钟里擦上润肤露，别等它干了再擦。',
  '孩子不爱吃青菜，{切碎|剁碎}了包进小馄饨里，他自己会找来吃。',
  '出门前和孩子说好今天买什么，{到了店里|进了店}他就不会样样都要。',
  '绘本不用一次读完，{读到|念到}他想翻页了就翻，兴趣比进度要紧。',
  '周末去河边捡石头，{回家|到家}洗干净画上脸，就是一家人。',
  '打疫苗那天穿宽松的袖子，{抱着|搂着}他看窗外的车，一会儿就好。',
]
const save = async (i: number, change: object) => {
  const postId = `plan-${i}`
  const text = texts[i % texts.length] ?? ''
  const article = { ...draftOf().article, title: `第 ${i} 篇` }
  return saveDraft(world, postId, { text, lockedWords: [], topics: [`话题${i}`], article, ...change })
}

beforeAll(async () => {
  world = await startWorld()
  await world.add(
    'regions',
    REGIONS.map((_id) => ({ _id, name: _id, parentId: null, rev: 1 })),
  )
  const stores = Array.from({ length: STORES - 2 }, (_, i) => ({
    ...{ _id: `s-${i}`, name: `门店${i}`, company: '甲', brand: '甲', kind: 'own' },
    regionId: REGIONS[i % REGIONS.length],
  }))
  await world.add('stores', stores)
  for (const id of ['store-east', 'store-west'])
    await world.database.collection('stores').doc(id).update({ regionId: 'north' })
})
afterAll(() => world.stop())

const words = (name: string, weekdays: number[], time: string, topicHint: string) => ({
  ...{ name, weekdays, time, topicHint, channels: ['moments'], about: `${name}，每次一条`, coverId: null },
})

test('a week for 300 stores in under fifteen actions', async () => {
  for (let i = 0; i < 3; i++) await save(i, { columnId: null, topics: [`话题${i}`] })
  for (const [i, region] of REGIONS.entries()) await save(3 + i, { regionIds: [region], topics: ['门店活动'] })
  for (let i = 6; i < 10; i++) {
    const { postId } = await save(i, { topics: [`话题${i}`], coolDays: 30 })
    await world.ask('hq', 'post.publish', { postId, version: 1, publishAt: null }, editor)
    await world.database
      .collection('posts')
      .doc(postId)
      .update({ publishedAt: Date.now() - 40 * DAY_MS })
  }
  let actions = 0
  const act = ((fn, action, payload, as) => {
    actions++
    return world.ask(fn, action, payload, as)
  }) as World['ask']

  const column = words('早八点育儿', [1, 2, 3, 4, 5, 6, 7], '08:00', '话题0话题1话题2话题6话题7话题8话题9')
  await act('hq', 'column.save', { columnId: 'morning', rev: 0, column }, editor)
  const friday = words('周五到店', [5], '18:00', '门店活动')
  await act('hq', 'column.save', { columnId: 'friday', rev: 0, column: friday }, editor)
  const seen = await act('hq', 'calendar.see', { from: monday, to: sunday }, editor)
  expect(seen.slots).toHaveLength(8)
  expect(seen.slots.every(({ total, short }) => total === STORES && short === STORES)).toBe(true)
  expect(seen.moves).toHaveLength(10) // seven mornings, and one Friday for each of three regions
  const moves = seen.moves.map(({ postId, version, at: when, columnId }) => ({ postId, version, at: when, columnId }))
  const filled = await act('hq', 'calendar.fill', { moves }, editor)
  expect(filled).toMatchObject({ refused: [] })
  expect(filled.placed).toHaveLength(10)
  // what may come again goes out by itself; each draft is sent out for its time
  for (const { postId, version, at: publishAt } of moves.filter(({ postId: id }) => Number(id.slice(5)) < 6))
    await act('hq', 'post.publish', { postId, version, publishAt }, editor)
  const after = await act('hq', 'calendar.see', { from: monday, to: sunday }, editor)
  expect(after.slots.map(({ short }) => short)).toEqual(Array(8).fill(0))
  expect(after.clashes).toEqual([])
  expect(after.entries.filter(({ standing }) => standing === 'scheduled')).toHaveLength(6)
  expect(after.entries.filter(({ standing }) => standing === 'again')).toHaveLength(4)
  expect(actions).toBeLessThan(15)
  // the very same proposal again changes nothing
  const again = await world.ask('hq', 'calendar.fill', { moves }, editor)
  expect(again.placed.map(({ postId }) => postId).sort()).toEqual(moves.map(({ postId }) => postId).sort())
  expect((await world.ask('hq', 'calendar.see', { from: monday, to: sunday }, editor)).entries).toEqual(after.entries)
})

test('a region’s editor sees its stores, their gaps, and what reaches them', async () => {
  const seen = await world.ask('hq', 'calendar.see', { from: monday, to: sunday, regionId: 'south' }, editor)
  expect(new Set(seen.slots.map(({ total }) => total))).toEqual(new Set([99]))
  expect(seen.entries.filter(({ columnId }) => columnId === 'friday')).toHaveLength(1)
})

test('what is scheduled is moved by dragging, from what was seen only', async () => {
  const { postId } = await save(20, {})
  await world.ask('hq', 'post.publish', { postId, version: 1, publishAt: at(1, '10:00') }, editor)
  const moved = { postId, version: 1, at: at(2, '10:30') }
  expect(await world.ask('hq', 'post.place', moved, editor)).toEqual({ postId, at: moved.at, columnId: null })
  expect(await world.ask('hq', 'post.place', moved, editor)).toEqual({ postId, at: moved.at, columnId: null })
  expect(await world.doc('posts', postId)).toMatchObject({ state: 'scheduled', publishAt: moved.at })
  expect(await world.refusal('hq', 'post.place', { ...moved, at: null }, editor)).toMatchObject({
    reason: 'time-needed',
  })
  expect(await world.refusal('hq', 'post.place', { ...moved, at: Date.now() - 1 }, editor)).toMatchObject({
    reason: 'past-time',
  })
  expect(await world.refusal('hq', 'post.place', { ...moved, version: 2 }, editor)).toMatchObject({
    reason: 'stale-version',
  })
})

test('a draft keeps its place when it is saved again, takes on its column’s name, and may leave the calendar', async () => {
  const { postId } = await save(21, { columnId: 'morning', column: '随便写的' })
  expect(await world.doc('posts', postId)).toMatchObject({ column: '早八点育儿' })
  await world.ask('hq', 'post.place', { postId, version: 1, at: at(3, '09:30') }, editor)
  const saved = { columnId: 'morning', column: '早八点育儿', text: '换了一句。' }
  await saveDraft(world, postId, { lockedWords: [], ...saved }, 1)
  expect(await world.doc('posts', postId)).toMatchObject({ version: 2, plannedAt: at(3, '09:30') })
  await world.ask('hq', 'post.place', { postId, version: 2, at: null }, editor)
  expect(await world.doc('posts', postId)).toMatchObject({ plannedAt: null })
  expect(
    await world.refusal('hq', 'post.save', { postId, baseVersion: 2, draft: draftOf({ columnId: 'none' }) }, editor),
  ).toMatchObject({ reason: 'no-such-column' })
})

test('two editors move one post at once: it stands where the last one put it, once', async () => {
  const { postId } = await save(22, {})
  const times = [at(4, '10:00'), at(4, '11:30'), at(5, '10:00')]
  const asked = times.map((when, i) =>
    world.call('hq', 'post.place', { postId, version: 1, at: when }, i % 2 ? otherEditor : editor),
  )
  const placed = (await Promise.all(asked)).flatMap((reply) => (reply.ok ? [reply.data.at] : []))
  expect(placed.length).toBeGreaterThan(0)
  const post = await world.doc('posts', postId)
  expect(placed).toContain(post?.plannedAt)
})

test('a proposal that came too late is taken as far as it still fits, and the rest says why', async () => {
  const { postId } = await save(23, { topics: ['甲'], text: texts[4] })
  const other = await save(24, { topics: ['乙'], text: texts[5] })
  const when = at(6, '21:00')
  await world.ask('hq', 'post.place', { postId, version: 1, at: when }, otherEditor)
  const moves = [
    { postId: other.postId, version: 1, at: when, columnId: null },
    { postId: 'no-such', version: 1, at: at(6, '23:00'), columnId: null },
  ]
  const { placed, refused } = await world.ask('hq', 'calendar.fill', { moves }, editor)
  expect(placed).toEqual([])
  expect(refused.map(({ reason }) => reason)).toEqual(['hour-taken', 'no-such-post'])
  await world.ask('hq', 'post.place', { postId, version: 1, at: null }, editor)
  await world.ask('hq', 'post.place', { postId: other.postId, version: 1, at: null }, editor)
})

test('two editors fill one hour at once: at most one of their posts stands there', async () => {
  for (let round = 0; round < 5; round++) {
    const when = at(round, '22:30')
    const ids = [`fill-a-${round}`, `fill-b-${round}`]
    for (const [i, id] of ids.entries())
      await saveDraft(world, id, { text: texts[i + 2], lockedWords: [], topics: [`${id}`.slice(0, 12)] })
    const replies = await Promise.all(
      ids.map((postId, i) =>
        world.ask(
          'hq',
          'calendar.fill',
          { moves: [{ postId, version: 1, at: when, columnId: null }] },
          i ? otherEditor : editor,
        ),
      ),
    )
    const standing = await Promise.all(ids.map((id) => world.doc('posts', id)))
    expect(standing.filter((post) => post?.plannedAt === when).length).toBeLessThanOrEqual(1)
    for (const [i, { placed }] of replies.entries())
      expect(standing[i]?.plannedAt ?? null).toBe(placed.length ? when : null)
  }
})

test('clashes are told in both ways of looking, and none where people differ', async () => {
  const [a, b, c] = [
    await save(25, { topics: ['换季'], text: texts[7], regionIds: ['north'] }),
    await save(26, { topics: ['换季'], text: texts[7], regionIds: ['north'] }),
    await save(27, { topics: ['换季'], text: texts[7], regionIds: ['south'] }),
  ]
  for (const [post, time] of [
    [a, '14:00'],
    [b, '14:20'],
    [c, '14:40'],
  ] as const)
    await world.ask('hq', 'post.place', { postId: post.postId, version: 1, at: at(0, time) }, editor)
  const { clashes } = await world.ask('hq', 'calendar.see', { from: monday, to: monday }, editor)
  const mine = clashes.filter((clash) => [a.postId, b.postId, c.postId].includes(clash.b) && clash.a === a.postId)
  expect(mine.map(({ kind, b: other }) => [kind, other])).toEqual([
    ['same-hour', b.postId],
    ['same-topic', b.postId],
    ['alike', b.postId],
  ])
})

test('what may come again comes by the timer, as a new version with words nobody has posted, live all the while', async () => {
  const { postId } = await publish(world, { coolDays: 7 })
  const first = await world.ask('rep', 'kit.open', { postId }, lin)
  await world.ask('rep', 'kit.mark', { postId, version: 1, mark: { mark: 'posted' } }, lin)
  const soon = Date.now() + 60_000
  expect(await world.refusal('hq', 'post.place', { postId, version: 1, at: soon }, editor)).toMatchObject({
    reason: 'still-resting',
  })
  await world.database
    .collection('posts')
    .doc(postId)
    .update({ publishedAt: Date.now() - 8 * DAY_MS })
  await world.ask('hq', 'post.place', { postId, version: 1, at: soon }, editor)
  const posts = world.database.collection('posts').doc(postId)
  await posts.update({ plannedAt: Date.now() - 1000 })
  await Promise.all([world.emulator.fireTimer('jobs'), world.emulator.fireTimer('jobs')])
  expect(await world.doc('posts', postId)).toMatchObject({ state: 'live', version: 2, plannedAt: null })
  expect(await world.ask('reader', 'post.read', { postId }, nobody)).toMatchObject({ article: { version: 2 } })
  const again = await world.ask('rep', 'kit.open', { postId }, lin)
  expect(again.marks.postedAt).toBeNull()
  expect(again.text).not.toBe(first.text)
})

test('what is over ends by the timer with its reason on record; what was only scheduled never goes out', async () => {
  const live = await publish(world, { expiresAt: Date.now() + 60_000 })
  const { postId } = await save(28, { expiresAt: Date.now() + 120_000 })
  await world.ask('hq', 'post.publish', { postId, version: 1, publishAt: Date.now() + 90_000 }, editor)
  const past = Date.now() - 1000
  for (const id of [live.postId, postId]) await world.database.collection('posts').doc(id).update({ expiresAt: past })
  await world.database
    .collection('posts')
    .doc(postId)
    .update({ publishAt: past + 500 })
  await Promise.all([world.emulator.fireTimer('jobs'), world.emulator.fireTimer('jobs')])
  const ended = { state: 'expired', expiredReason: expect.stringContaining('到期') }
  expect(await world.doc('posts', live.postId)).toMatchObject(ended)
  expect(await world.doc('posts', postId)).toMatchObject({ ...ended, publishedAt: null })
  expect(await world.refusal('reader', 'post.read', { postId: live.postId }, nobody)).toMatchObject({ code: 'gone' })
  const audits = await world.docs('audits')
  expect(audits.filter(({ act }) => act === 'post.expired').map(({ of }) => of)).toEqual(
    expect.arrayContaining([`post.${live.postId}`, `post.${postId}`]),
  )
  expect(audits.filter(({ act, of }) => act === 'post.expired' && of === `post.${live.postId}`)).toHaveLength(1)
})

describe('columns', () => {
  const column = words('晚八点答疑', [7, 1, 1], '20:00', '')
  test('kept, kept again, and changed only as they were seen', async () => {
    const first = await world.ask('hq', 'column.save', { columnId: 'evening', rev: 0, column }, editor)
    expect(first).toMatchObject({ rev: 1, weekdays: [1, 7] })
    expect(await world.ask('hq', 'column.save', { columnId: 'evening', rev: 0, column }, editor)).toEqual(first)
    expect(
      await world.refusal(
        'hq',
        'column.save',
        { columnId: 'evening', rev: 0, column: { ...column, time: '21:00' } },
        otherEditor,
      ),
    ).toMatchObject({ reason: 'stale-version' })
    expect(await world.refusal('hq', 'column.save', { columnId: 'other', rev: 0, column }, editor)).toMatchObject({
      reason: 'column-name-taken',
    })
    expect(
      await world.refusal(
        'hq',
        'column.save',
        { columnId: 'x', rev: 0, column: { ...column, name: '甲', coverId: 'nope' } },
        editor,
      ),
    ).toMatchObject({ reason: 'unknown-image' })
  })
  test('a dropped one is gone, and stays gone', async () => {
    expect(await world.ask('hq', 'column.drop', { columnId: 'evening' }, editor)).toEqual({ dropped: true })
    expect(await world.ask('hq', 'column.drop', { columnId: 'evening' }, editor)).toEqual({ dropped: false })
    const { columns } = await world.ask('hq', 'column.list', {}, editor)
    expect(columns.map(({ columnId }) => columnId).sort()).toEqual(['friday', 'morning'])
  })
  test('a reader sees what stood in it lately and when the next comes, and only what is for everyone', async () => {
    const all = await publish(world, { columnId: 'morning' }, `col-${newId(6)}`)
    const some = await publish(world, { columnId: 'morning', storeIds: ['store-east'] }, `col-${newId(6)}`)
    const seen = await world.ask('reader', 'column.see', { columnId: 'morning' }, nobody)
    expect(seen).toMatchObject({ name: '早八点育儿', time: '08:00' })
    expect(seen.nextAt).toBeGreaterThan(Date.now())
    const ids = seen.posts.map(({ postId }) => postId)
    expect(ids).toContain(all.postId)
    expect(ids).not.toContain(some.postId)
    const { token } = await world.ask(
      'rep',
      'share.record',
      { token: newId(12), postId: all.postId, channel: 'chat-card' },
      lin,
    )
    const hers = await world.ask('reader', 'column.see', { columnId: 'morning', token }, nobody)
    expect(hers.posts.map(({ postId }) => postId)).toContain(some.postId)
    expect(await world.refusal('reader', 'column.see', { columnId: 'no-such' }, nobody)).toMatchObject({
      reason: 'no-such-column',
    })
  })
})

test('an audience is counted as it is put together', async () => {
  const none = { storeIds: [], regionIds: [], teamIds: [], kinds: [], tones: [], labels: [] }
  expect(await world.ask('hq', 'audience.count', none, editor)).toEqual({ reps: 3, stores: STORES })
  const north = await world.ask('hq', 'audience.count', { ...none, regionIds: ['north'], tones: ['expert'] }, editor)
  expect(north).toEqual({ reps: 1, stores: 102 })
})
