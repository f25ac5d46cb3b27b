// Does a guide see what each step stands on and one thing to do next, and no rank, point or share?
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { fireEvent, screen } from '@testing-library/react'
import LadderPage from '../../client/pkgs/rep/ladder/index'
import { runInWeChat } from '../support/in-wechat'
import { answer } from '../support/reader-phone'
import { open, settle } from '../support/rep-screen'

const AT = Date.UTC(2026, 10, 20, 4)
const rung = (step: string, state: string, change: object = {}) => ({
  ...{ step, state, of: ['vote'], need: { count: 3, kinds: 2 }, found: { count: 0, kinds: 0 }, because: [], ...change },
})
const talks = Array.from({ length: 6 }, (_, n) => ({ of: 'talk', at: AT - n * 86_400_000, what: '' }))
const seen = {
  ...{ asOf: AT, step: 'achievement', next: 'vote' },
  rungs: [
    rung('achievement', 'reached', { because: [...talks, { of: 'promise', at: 1, what: '留一瓶精华' }] }),
    rung('presence', 'next', { found: { count: 1, kinds: 1 } }),
    rung('identity', 'ahead'),
  ],
}
const text = () => document.body.textContent ?? ''
const show = async (answered: object) => {
  answer('ladder.see', () => answered)
  open(LadderPage)
  await settle()
}

runInWeChat()

test('each step with its evidence, the rest of it on a tap', async () => {
  await show(seen)
  expect(text()).toContain('聊好了')
  expect(text()).toContain('有 1 件、1 种；要 3 件、2 种')
  expect(text()).toContain('说说你的看法，也看看别人怎么想')
  expect(text()).not.toContain('留一瓶精华')
  fireEvent.click(screen.getByText('全部 7 条'))
  await settle()
  expect(text()).toContain('答应的做到了：留一瓶精华')
})

test('says that neither sharing nor readings nor contacts count, and that a pause costs nothing', async () => {
  await show(seen)
  expect(text()).toContain('不排名、不积分，歇一阵也不会掉')
  expect(text()).toContain('转发多少、带来多少阅读、有多少客户都不算')
})

test('with all three steps nothing more is asked', async () => {
  await show({ ...seen, next: null, rungs: seen.rungs.map((one) => ({ ...one, state: 'reached' })) })
  expect(screen.queryByText('下一件可以做的')).toBeNull()
})
