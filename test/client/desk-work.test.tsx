// Does 效果 show every answer with its formula, its table, for whom and until when, and say where it is too early to tell?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { resetTaro } from '../support/client-taro'
import { demoAdoption, stores } from '../support/desk-answers'
import { openDesk } from '../support/desk-screen'
import { answer, callsOf, loseSignal, resetCloud } from '../support/reader-phone'
import {
  demoBoards,
  demoCurve,
  demoFamilies,
  demoFunnel,
  demoHabit,
  demoHealth,
  demoShelf,
  manyPosts,
  shown,
} from '../support/work-answers'

/** A wide window: the columns that a narrow one leaves out stand too. */
const narrow = window.matchMedia
Object.assign(window, { matchMedia: (query: string) => ({ ...narrow(query), matches: true }) })

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  resetCloud()
  answer('me.see', () => ({ memberId: 'editor-1', name: '陈编辑', role: 'editor' }))
  answer('store.list', () => ({ stores }))
  answer('adoption.see', demoAdoption)
  answer('work.funnel', () => demoFunnel())
  answer('work.curve', () => demoCurve())
  answer('work.habit', () => demoHabit())
  answer('work.boards', () => demoBoards())
  answer('work.families', () => demoFamilies())
  answer('work.shelf', () => demoShelf())
  answer('work.health', () => demoHealth())
})

const openTab = (tab: string, more = '') => openDesk(`?at=effect&tab=${tab}${more}`)
const rows = (id: string) =>
  [...document.querySelectorAll(`#${id} tbody tr:not(.ant-table-measure-row)`)].map((row) => row.textContent ?? '')
const payloads = (action: string) => callsOf(action).map(({ payload }) => payload)
const formula = async (name: string) => {
  fireEvent.click(screen.getByLabelText(`${name}怎么算的`))
  return (await screen.findByRole('tooltip')).textContent
}

test('the funnel: its chart has a table behind it, a few is said and never guessed', async () => {
  openDesk('?at=effect')
  await screen.findByText('东街店')
  const steps = rows('funnel-chart')
  expect(steps).toHaveLength(9)
  expect(steps[0]).toMatch(/^领到300/)
  expect(steps[2]).toMatch(/^发出21088%/) // of what was saved
  expect(steps[4]).toMatch(/^打开1,240—/) // openings are no share of kits
  const west = rows('funnel-rows').find((row) => row.includes('第三十二号旗舰体验店'))
  expect(west).toContain('不到 5')
  expect(west?.match(/还不能判断/g)).toHaveLength(2)
  expect(payloads('work.funnel')[0]).toEqual({ postId: null, per: 'store', span: 'this-month' })
})

test('a screen reader has the table even while the picture is shown, and anyone has it with one tap', async () => {
  openDesk('?at=effect')
  await screen.findByText('东街店')
  const chart = within(document.getElementById('funnel-chart') as HTMLElement)
  expect(chart.getByRole('img', { name: '从领到到成交' })).toBeTruthy()
  const behind = chart.getByRole('table', { name: '从领到到成交' }).parentElement
  expect(behind?.className).toBe('desk-hidden')
  fireEvent.click(chart.getByText('看表'))
  expect(behind?.className).toBe('chart-behind')
  expect(chart.queryByRole('img')).toBeNull()
})

test('over many posts nobody can say how many were reached: openings per posting stand instead', async () => {
  answer('work.funnel', () => demoFunnel({ whole: manyPosts() }))
  openDesk('?at=effect')
  await screen.findByText('东街店')
  expect(rows('funnel-chart').map((row) => row.slice(0, 4))).not.toContain('有人读到')
  expect(rows('funnel-chart')).toHaveLength(8)
  expect(await formula('触达力')).toContain('打开 ÷ 发出：发一次，带来几次打开')
  expect(screen.getByText('5.9')).toBeTruthy()
})

test('every rate tells its formula, its parts and how sure it is', async () => {
  openDesk('?at=effect')
  await screen.findByText('东街店')
  const how = await formula('送到率')
  expect(how).toContain('有人读到 ÷ 发出')
  expect(how).toContain('95% 的可能在 70%–82%')
  expect(how).toMatch(/有人读到160.*发出210/)
})

