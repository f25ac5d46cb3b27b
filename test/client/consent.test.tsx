// Is each firm that is to know something asked for by itself, is nothing ticked beforehand, and does a no record nothing?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { act, fireEvent, screen } from '@testing-library/react'
import Read from '../../client/pages/read/index'
import { resetTaro, router } from '../support/client-taro'
import {
  answer,
  asked,
  callsOf,
  demoPost,
  fill,
  hold,
  loseSignal,
  open,
  refuseFor,
  resetCloud,
  settle,
} from '../support/reader-phone'

const T0 = Date.UTC(2026, 10, 21, 2)
const DAY_MS = 86_400_000
const ownStore = demoPost().sender
const franchise = {
  repId: 'rep2',
  repName: '周燕',
  storeName: '江北店',
  company: '禾苗商行',
  brand: '涟漪护肤',
  franchise: true,
}

const bar = () => document.getElementById('consent-bar')
const give = () => document.getElementById('consent-give') as HTMLElement
const decline = () => document.getElementById('consent-decline') as HTMLElement
const tags = () => document.getElementById('consent-tags') as HTMLElement
const purposes = () => callsOf('consent.give').map((each) => each.payload.purposes)

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  jest.useFakeTimers({ now: T0 })
  resetTaro()
  resetCloud()
  router.params = { p: 'a01', t: 'TokenToken12' }
  answer('post.read', demoPost)
  answer('consent.give', () => ({ givenAt: Date.now(), claimed: 1 }))
})
afterEach(() => jest.useRealTimers())

const openFrom = async (sender: typeof ownStore) => {
  answer('post.read', () => ({ ...demoPost(), sender }))
  const page = open(Read)
  await settle(1_000)
  return page
}
const answerYes = async () => {
  fireEvent.click(give())
  await settle(1_000)
}

test('the question names rep, store, firm, data, purpose and how long', async () => {
  await openFrom(ownStore)
  const words = bar()?.textContent ?? ''
  for (const fact of ['林小满', '静安店', '涟漪护肤', '文章、时间、每节停留和回看', '为您解答', '180 天', '可随时撤回'])
    expect(words).toContain(fact)
})

test('the details say what is stored, what is not, and how to take it back', async () => {
  await openFrom(ownStore)
  fireEvent.click(screen.getByText('详情'))
  const words = document.querySelector('.sheet')?.textContent ?? ''
  for (const fact of ['图片看了多久', '从哪里打开', '不影响价格和服务', '隐私中心', '30 天内不再问', '2026-12'])
    expect(words).toContain(fact)
  expect(words).toContain('不记是谁转发的')
})

test('topics are worked out only when she turns that on herself', async () => {
  const first = await openFrom(ownStore)
  expect(tags().getAttribute('aria-checked')).toBe('false')
  await answerYes()
  first.unmount()
  await openFrom(ownStore)
  fireEvent.click(tags())
  expect(tags().getAttribute('aria-checked')).toBe('true')
  fireEvent.click(tags())
  fireEvent.click(tags())
  await answerYes()
  expect(purposes()).toEqual([['reading'], ['reading', 'tags']])
})

test('a franchise store is asked for by itself, naming its firm; only then is anything recorded', async () => {
  await openFrom(franchise)
  expect(bar()?.textContent).toContain('涟漪护肤想记录')
  expect(bar()?.textContent).not.toContain('禾苗商行')
  expect(give().className).toBe(decline().className)
  await answerYes()
  expect(callsOf('consent.give')).toEqual([])
  expect(bar()?.textContent).toContain('提供给禾苗商行')
  expect(give().className).toBe(decline().className)
  expect(document.activeElement).toBe(bar())
  await answerYes()
  expect(purposes()).toEqual([['reading', 'store']])
  expect(bar()).toBeNull()
})

test('a double tap on the first question does not answer the second', async () => {
  await openFrom(franchise)
  fireEvent.click(give())
  fireEvent.click(give())
  await settle(2_000)
  expect(callsOf('consent.give')).toEqual([])
  expect(bar()?.textContent).toContain('提供给禾苗商行')
})

