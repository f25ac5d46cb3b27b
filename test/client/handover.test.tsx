// Her adviser has left: is she told plainly, beside the text and not over it, with two equal answers, and does either arrive?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { fireEvent, screen } from '@testing-library/react'
import Privacy from '../../client/pages/privacy/index'
import Read from '../../client/pages/read/index'
import { remember } from '../../client/platform/storage'
import type { Output } from '../../shared/contracts'
import { POLICY_VERSION } from '../../shared/domain/consent'
import { resetTaro, router } from '../support/client-taro'
import { recorded, T0 } from '../support/privacy-answers'
import { answer, callsOf, demoPost, loseSignal, open, resetCloud, settle } from '../support/reader-phone'

type Told = NonNullable<Output<'reader', 'post.read'>['handover']>
const colleague: Told = {
  ...{ repId: 'rep1', fromName: '许婉清', toName: '陈默', storeName: '静安店', company: '涟漪护肤', brand: '涟漪护肤' },
  ...{ franchise: false, needsConsent: false },
}
const otherFirm: Told = { ...colleague, storeName: '江北店', company: '禾苗商行', franchise: true, needsConsent: true }

const bar = () => document.getElementById('handover-bar')
const yes = () => document.getElementById('handover-yes') as HTMLElement
const no = () => document.getElementById('handover-no') as HTMLElement
const said = () => callsOf('handover.answer').map((each) => each.payload)

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  jest.useFakeTimers({ now: T0 })
  resetTaro()
  resetCloud()
  router.params = { p: 'a01', t: 'TokenToken12' }
  answer('handover.answer', (payload) => ({ passed: payload.answer === 'yes' }))
})
afterEach(() => jest.useRealTimers())

const openPost = async (handover: Told | null, change: object = {}) => {
  answer('post.read', () => ({ ...demoPost(), handover, ...change }))
  const page = open(Read)
  await settle(1_000)
  return page
}

test('she reads who left and who follows, where the question of consent would stand', async () => {
  await openPost(colleague)
  expect(bar()?.textContent).toContain('您的顾问许婉清不在店里了，以后由陈默接着服务，您看过的内容陈默也会知道。')
  expect(bar()?.textContent).toContain('选「不用」，您之前的同意就到此为止')
  expect(document.getElementById('consent-bar')).toBeNull()
  expect(screen.getByText('换季用精华，先分清缺水还是缺油')).toBeTruthy()
  expect(document.querySelector('.sheet')).toBeNull()
  expect(yes().className).toBe(no().className)
  expect(said()).toEqual([])
})

test('nobody who is told nothing sees the bar', async () => {
  await openPost(null)
  expect(bar()).toBeNull()
  expect(document.getElementById('consent-bar')).not.toBeNull()
})

test.each([
  ['yes', yes, '以后由陈默为您服务'],
  ['no', no, '不再归在您名下'],
] as const)('%s is told once, and what became of it is said', async (what, button, words) => {
  await openPost(colleague)
  fireEvent.click(button())
  fireEvent.click(button())
  await settle(1_000)
  const payload = { repId: 'rep1', answer: what, purposes: ['reading'], policyVersion: POLICY_VERSION }
  expect(said()).toEqual([payload])
  expect(bar()?.querySelector('[role="status"]')?.textContent).toContain(words)
  expect(document.getElementById('handover-yes')).toBeNull()
})

test('what did not arrive says so and can be said again', async () => {
  loseSignal('handover.answer')
  await openPost(colleague)
  fireEvent.click(no())
  await settle(1_000)
  expect(bar()?.querySelector('[role="alert"]')?.textContent).toContain('没有记下')
  answer('handover.answer', () => ({ passed: false }))
  fireEvent.click(no())
  await settle(1_000)
  expect(bar()?.textContent).toContain('不再归在您名下')
})

test('another firm is named, and agreed to by itself', async () => {
  await openPost(otherFirm)
  expect(bar()?.textContent).toContain('江北店属于另一家公司：禾苗商行')
  expect(bar()?.textContent).toContain('保存 180 天，可随时撤回')
  expect(yes().textContent).toBe('同意提供')
  fireEvent.click(yes())
  await settle(1_000)
  expect(said()[0]?.purposes).toEqual(['reading', 'store'])
})

test('a card of who left comes from her store', async () => {
  await openPost(null, { sender: { ...demoPost().sender, repName: '' }, consent: 'not-asked' })
  expect(screen.getByText('静安店 发给您')).toBeTruthy()
  expect(document.querySelector('.article-initial')).toBeNull()
})

test('the privacy centre asks the same under the adviser who left', async () => {
  remember('ripple.session', { accessToken: 'a', refreshToken: 'r', expiresAt: T0 + 7_200_000, anonymous: true })
  const [consent] = recorded().consents
  answer('privacy.see', () => ({ ...recorded(), consents: [{ ...consent, handover: colleague }] }))
  open(Privacy)
  await settle(1_000)
  expect(screen.getByText(/您的顾问许婉清不在店里了/)).toBeTruthy()
  fireEvent.click(no())
  await settle(1_000)
  expect(said()).toEqual([expect.objectContaining({ repId: 'rep1', answer: 'no' })])
})
