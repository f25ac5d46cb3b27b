// Does a rep see through whom her posts travel, as a picture and as a table, and is nobody named who did not agree?
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { act, fireEvent, screen } from '@testing-library/react'
import { Gestures } from '../../client/features/spread/gestures'
import { joinParts, toGraph } from '../../client/features/spread/to-graph'
import SpreadPage from '../../client/pkgs/rep/spread/index'
import { queries } from '../../client/platform/queries'
import { instantOf } from '../../shared/domain/day'
import { navigated, resetTaro } from '../support/client-taro'
import { answer, callsOf, loseSignal, refuse, resetCloud } from '../support/reader-phone'
import { open, settle } from '../support/rep-screen'
import { easel, resetPhone } from '../support/rep-taro'

const NOW = instantOf('2026-11-22', '10:00')
const DAY_MS = 86_400_000
const who = (contactId: string, remark: string | null) => ({ contactId, remark, ordinal: 'A1', certainty: 'named' })
const node = (key: string, kind: string, depth: number, more: object = {}) => ({
  ...{ key, kind, depth, person: null, score: 0, people: 0, deep: 0, passes: 0, scenes: {} },
  ...{ firstAt: kind === 'branch' ? null : NOW - 40 * DAY_MS, lastAt: null, ...more },
})
const wang = who('c-wang', '王姐')
const terms = {
  ...{ readers: 5, near: 3.2, far: 1.1, unknown: 0.3, posts: 3, weeks: 4, value: 4, evidence: 0.6 },
  ...{ lost: { time: 0.5, rings: 0.2, repeats: 0 }, steadiness: 0.8, score: 1.9 },
}
const nodes = [
  node('me', 'rep', 0),
  node('p1', 'person', 1, { person: wang, score: 19, people: 5, deep: 4, passes: 6 }),
  node('p2', 'person', 2, {
    person: who('c-li', '李太太'),
    score: 3,
    firstAt: NOW - 3 * DAY_MS,
    people: 'few',
    deep: 'few',
  }),
  node('p1~', 'branch', 2, { people: 7, deep: 'few', passes: 'few' }),
  node('me~', 'branch', 1, { people: 'few', deep: 'few', passes: 'few' }),
]
const edge = (from: number, to: number) => ({ from, to, passes: 2, deep: 1, lastAt: null })
const part = {
  ...{ asOf: NOW, part: 0, parts: 1, from: 0, nodes, edges: [edge(0, 1), edge(1, 2), edge(1, 3), edge(0, 4)] },
  keyPeople: [{ key: 'p1', person: wang, score: 1.9, terms }],
}
const influence = {
  ...{ asOf: NOW, tags: [], spread: null, relation: 'expert', value: 'information' },
  freeTime: { fromHour: 20, toHour: 22, weekend: false, readings: 9 },
}
const path = {
  ...{ ask: wang, people: [wang, who('c-li', '李太太')], strength: 0.6 },
  steps: [{ passes: 2, deep: 1, lastAt: NOW }],
}
const text = () => document.body.textContent ?? ''
const show = async () => {
  open(SpreadPage)
  await settle()
  await settle()
}
const tap = async (element: Element | null) => {
  fireEvent.click(element as HTMLElement)
  await settle()
}
const toTable = () => tap(document.getElementById('spread-table'))

beforeEach(() => {
  process.env.TARO_ENV = 'weapp'
  jest.spyOn(Date, 'now').mockReturnValue(NOW)
  resetTaro()
  resetPhone()
  resetCloud()
  queries.clear()
  answer('spread.see', () => part)
  answer('spread.influence', () => influence)
  answer('spread.paths', () => ({ asOf: NOW, paths: [path] }))
})
afterEach(() => {
  process.env.TARO_ENV = 'h5'
  jest.restoreAllMocks()
})

test('the picture names the key person and counts the others; the legend says how to read it', async () => {
  await show()
  expect(text()).toContain('王姐 最能带动别人')
  expect(easel).toContain('write 王姐')
  expect(text()).toContain('花瓣是没同意的人，只有人数')
})

test('a week back, who came later is not in the picture yet', async () => {
  await show()
  expect(document.querySelector('.spread-weeks')?.textContent).toContain('到现在9 人')
  await tap(document.getElementById('week-before'))
  expect(document.querySelector('.spread-weeks')?.textContent).toContain('8 人')
})

