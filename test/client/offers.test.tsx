// Is an offer sent only with every answer given by hand, kept until then, refused kindly with a child, and taken back in two taps?
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { fireEvent, screen } from '@testing-library/react'
import CustomersPage from '../../client/pkgs/account/offer/index'
import OffersPage from '../../client/pkgs/rep/offers/index'
import { queries } from '../../client/platform/queries'
import { OFFER_TERMS_VERSION } from '../../shared/domain/submission'
import { runInWeChat } from '../support/in-wechat'
import { addresses, answer, callsOf, refuse, refuseFor } from '../support/reader-phone'
import { open, settle, typeIn } from '../support/rep-screen'

const AT = Date.UTC(2026, 10, 20, 4)
const offer = {
  ...{ submissionId: 's1', state: 'new', words: '餐椅垫一块布', photos: [], rights: { mine: true, people: 'nobody' } },
  ...{
    named: '何女士',
    agreedAt: AT,
    at: AT,
    round: 1,
    questions: [],
    reason: '',
    creditedAt: null,
    withdrawnAt: null,
  },
}
const own = (offers: object[], left = 3) => ({ version: OFFER_TERMS_VERSION, left, offers })
const text = () => document.body.textContent ?? ''
const tap = async (id: string) => {
  fireEvent.click(document.getElementById(id) as HTMLElement)
  await settle()
}
const show = async (page: typeof OffersPage, offers: object[], left = 3) => {
  answer('submission.list', () => own(offers, left))
  answer('submission.own', () => own(offers, left))
  const shown = open(page)
  await settle()
  return shown
}

runInWeChat()
beforeEach(() => {
  answer('submission.offer', () => offer)
})

test('nothing is ticked beforehand, and it goes only once everything is said', async () => {
  await show(CustomersPage, [])
  expect(text()).toContain('投不投都照样为您服务')
  expect(text()).toContain('不一定用上，也不付报酬')
  await tap('offer-send')
  await typeIn('offer-words', '餐椅垫一块布')
  await tap('offer-mine')
  await tap('offer-send')
  expect(callsOf('submission.offer')).toEqual([])
  expect(text()).toContain('看过约定，同意了再投')
  await tap('offer-agree')
  await tap('offer-send')
  expect(callsOf('submission.offer')[0]?.payload).toEqual({
    ...{ submissionId: expect.any(String), words: '餐椅垫一块布', photos: [], named: '', version: OFFER_TERMS_VERSION },
    rights: { mine: true, people: 'nobody' },
  })
  expect(text()).toContain('投到了')
})

test('a refusal is told, what she wrote stays, and is there again when she comes back', async () => {
  refuseFor('submission.offer', 'too-many', 'offers-a-day')
  const { unmount } = await show(CustomersPage, [])
  await typeIn('offer-words', '餐椅垫一块布')
  await tap('offer-mine')
  await tap('offer-agree')
  await tap('offer-send')
  expect(document.querySelector('.offer-error')).not.toBeNull()
  unmount()
  queries.clear()
  await show(CustomersPage, [])
  await tap('offer-send')
  const sent = callsOf('submission.offer')
  expect(sent).toHaveLength(2)
  expect(sent[1]?.payload).toEqual(sent[0]?.payload)
})

test('without signal a rep’s waits on her phone and says so', async () => {
  refuseFor('submission.offer', 'offline', '')
  await show(OffersPage, [])
  await typeIn('offer-words', '货架这样摆，客户一眼看到')
  await tap('offer-mine')
  await tap('offer-agree')
  await tap('offer-send')
  expect(text()).toContain('没有网络，存在手机上了')
  expect(text()).toContain('等有网再投')
})

test('what HQ asked stands with the offer; an answer is sent with the round it answers', async () => {
  answer('submission.answer', () => ({ ...offer, round: 2 }))
  const questions = [{ at: AT, says: '能拍近一点吗', answeredAt: null }]
  await show(OffersPage, [{ ...offer, state: 'asked', questions }])
  expect(text()).toContain('能拍近一点吗')
  fireEvent.click(screen.getByText('改一改再投'))
  await settle()
  await typeIn('offer-words', '近一点的')
  await tap('offer-mine')
  await tap('offer-send')
  expect(callsOf('submission.answer')[0]?.payload).toMatchObject({ submissionId: 's1', round: 1, words: '近一点的' })
})

test('it is taken back by two taps, and says before what goes', async () => {
  answer('submission.withdraw', () => ({ ...offer, state: 'withdrawn', words: '', withdrawnAt: AT }))
  await show(OffersPage, [{ ...offer, state: 'accepted', creditedAt: AT }])
  expect(text()).toContain('已经发出')
  fireEvent.click(screen.getByText('收回这份'))
  await settle()
  expect(callsOf('submission.withdraw')).toEqual([])
  expect(text()).toContain('用了它的内容马上撤下')
  fireEvent.click(screen.getByText('收回'))
  await settle()
  expect(callsOf('submission.withdraw')[0]?.payload).toEqual({ submissionId: 's1' })
})

test('enough for today is said, and there is nothing to press', async () => {
  await show(CustomersPage, [{ ...offer, state: 'declined', reason: '和上次太像' }], 0)
  expect(text()).toContain('今天投的够多了')
  expect(text()).toContain('总部说：和上次太像')
  expect(document.getElementById('offer-new')).toBeNull()
})

test('in a browser that nobody let know her, nothing is asked until she says so', async () => {
  process.env.TARO_ENV = 'h5'
  await show(CustomersPage, [offer])
  expect(text()).toContain('这个浏览器还不认得您')
  expect([...callsOf('submission.own'), ...addresses]).toEqual([])
  fireEvent.click(screen.getByText('继续'))
  await settle()
  await settle()
  expect(addresses.some((url) => url.includes('signin/anonymously'))).toBe(true)
  expect(text()).toContain('餐椅垫一块布')
})

test('where it knows her no more it says so, and she may let herself be known anew', async () => {
  refuse('submission.own', 'unauthenticated')
  open(CustomersPage)
  await settle()
  expect(text()).toContain('这个浏览器还不认得您')
})
