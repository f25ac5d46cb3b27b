// What does a rep see of her groups? Today's items, counts that never fall below three, and a session that outlives the page.
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import GroupsPage from '../../client/pkgs/rep/groups/index'
import { ForGroup } from '../../client/pkgs/rep/kit/_parts/ForGroup'
import { flushOutbox } from '../../client/platform/outbox'
import { queries } from '../../client/platform/queries'
import type { Output } from '../../shared/contracts'
import type { SeenGroup, ShownGroup } from '../../shared/contracts/group'
import { resetTaro, router } from '../support/client-taro'
import { answer, callsOf, loseSignal, refuse, resetCloud } from '../support/reader-phone'
import { T0 } from '../support/rep-answers'
import { open, settle } from '../support/rep-screen'
import { done, resetPhone } from '../support/rep-taro'

const group = (change: Partial<ShownGroup> = {}): ShownGroup => ({
  ...{ groupId: 'g1', name: '早安妈妈', theme: '早八点育儿', rules: ['不发广告：大家是来聊的'] },
  ...{ createdAt: T0, archivedAt: null, met: false, rev: 1 },
  ...change,
})
const list = (groups: ShownGroup[], themes: string[] = []): Output<'rep', 'group.list'> => ({
  asOf: T0,
  groups,
  themes,
})
const seen = (change: Partial<SeenGroup> = {}): SeenGroup => ({
  ...{ asOf: T0, group: group(), shares: 3, opens: 12, deep: 5, silence: { days: 2, shares: 1 }, notes: [] },
  today: {
    day: '2026-11-21',
    items: [
      {
        itemId: 'i1',
        time: '08:30',
        act: '发早安清单',
        playbookId: null,
        post: { postId: 'p1', title: '绘本怎么选' },
        done: false,
      },
    ],
  },
  posts: [
    {
      ...{ postId: 'p1', title: '绘本怎么选', column: '亲子', times: 2, lastAt: T0 - 86_400_000, opens: 12, deep: 5 },
      sections: [
        { heading: '先看字多不多', readings: 10, ms: 300_000 },
        { heading: '再看画', readings: null, ms: null },
      ],
    },
    {
      ...{ postId: 'p2', title: '周末去哪儿', column: '亲子', times: 1, lastAt: T0, opens: null, deep: null },
      sections: [],
    },
  ],
  columns: [{ column: '亲子', posts: 2, opened: 1, hours: [{ hour: 8, opens: 9 }] }],
  ...change,
})
const play = (change: object = {}) => ({
  ...{ playbookId: 'play1', name: '四十分钟带看', scene: 'group-session', kinds: [], relation: null, value: null },
  ...{ goal: '让大家动手', dos: ['慢一点'], donts: ['别报价'], builtIn: true, success: null },
  steps: [
    { name: '开场', say: ['今天聊绘本'], minutes: 5 },
    { name: '看图', say: ['先看这一页'], minutes: 10 },
  ],
  ...change,
})
const text = () => document.body.textContent ?? ''
const at = (address: Record<string, string>) => Object.assign(router.params, address)
const show = async () => {
  open(GroupsPage)
  await settle()
}
const type = async (id: string, value: string) => {
  const field = document.querySelector(`#${id}`) as HTMLElement
  await act(async () => void fireEvent(field, new CustomEvent('input', { detail: { value } })))
}

beforeEach(() => {
  process.env.TARO_ENV = 'weapp'
  jest.spyOn(Date, 'now').mockReturnValue(T0)
  resetTaro()
  resetPhone()
  resetCloud()
  queries.clear()
  for (const key of Object.keys(router.params)) delete router.params[key]
  answer('group.list', () => list([group(), group({ groupId: 'g2', name: '老群', archivedAt: T0 })]))
  answer('group.see', () => seen())
  answer('playbook.list', () => ({ playbooks: [play()], favourites: [] }))
  answer('share.record', ({ token }) => ({ token }))
})
afterEach(() => {
  cleanup()
  jest.restoreAllMocks()
})

describe('the list', () => {
  test('shows groups in use; those no longer led are folded away', async () => {
    await show()
    expect(text()).toContain('早安妈妈')
    expect(text()).toContain('1 条群规')
    expect(text()).not.toContain('老群')
    fireEvent.click(screen.getByText('不带了的群（1）'))
    expect(text()).toContain('老群')
  })
  test('says what to do while there is none', async () => {
    answer('group.list', () => list([]))
    await show()
    expect(text()).toContain('还没有记下群')
  })
})

