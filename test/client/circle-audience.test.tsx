// Is it said to a rep to which of her circles a post suits, is she offered those people, and can she look at one circle alone?
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { fireEvent, screen } from '@testing-library/react'
import Contacts from '../../client/pages/contacts/index'
import Kit from '../../client/pkgs/rep/kit/index'
import { Leaders } from '../../client/pkgs/rep/spread/_parts/Leaders'
import { queries } from '../../client/platform/queries'
import { resetTaro, router } from '../support/client-taro'
import { answer, callsOf, resetCloud } from '../support/reader-phone'
import { demoContact, demoKit, demoMe, T0 } from '../support/rep-answers'
import { open, settle } from '../support/rep-screen'
import { resetPhone } from '../support/rep-taro'

const circles = [
  { circleId: 'ask', name: '爱问的', people: 12 },
  { circleId: 'buy', name: '常买的', people: 'few' },
  { circleId: 'far', name: '很久没来的', people: 0 },
]
const text = () => document.body.textContent ?? ''
const tap = async (name: string) => {
  fireEvent.click(screen.getByText(name))
  await settle()
}

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  jest.spyOn(Date, 'now').mockReturnValue(T0)
  resetTaro()
  resetPhone()
  resetCloud()
  queries.clear()
  answer('circle.count', () => ({ circles }))
  answer('kit.open', () => demoKit(1))
  answer('me.see', demoMe)
  answer('contact.list', ({ circleId }) => ({
    contacts:
      circleId === 'ask'
        ? [demoContact({ remark: '林姐' })]
        : [demoContact(), demoContact({ contactId: 'c2', remark: '林姐' })],
    next: null,
  }))
  answer('share.record', ({ token }) => ({ token }))
})
afterEach(() => jest.restoreAllMocks())

const openKit = async () => {
  router.params = { p: 'p1' }
  open(Kit)
  await settle()
  await settle() // the circles are asked for once the kit is there
}

test('on her kit: to which circles it suits, how many of hers, few as few, and none said as none', async () => {
  await openKit()
  expect(text()).toContain('适合发给')
  for (const said of ['爱问的：你有 12 位', '常买的：你有少量', '很久没来的：你还没有']) expect(text()).toContain(said)
  expect(callsOf('circle.count')[0]?.payload).toEqual({ postId: 'p1' })
})

test('a tap on a circle offers its people alone, and the share is bound to whom she takes', async () => {
  await openKit()
  await tap('爱问的：你有 12 位')
  expect(text()).toContain('圈层“爱问的”里发给谁')
  expect(screen.queryByText('优优妈妈')).toBeNull()
  await tap('林姐')
  expect(callsOf('share.record')[0]?.payload).toMatchObject({ postId: 'p1', contactId: 'c1' })
})

test('a post that names no circle says nothing of them', async () => {
  answer('circle.count', () => ({ circles: [] }))
  await openKit()
  expect(text()).not.toContain('适合发给')
})

test('her contacts by circle, asked of the cloud, and everybody again', async () => {
  open(Contacts)
  await settle()
  await settle()
  await tap('按圈层看')
  expect(screen.queryByText('很久没来的')).toBeNull()
  await tap('爱问的（12 位）')
  expect(callsOf('contact.list').at(-1)?.payload).toMatchObject({ circleId: 'ask' })
  const names = () => [...document.querySelectorAll('.contact-who')].map((name) => name.textContent)
  expect(names()).toEqual(['林姐'])
  await tap('看所有人')
  expect(names()).toEqual(['优优妈妈', '林姐'])
})

test('a circle that is empty by now says so', async () => {
  answer('contact.list', ({ circleId }) => ({ contacts: circleId ? [] : [demoContact()], next: null }))
  open(Contacts)
  await settle()
  await settle()
  await tap('按圈层看')
  await tap('常买的（少量）')
  expect(text()).toContain('这个圈层里还没有你的客户')
})

test('on which topic most listen to whom, and a tap opens her', () => {
  const person = { contactId: 'c1', remark: '王姐', ordinal: 'A1', certainty: 'named' } as const
  const leader = { subject: '换季护肤', key: 'k', person, people: 4 }
  const opened: number[] = []
  open(() => (
    <Leaders leaders={[leader]} nodes={[{ key: 'me' }, { key: 'k' }] as never} onOpen={(at) => opened.push(at)} />
  ))
  fireEvent.click(screen.getByText('在“换季护肤”这件事上，听王姐的人多：4 位细读了'))
  expect(opened).toEqual([1])
})
