// Is a share for one contact hers before the card goes out, and the same share however often it is handed on?
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { fireEvent, screen } from '@testing-library/react'
import { boundToken } from '../../client/features/share/ShareButton'
import { bindShare, sendCard } from '../../client/features/share/send'
import { ForContact } from '../../client/pkgs/rep/kit/_parts/ForContact'
import { flushOutbox } from '../../client/platform/outbox'
import { queries } from '../../client/platform/queries'
import { resetTaro } from '../support/client-taro'
import { answer, callsOf, hold, loseSignal, refuse, resetCloud } from '../support/reader-phone'
import { demoContact, T0 } from '../support/rep-answers'
import { open, settle } from '../support/rep-screen'
import { resetPhone } from '../support/rep-taro'

const post = { postId: 'p1', title: '防晒', imageUrl: '' }
const openSheet = async () => {
  open(() => <ForContact postId="p1" readerUrl="https://read.example.com" onClose={() => undefined} />)
  await settle()
}

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  jest.spyOn(Date, 'now').mockReturnValue(T0)
  resetTaro()
  resetPhone()
  resetCloud()
  queries.clear()
  answer('contact.list', () => ({ contacts: [demoContact()], next: null }))
  answer('share.record', ({ token }) => ({ token }))
})
afterEach(() => jest.restoreAllMocks())

test('choosing her binds the share; the link carries that very token', async () => {
  await openSheet()
  fireEvent.click(screen.getByText('优优妈妈'))
  await settle()
  const { token, ...about } = callsOf('share.record')[0]?.payload ?? {}
  expect(about).toEqual({ postId: 'p1', channel: 'link', contactId: 'c1' })
  expect(screen.getByText('发给优优妈妈')).toBeTruthy()
  fireEvent.click(screen.getByText('复制链接给好友'))
  await settle()
  expect(callsOf('share.record')).toHaveLength(1)
  expect(document.body.textContent).toContain(`t=${token}`)
})

test('a double tap on her name makes one share', async () => {
  const release = hold('share.record')
  await openSheet()
  fireEvent.click(screen.getByText('优优妈妈'))
  fireEvent.click(screen.getByText('优优妈妈'))
  release()
  await settle()
  expect(callsOf('share.record')).toHaveLength(1)
})

test('without signal she is told, and it is bound when there is one', async () => {
  loseSignal('share.record')
  await openSheet()
  fireEvent.click(screen.getByText('优优妈妈'))
  await settle()
  expect(screen.getByText('现在没有网络，连上后才记得是发给她的')).toBeTruthy()
  answer('share.record', ({ token }) => ({ token }))
  await flushOutbox()
  const [first, second] = callsOf('share.record').map(({ payload }) => payload)
  expect(second).toEqual(first)
})

test('where the cloud says no there is nothing to hand on', async () => {
  refuse('share.record', 'forbidden')
  await openSheet()
  fireEvent.click(screen.getByText('优优妈妈'))
  await settle()
  expect(screen.getByText('你没有权限看这里')).toBeTruthy()
  expect(screen.queryByText('复制链接给好友')).toBeNull()
})

test('in WeChat the card opens the bound share, and is not written down again', async () => {
  process.env.TARO_ENV = 'weapp'
  const { token } = await bindShare('p1', 'c1')
  expect(sendCard(post, boundToken(`token:${token}`)).path).toBe(`/pages/read/index?p=p1&t=${token}`)
  expect(callsOf('share.record').map(({ payload }) => payload.contactId)).toEqual(['c1'])
  expect(sendCard(post, boundToken('p1')).path).not.toContain(token)
  await settle()
  expect(callsOf('share.record')).toHaveLength(2)
  process.env.TARO_ENV = 'h5'
})