test.each([1, 2])(
  'no at question %i of a franchise store records nothing and asks again after 30 days',
  async (question) => {
    const page = await openFrom(franchise)
    if (question === 2) await answerYes()
    fireEvent.click(decline())
    expect(bar()).toBeNull()
    expect(asked.map((each) => each.action)).not.toContain('consent.give')
    page.unmount()
    jest.setSystemTime(T0 + 29 * DAY_MS)
    const early = await openFrom(franchise)
    expect(bar()).toBeNull()
    early.unmount()
    jest.setSystemTime(T0 + 31 * DAY_MS)
    await openFrom(franchise)
    expect(bar()?.textContent).toContain('第 1 步')
  },
)

test('the second question says that the topics go along, when she turned them on', async () => {
  await openFrom(franchise)
  fireEvent.click(tags())
  await answerYes()
  expect(bar()?.textContent).toContain('记录和整理出的话题')
  await answerYes()
  expect(purposes()).toEqual([['reading', 'tags', 'store']])
})

test('a yes that does not arrive is kept as a question, at the step where it was', async () => {
  loseSignal('consent.give')
  await openFrom(franchise)
  await answerYes()
  await answerYes()
  expect(bar()?.textContent).toContain('提供给禾苗商行')
  expect(screen.getByText(/没有记下。网络恢复后/)).toBeTruthy()
})

test('while her yes is under way nothing else answers: the switch and 暂不 wait', async () => {
  const release = hold('consent.give')
  await openFrom(ownStore)
  await answerYes()
  fireEvent.click(tags())
  fireEvent.click(decline())
  expect(tags().getAttribute('aria-checked')).toBe('false')
  expect(decline().getAttribute('aria-disabled')).toBe('true')
  expect(bar()).toBeTruthy()
  answer('post.read', () => ({ ...demoPost(), consent: 'given' }))
  release()
  await settle()
  expect(purposes()).toEqual([['reading']])
  expect(screen.getByText('您已同意林小满知道您读了什么，可以在隐私中心撤回').getAttribute('role')).toBe('status')
})

test('a notice that changed meanwhile is fetched anew and asked from the start', async () => {
  refuseFor('consent.give', 'conflict', 'policy-changed')
  await openFrom(franchise)
  await answerYes()
  await answerYes()
  expect(bar()?.textContent).toContain('第 1 步')
  expect(screen.getByText(/说明刚更新过/)).toBeTruthy()
  expect(callsOf('post.read')).toHaveLength(2)
})

describe('after she agreed', () => {
  const agree = async () => {
    await openFrom(ownStore)
    answer('post.read', () => ({ ...demoPost(), consent: 'given' }))
    await answerYes()
  }

  test('she may say what to call her, and is offered that once', async () => {
    answer('privacy.introduce', ({ name }) => ({ selfName: name }))
    await agree()
    expect(screen.getByText('您已同意林小满知道您读了什么，可以在隐私中心撤回')).toBeTruthy()
    fireEvent.click(screen.getByText('告诉顾问怎么称呼您'))
    await act(async () => fill('introduce-name', ' 林女士 '))
    fireEvent.click(screen.getByText('告诉顾问'))
    await settle()
    expect(callsOf('privacy.introduce')[0]?.payload).toEqual({ repId: 'rep1', name: '林女士' })
    expect(screen.getByText('已告诉林小满，叫您「林女士」')).toBeTruthy()
    expect(screen.queryByText('告诉顾问怎么称呼您')).toBeNull()
  })

  test('on later visits only the quiet line stands there', async () => {
    answer('post.read', () => ({ ...demoPost(), consent: 'given' }))
    open(Read)
    await settle()
    expect(screen.getByText(/您已同意林小满/)).toBeTruthy()
    expect(screen.queryByText('告诉顾问怎么称呼您')).toBeNull()
  })
})