describe('a group', () => {
  beforeEach(() => at({ g: 'g1' }))

  test('shows counts, and fewer than three never as a number', async () => {
    await show()
    expect(text()).toContain('打开 12 · 细读 5')
    expect(text()).toContain('打开的不到 3')
    expect(text()).toContain('最近 2 篇，1 篇打开到 3 次')
    expect(text()).toContain('多在 8 点打开')
    expect(text()).toContain('最近连着 1 次发出去，打开的都不到 3')
    fireEvent.click(screen.getByText('看哪一节读得久'))
    expect(text()).toContain('10 次 · 平均 30 秒')
    expect(text()).toContain('读的不到 3')
  })

  test('an item is ticked at once, without signal too, and taken back', async () => {
    loseSignal('group.tick')
    await show()
    fireEvent.click(screen.getByText('做了'))
    await settle()
    expect(text()).toContain('今天的安排都做了')
    answer('group.tick', () => ({ done: ['i1'] }))
    await flushOutbox()
    expect(callsOf('group.tick').at(-1)?.payload).toEqual({
      groupId: 'g1',
      day: '2026-11-21',
      itemId: 'i1',
      done: true,
    })
    fireEvent.click(screen.getByText('撤销'))
    await settle()
    expect(callsOf('group.tick').at(-1)?.payload).toMatchObject({ done: false })
    expect(text()).toContain('今天的安排，还有 1 件')
  })

  test('what another phone had said and hers replaced is told', async () => {
    answer('group.save', ({ to }) => ({ group: group({ ...(to as object), rev: 3 }), replaced: ['name'] }))
    await show()
    fireEvent.click(screen.getByText('改一改'))
    await type('group-name', '早安')
    fireEvent.click(screen.getByText('存好'))
    await settle()
    expect(callsOf('group.save')[0]?.payload).toEqual({
      groupId: 'g1',
      from: { name: '早安妈妈', theme: '早八点育儿', rules: ['不发广告：大家是来聊的'] },
      to: { name: '早安' },
    })
    expect(text()).toContain('你另一台手机刚改过群名，现在按这次的')
  })

  test('two changes made without signal arrive as one, against what she saw before both', async () => {
    loseSignal('group.save')
    await show()
    for (const name of ['早安', '早']) {
      fireEvent.click(screen.getByText('改一改'))
      await type('group-name', name)
      fireEvent.click(screen.getByText('存好'))
      await settle()
    }
    answer('group.save', ({ to }) => ({ group: group(to as object), replaced: [] }))
    await flushOutbox()
    expect(callsOf('group.save').at(-1)?.payload).toMatchObject({ from: { name: '早安妈妈' }, to: { name: '早' } })
  })

  test('archived with the way back', async () => {
    answer('group.archive', ({ archived }) => group({ archivedAt: archived ? T0 : null }))
    await show()
    fireEvent.click(screen.getByText('不带了'))
    await settle()
    expect(text()).toContain('收起来了')
    fireEvent.click(screen.getByText('撤销'))
    await settle()
    expect(callsOf('group.archive').map(({ payload }) => payload.archived)).toEqual([true, false])
  })

  test('that is not hers is not shown, even from memory', async () => {
    await show()
    cleanup()
    refuse('group.see', 'not-found')
    await show()
    expect(text()).not.toContain('打开 12')
  })
})

describe('a session', () => {
  beforeEach(() => at({ g: 'g1', s: 'play1' }))
  const later = async (ms: number) => {
    jest.spyOn(Date, 'now').mockReturnValue(T0 + ms)
    await act(() => new Promise((ready) => setTimeout(ready, 1_100)))
  }

  test('goes by the clock, copies a line, and is where it was when she comes back', async () => {
    await show()
    fireEvent.click(screen.getByText('开始，约 15 分钟'))
    expect(text()).toContain('第 1 步，共 2 步')
    expect(text()).toContain('5:00')
    fireEvent.click(screen.getByText('今天聊绘本'))
    await settle()
    expect(done).toContain('copy 今天聊绘本')
    await later(65_000)
    expect(text()).toContain('3:55')
    fireEvent.click(screen.getByText('下一步：看图'))
    cleanup()
    jest.spyOn(Date, 'now').mockReturnValue(T0 + 65_000 + 660_000)
    await show()
    expect(text()).toContain('第 2 步，共 2 步')
    expect(text()).toContain('1:00超了')
    fireEvent.click(screen.getByText('讲完了'))
    expect(text()).toContain('开始，约 15 分钟')
  })

  test('a micro-class is a plan of lessons', async () => {
    answer('playbook.list', () => ({ playbooks: [play({ scene: 'micro-class' })], favourites: [] }))
    await show()
    expect(text()).toContain('第 2 节 看图')
    expect(text()).not.toContain('开始，约')
  })

  test('of a playbook that is gone there is a way back', async () => {
    answer('playbook.list', () => ({ playbooks: [], favourites: [] }))
    await show()
    expect(text()).toContain('这个套路不在了')
  })
})

test('sent into a group the card is bound to it before it goes out', async () => {
  process.env.TARO_ENV = 'h5'
  answer('group.list', () =>
    list([group(), group({ groupId: 'g3', name: '跑步群' }), group({ groupId: 'g2', name: '老群', archivedAt: T0 })]),
  )
  open(() => <ForGroup postId="p1" readerUrl="https://read.example.com" first="g3" onClose={() => undefined} />)
  await settle()
  expect(screen.getAllByText(/^发到群：/).map((row) => row.textContent)).toEqual(['发到群：跑步群', '发到群：早安妈妈'])
  fireEvent.click(screen.getByText('发到群：跑步群'))
  await settle()
  const { token, ...about } = callsOf('share.record')[0]?.payload ?? {}
  expect(about).toEqual({ postId: 'p1', channel: 'link', groupId: 'g3' })
  fireEvent.click(screen.getByText('复制链接给好友'))
  await settle()
  expect(callsOf('share.record')).toHaveLength(1)
  expect(text()).toContain(`t=${token}`)
})
