// Is it written down who moved what in the calendar, and does whoever gives way get her earlier place back?
import { dayAfter, dayOf, instantOf } from '../../shared/domain/day'
import { saveDraft } from '../support/scenes'
import { editor, otherEditor, startWorld, type World } from '../support/world'

let world: World
/** Runs before the nth database request from now, while that request waits. */
let interrupt: { after: number; run: () => Promise<unknown> } | null = null
const middleware = async (_request: unknown, _response: unknown, url: URL): Promise<boolean> => {
  if (interrupt === null || !url.pathname.startsWith('/admin')) return false
  interrupt.after--
  if (interrupt.after > 0) return false
  const { run } = interrupt
  interrupt = null
  await run()
  return false
}
beforeAll(async () => {
  world = await startWorld({ middleware })
})
afterAll(() => world.stop())
jest.setTimeout(240_000)

const day = dayAfter(dayOf(Date.now()), 3)
const at = (time: string) => instantOf(day, time)
const texts = ['早上先喝一杯温水，再伸个懒腰。', '辅食从一小勺米粉开始，连着看三天。']
const save = (postId: string, change: object = {}) =>
  saveDraft(world, postId, { lockedWords: [], topics: [postId], text: texts[0], ...change })
const place = (postId: string, when: number | null, as = editor) =>
  world.ask('hq', 'post.place', { postId, version: 1, at: when }, as)
const planned = async (postId: string) =>
  (await world.docs('audits')).filter(({ act, of }) => act === 'post.planned' && of === `post.${postId}`)

test('every move is written down once, with where it stood before', async () => {
  await save('moved')
  for (const when of [at('09:00'), at('10:00'), at('09:00'), at('10:00'), null]) {
    await place('moved', when)
    await place('moved', when) // asked again after a lost answer
  }
  const moves = (await planned('moved')).map(({ facts, byName }) => ({ byName, ...(facts as object) }))
  expect(moves).toMatchObject([
    { byName: '陈编辑', was: null, at: at('09:00'), version: 1 },
    { was: at('09:00'), at: at('10:00') },
    { was: at('10:00'), at: at('09:00') },
    { was: at('09:00'), at: at('10:00') },
    { was: at('10:00'), at: null },
  ])
})

test('what a proposal places is written down, and what it cannot is told in the caller’s language', async () => {
  await save('filled')
  const moves = [
    { postId: 'filled', version: 1, at: at('12:00'), columnId: null },
    { postId: 'no-such', version: 1, at: at('15:00'), columnId: null },
  ]
  for (const [lang, said] of [
    ['en', /[a-z]/],
    ['zh', /\p{Script=Han}/u],
  ] as const) {
    const reply = await world.call('hq', 'calendar.fill', { moves }, editor, lang)
    expect(reply).toMatchObject({
      ok: true,
      data: { placed: [{ postId: 'filled' }], refused: [{ message: expect.stringMatching(said) }] },
    })
  }
  expect(await planned('filled')).toHaveLength(1)
})

test('whoever gives way to a colleague stands where she stood before, and in no column', async () => {
  const column = { name: '早八点', weekdays: [1], time: '08:00', topicHint: '', channels: [], about: '', coverId: null }
  await world.ask('hq', 'column.save', { columnId: 'morning', rev: 0, column }, editor)
  let gaveWay = 0
  for (let nth = 1; ; nth += 2) {
    const [mine, hers] = [`mine-${nth}`, `hers-${nth}`]
    await save(mine)
    await save(hers, { text: texts[1] })
    await place(mine, at('18:00'))
    const when = at('20:00')
    const fill = (postId: string, as: typeof editor, columnId: string | null) =>
      world.ask('hq', 'calendar.fill', { moves: [{ postId, version: 1, at: when, columnId }] }, as)
    interrupt = { after: nth, run: () => fill(hers, otherEditor, null) }
    const { placed } = await fill(mine, editor, 'morning')
    const came = interrupt === null
    interrupt = null
    const post = await world.doc('posts', mine)
    if (placed.length === 0) {
      gaveWay++
      expect({ nth, at: post?.plannedAt, columnId: post?.columnId ?? null }).toEqual({
        ...{ nth, at: at('18:00'), columnId: null },
      })
    } else expect({ nth, at: post?.plannedAt }).toEqual({ nth, at: when })
    for (const postId of [mine, hers]) await place(postId, null)
    if (!came) break
  }
  expect(gaveWay).toBeGreaterThan(1)
})