test('the table says the same, one or two as few, and sorts as asked', async () => {
  await show()
  await toTable()
  const rows = () => [...document.querySelectorAll('.spread-row-who')].map((row) => row.textContent)
  expect(rows()).toEqual(['王姐', '李太太'])
  expect(text()).toContain('带来一两人，细读一两次')
  expect(text()).toContain('另有 7 位没同意的读者')
  await tap(document.getElementById('by-last'))
  expect(rows()).toHaveLength(2)
})

test('where there are only one or two who did not agree, they are few and not none', async () => {
  const nodes = part.nodes.map((node) => (node.kind === 'branch' ? { ...node, people: 'few', deep: 'few' } : node))
  answer('spread.see', () => ({ ...part, nodes }))
  await show()
  await toTable()
  expect(text()).toContain('另有少量没同意的读者，只算人数')
  expect(text()).not.toContain('0 位')
})

test('her sheet says why, how steady, how to reach her, and through whom', async () => {
  await show()
  await toTable()
  await tap(document.querySelector('.spread-row'))
  await settle()
  expect(text()).toContain('带动 1.9，很稳')
  expect(text()).toContain('互相点来点去的不算：减 0.2')
  expect(text()).toContain('多在 20:00–22:00 读')
  expect(text()).toContain('你对她是专家')
  expect(text()).toContain('我 → 王姐 → 李太太')
  await tap(screen.getByText('请王姐介绍'))
  expect(navigated.join()).toContain('/pkgs/rep/contact/index?c=c-wang')
  expect(callsOf('spread.paths').map(({ payload }) => payload)).toEqual([{ contactId: 'c-wang' }])
})

test.each([
  ['worked out for the first time', { ...part, asOf: null, nodes: [], edges: [], keyPeople: [] }, '正在算'],
  ['nobody passed it on', { ...part, nodes: nodes.slice(0, 1), edges: [], keyPeople: [] }, '还没有人转发'],
])('%s: it says so and what comes next', async (_, reply, said) => {
  answer('spread.see', () => reply)
  await show()
  expect(text()).toContain(said)
})

test('without signal the last picture stays, with its time', async () => {
  await show()
  loseSignal('spread.see')
  await act(() => queries.refetchQueries())
  await settle()
  expect(text()).toContain('没有网络')
  expect(text()).toContain('王姐 最能带动别人')
})

test('refused, it says so and how to ask again', async () => {
  refuse('spread.see', 'internal')
  await show()
  expect(text()).toContain('再试一次')
})

test('parts that come later hang below the first; few becomes no size', () => {
  const second = {
    ...part,
    part: 1,
    parts: 3,
    from: 5,
    nodes: [node('p9', 'person', 1)],
    edges: [edge(0, 5)],
    keyPeople: [],
  }
  const joined = joinParts([{ ...part, parts: 3 }, second] as never)
  expect(joined.more).toBe(true)
  const graph = toGraph(joined)
  expect(graph.nodes).toHaveLength(6)
  expect(graph.nodes[4]).toMatchObject({ few: true, people: 0, deep: 0 })
  expect(graph.edges.at(-1)).toMatchObject({ from: 0, to: 5 })
})

test('one finger taps or moves, two go nearer, the wheel too', () => {
  const meant: string[] = []
  const gestures = new Gestures({
    tap: (x, y) => meant.push(`tap ${x},${y}`),
    pan: (dx, dy) => meant.push(`pan ${dx},${dy}`),
    zoom: (factor) => meant.push(`zoom ${factor.toFixed(2)}`),
  })
  gestures.down(1, 50, 50)
  gestures.move(1, 53, 51)
  gestures.up(1)
  expect(meant.splice(0)).toEqual(['tap 50,50'])
  gestures.down(1, 0, 0)
  gestures.move(1, 20, 0)
  gestures.up(1)
  expect(meant.splice(0)).toEqual(['pan 20,0'])
  gestures.down(1, 0, 0)
  gestures.down(2, 100, 0)
  gestures.move(2, 200, 0)
  gestures.up(2)
  gestures.up(1)
  expect(meant.splice(0)).toEqual(['pan 50,0', 'zoom 2.00'])
  gestures.wheel(10, 10, -400)
  expect(meant).toEqual(['zoom 2.00'])
})