test('by what and how long stand in the address', async () => {
  openDesk('?at=effect&span=quarter')
  await screen.findByText('东街店')
  fireEvent.click(screen.getByText('小组'))
  await waitFor(() => expect(payloads('work.funnel').at(-1)).toEqual({ postId: null, per: 'team', span: 'quarter' }))
  expect(window.location.hash).toContain('per=team')
})

test('one post alone is looked at over its whole life', async () => {
  openDesk('?at=effect&of=post2')
  await screen.findByText('东街店')
  expect(payloads('work.funnel')[0]).toMatchObject({ postId: 'post2' })
  expect(screen.queryByLabelText('看多久')).toBeNull()
})

test('a manager is told that she sees hers only, and up to when', async () => {
  answer('me.see', () => ({ memberId: 'manager-1', name: '王区长', role: 'manager' }))
  answer('work.funnel', () => demoFunnel({ scope: ['东街店', '南街店', '北街店', '中街店'] }))
  openDesk('?at=effect&tab=heat')
  expect(await screen.findByText('只看你管的：东街店、南街店、北街店 等 4 处')).toBeTruthy()
  expect(screen.getByText(/^数据截至/)).toBeTruthy()
  expect(screen.queryByRole('tab', { name: '阅读和热图' })).toBeNull() // what single posts are read is the editors'
  expect(callsOf('adoption.see')).toHaveLength(0)
})

test('nothing summed yet, nothing in this time, no signal: each says so', async () => {
  answer('work.funnel', () => demoFunnel({ sumsAt: null }))
  const first = openDesk('?at=effect')
  expect(await screen.findByText('还没有算过')).toBeTruthy()
  first.unmount()
  answer('work.funnel', () => demoFunnel({ rows: [] }))
  const second = openDesk('?at=effect')
  expect(await screen.findByText('这段时间还没有数')).toBeTruthy()
  second.unmount()
  loseSignal('work.funnel')
  openDesk('?at=effect')
  expect(await screen.findByText('再试一次')).toBeTruthy()
})

test('the hours: the best one in words, every cell in the table', async () => {
  openTab('curve')
  expect(await screen.findByText('周三 20 点读得最多，栏目放在这前半小时')).toBeTruthy()
  const week = rows('curve-week')
  expect(week).toHaveLength(3) // hours at which anything was opened
  expect(week.find((row) => row.startsWith('20 点'))).toBe('20 点009504500')
  expect(week.find((row) => row.startsWith('3 点'))).toContain('不到 5')
  expect(rows('curve-day')).toHaveLength(24)
})

test('too few to name a best hour', async () => {
  answer('work.curve', () => demoCurve({ best: null }))
  openTab('curve')
  expect(await screen.findByText('读的人还太少，看不出哪个钟点好')).toBeTruthy()
})

test('who comes back to a column, and how many times in a row', async () => {
  openTab('habit')
  expect(await screen.findByText('连着来：2 次以上 35 位，3 次以上 不到 5 位')).toBeTruthy()
  expect(rows('habit-col1')[1]).toBe('2026-11-1308:004025')
  fireEvent.click(screen.getByText('近 8 周'))
  await waitFor(() => expect(payloads('work.habit').at(-1)).toEqual({ weeks: 8 }))
})

test('texts are compared only where enough is known', async () => {
  openTab('families', '&of=post1')
  expect(await screen.findByText(/^“亲切”读得更深/)).toBeTruthy()
  expect(rows('families').map((row) => row.includes('还不能判断'))).toEqual([false, false, true])
  fireEvent.click(screen.getByText('开头'))
  await waitFor(() => expect(payloads('work.families').at(-1)).toEqual({ postId: 'post1', by: 'opening' }))
})

