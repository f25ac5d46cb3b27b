// Does the desk show how a post is read, with those that do not count apart, and say nothing where too few read?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { fireEvent, screen, waitFor } from '@testing-library/react'
import fc from 'fast-check'
import { shareRead, warmthOf } from '../../client/features/post/heat'
import { resetTaro } from '../support/client-taro'
import { demoAdoption, demoHeat, postRow, shownPost, stores } from '../support/desk-answers'
import { openDesk } from '../support/desk-screen'
import { answer, callsOf, loseSignal, resetCloud } from '../support/reader-phone'

const liveArticle = () => {
  const post = shownPost({ state: 'live', publishedAt: 1_795_000_000_000 })
  const [first] = post.draft.article.sections
  if (!first) throw new Error('the demo post has a section')
  const headings = ['第一步', '第二步', '第三步', '第四步']
  const sections = headings.map((heading, n) => ({ ...first, id: `s${n + 1}` as never, heading }))
  return { ...post, draft: { ...post.draft, article: { ...post.draft.article, sections } } }
}

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  resetCloud()
  answer('me.see', () => ({ memberId: 'editor-1', name: '陈编辑' }))
  answer('store.list', () => ({ stores }))
  answer('post.list', () => ({ posts: [postRow({ state: 'live' })], next: null }))
  answer('post.see', liveArticle)
  answer('post.heat', demoHeat)
  answer('adoption.see', demoAdoption)
})

const section = (heading: string) => screen.getByText(heading).closest('li') as HTMLElement
const heatOf = (heading: string) => section(heading).querySelector('[data-heat]')?.getAttribute('data-heat')

test('the heat lies over the article, and beside each section stand its figures', async () => {
  openDesk('?post=post1&view=heat')
  await screen.findByText('第一步')
  expect(section('第一步').textContent).toContain('120 次')
  expect(section('第一步').textContent).toContain('平均 30 秒')
  expect(section('第一步').textContent).toContain('读完约 30 秒')
  expect(section('第一步').textContent).toContain('第二段。')
  expect([heatOf('第一步'), heatOf('第二步'), heatOf('第四步')]).toEqual(['5', '1', '0'])
  expect(section('第四步').textContent).toContain('没有人读到')
})

test('both numbers are told, and until when they reach', async () => {
  openDesk('?post=post1&view=heat')
  await screen.findByText('第一步')
  expect(screen.getByLabelText('阅读次数').textContent).toContain('读者120 次')
  expect(screen.getByText('员工 5 · 转发者本人 2 · 机器 3，不算在内')).toBeTruthy()
  expect(screen.getByText('数据截至 10:00')).toBeTruthy()
})

test('a section that one or two read says neither how many nor how long, and shows no heat', async () => {
  openDesk('?post=post1&view=heat')
  await screen.findByText('第三步')
  expect(section('第三步').textContent).toContain('少于 3 次')
  expect(section('第三步').textContent).not.toContain('秒')
  expect(heatOf('第三步')).toBe('few')
})

test('how far back stands in the address', async () => {
  openDesk('?post=post1&view=heat&days=180')
  await screen.findByText('第一步')
  fireEvent.click(screen.getByText('近 7 天'))
  await waitFor(() => expect(callsOf('post.heat')).toHaveLength(2))
  expect(callsOf('post.heat').map((each) => each.payload)).toEqual([
    { postId: 'post1', days: 180 },
    { postId: 'post1', days: 7 },
  ])
  expect(window.location.hash).toContain('days=7')
})

test('an address with a span that is not offered shows thirty days', async () => {
  openDesk('?post=post1&view=heat&days=9999')
  await screen.findByText('第一步')
  expect(callsOf('post.heat')[0]?.payload.days).toBe(30)
})

test('a post that is out leads to its heat and back', async () => {
  openDesk('?post=post1')
  fireEvent.click(await screen.findByRole('button', { name: '效果' }))
  await screen.findByText('平均 30 秒')
  fireEvent.click(screen.getByText('看内容'))
  expect(await screen.findByLabelText('朋友圈文案')).toBeTruthy()
})

test('nobody has read it yet: says so and what to do', async () => {
  answer('post.heat', () => ({ ...demoHeat(), counted: { ...demoHeat().counted, readings: 0, deep: 0, ms: 0 } }))
  openDesk('?post=post1&view=heat')
  expect(await screen.findByText('这段时间还没有人读')).toBeTruthy()
})

test('figures that cannot be fetched say so and can be asked for again', async () => {
  loseSignal('post.heat')
  openDesk('?post=post1&view=heat')
  expect(await screen.findByText('再试一次')).toBeTruthy()
  answer('post.heat', demoHeat)
  fireEvent.click(screen.getByText('再试一次'))
  expect(await screen.findByText('第一步')).toBeTruthy()
})

test('what was read day by day, newest first, and what became of each post', async () => {
  openDesk('?at=effect&tab=heat')
  await screen.findByText('每天读了多少')
  const rows = (id: string) =>
    [...document.querySelectorAll(`#${id} tbody tr.ant-table-row`)].map((row) => row.textContent)
  expect(rows('adoption-days').map((row) => row?.slice(0, 6))).toEqual(['11月21日', '11月20日'])
  expect(rows('adoption-days')[1]).toContain('30')
  expect(rows('adoption-posts')[0]).toMatch(/换季用精华.*7.*120/)
  expect(callsOf('adoption.see')[0]?.payload).toEqual({ days: 7 })
  fireEvent.click(screen.getByText('换季用精华'))
  expect(await screen.findByText('平均 30 秒')).toBeTruthy()
  fireEvent.click(screen.getByLabelText('回去'))
  expect(await screen.findByText('每天读了多少')).toBeTruthy()
})

test('the more of a section was read the warmer it is, and heat stays on its scale', () => {
  const figures = fc.record({
    readings: fc.integer({ min: 3, max: 1e6 }),
    ms: fc.nat(1e9),
    expectedMs: fc.integer({ min: 1, max: 1e6 }),
  })
  fc.assert(
    fc.property(figures, fc.nat(1e6), fc.nat(1e6), (known, opened, more) => {
      const at = (ms: number) => warmthOf({ sectionId: 's', heading: '', ...known, ms }, opened)
      const [cooler, warmer] = [at(known.ms) ?? Number.NaN, at(known.ms + more) ?? Number.NaN]
      expect(warmer).toBeGreaterThanOrEqual(cooler)
      expect([0, 1, 2, 3, 4, 5]).toContain(warmer)
      expect(shareRead({ sectionId: 's', heading: '', ...known }, opened)).toBeLessThanOrEqual(1)
    }),
  )
})