test.each([
  ['too-few', /^还不能判断：要有两种写法，各打开满 50 次/],
  ['same', /看不出差别/],
] as const)('texts that %s', async (verdict, said) => {
  answer('work.families', () => demoFamilies({ verdict, best: null }))
  openTab('families')
  expect(await screen.findByText(said)).toBeTruthy()
  expect(payloads('work.families')[0]).toMatchObject({ postId: 'post1' }) // the newest, where none was chosen
})

test('the board: places that cannot be told apart are shared, with why, the weights and who is left out', async () => {
  openTab('boards')
  // columns of a wide window come after the others, and their cells after their heads
  await waitFor(() => expect(rows('board')[1]).toContain('认得的客户 40 · 聊到 10 · 成交 不到 5'))
  expect(screen.getByText('凭什么')).toBeTruthy()
  expect(rows('board').map((row) => row.match(/^[\d–]+(?=[^\d–])/)?.[0])).toEqual(['1', '2–3', '2–3'])
  expect(screen.getByText(/转发、群发多少都不加分/)).toBeTruthy()
  expect(screen.getByText(/还有 12 位在后面/).textContent).toContain('有 7 位数太少，不排')
  expect(await formula('许婉清 · 得分')).toContain('权重：认得的客户 1，聊到 2，成交 5')
  fireEvent.click(screen.getByText('小组'))
  await waitFor(() => expect(payloads('work.boards').at(-1)).toMatchObject({ of: 'team', storeId: null }))
})

test('a board of one store, by its address', async () => {
  openTab('boards', '&who=east')
  await screen.findByText('许婉清')
  expect(payloads('work.boards')[0]).toEqual({ of: 'rep', span: 'this-month', storeId: 'east' })
})

test('the shelf says how each post does and what to do, and leads to its heat', async () => {
  openTab('shelf')
  await screen.findByText('防晒怎么补')
  expect(rows('shelf')[1]).toMatch(/常青.*积灰.*改一改再发/)
  expect(rows('shelf')[2]).toMatch(/没有标题.*还不能判断/)
  expect(screen.getByText('只列最近发的，更早的没列')).toBeTruthy()
  fireEvent.click(screen.getByText('防晒怎么补'))
  await waitFor(() => expect(window.location.hash).toContain('post=post2'))
  expect(window.location.hash).toContain('view=heat')
})

test('only posts of one state, by the address', async () => {
  openTab('shelf', '&by=stale')
  await screen.findByText('防晒怎么补')
  expect(rows('shelf')).toHaveLength(1)
})

test('health: four forces and the loop in our own words, each with its formula', async () => {
  openTab('health')
  const forces = within(await screen.findByLabelText('四力'))
  expect(forces.getAllByRole('listitem').map((card) => card.textContent?.slice(0, 3))).toEqual([
    '内容力',
    '触达力',
    '信任力',
    '成交力',
  ])
  const loop = within(screen.getByLabelText('从认识到成交'))
  expect(loop.getAllByRole('listitem').map((card) => card.textContent?.slice(0, 2))).toEqual([
    '链接',
    '场景',
    '信任',
    '传开',
    '成交',
  ])
  expect(document.body.textContent).not.toContain('裂变')
  expect(await formula('东街店 · 触达力')).toContain('打开 ÷ 发出')
})

test('a tab is a place in the address, and leaving for another menu leaves its filters behind', async () => {
  openDesk('?at=effect&span=quarter&of=post1')
  await screen.findByText('东街店')
  fireEvent.click(screen.getByRole('tab', { name: '榜单' }))
  await screen.findByText('许婉清')
  expect(window.location.hash).toContain('tab=boards')
  fireEvent.click(screen.getByRole('menuitem', { name: /该不该做/ }))
  await waitFor(() => expect(window.location.hash).toContain('at=fit'))
  expect(window.location.hash).not.toMatch(/span|tab|of=/)
})

test('a number too early to tell has its parts all the same', async () => {
  const early = shown('reach-rate', 'few', 10)
  answer('work.funnel', () => demoFunnel({ whole: { ...demoFunnel().whole, reach: early }, rows: [] }))
  openDesk('?at=effect')
  await screen.findByText('还不能判断')
  expect(await formula('送到率')).toMatch(/有人读到不到 5.*发出10/)
})
