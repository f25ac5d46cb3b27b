// Does a guide note who helped, give what is due and take it back; does HQ see counts and keep support from being a reward?
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { fireEvent, screen, waitFor } from '@testing-library/react'
import { Support } from '../../client/pkgs/rep/contact/_parts/Support'
import { KeyPeople } from '../../client/pkgs/rep/spread/_parts/KeyPeople'
import { KOL_DEFAULTS } from '../../shared/domain/kol'
import { runInWeChat } from '../support/in-wechat'
import { answer, callsOf, refuseFor } from '../support/reader-phone'
import { open, settle } from '../support/rep-screen'

const AT = Date.UTC(2026, 10, 20, 4)
const who = { contactId: 'c1', remark: '万姐', ordinal: 'A1', certainty: 'named' }
const person = {
  ...{ who, tier: 'warm', found: { count: 2, kinds: 2 } },
  because: [
    { entryId: 'h1', of: 'service', at: AT, what: '教新妈妈用背带' },
    { entryId: null, of: 'submission', at: AT - 1, what: '' },
  ],
  due: [{ supportId: 'answers', name: '专家答疑' }],
  given: [{ entryId: 'g1', supportId: 'first-look', name: '先看新内容', at: AT - 2 }],
}
const list = { asOf: AT, tiers: KOL_DEFAULTS.tiers, people: [person], mayAsk: [] }
const text = () => document.body.textContent ?? ''
const Part = () => <Support contactId="c1" />

runInWeChat()

test('tier, what it stands on, what is due and what was given; only her own notes can be taken back', async () => {
  answer('kol.list', () => list)
  answer('kol.undo', () => ({ dropped: true }))
  open(Part)
  await settle()
  expect(text()).toContain('热心帮了 2 次、2 种；到“伙伴”要 5 次、2 种')
  expect(text()).toContain('帮了别的客户：教新妈妈用背带')
  expect(text()).toContain('给了：先看新内容')
  expect(text()).toContain('转发和带来多少阅读都不算')
  expect(screen.getAllByText('撤回')).toHaveLength(2)
  fireEvent.click(screen.getAllByText('撤回')[0] as HTMLElement)
  await settle()
  expect(callsOf('kol.undo')[0]?.payload).toEqual({ entryId: 'h1' })
})

test('support is given by her own tap, and a refusal is told', async () => {
  answer('kol.list', () => list)
  refuseFor('kol.give', 'conflict', 'support-not-due')
  open(Part)
  await settle()
  fireEvent.click(screen.getByText('已给她'))
  await settle()
  expect(callsOf('kol.give')[0]?.payload).toMatchObject({ contactId: 'c1', supportId: 'answers' })
  await waitFor(() => expect(document.querySelector('.support-error')).not.toBeNull())
})

test('below the spread stand who helps and whom she might ask, apart', async () => {
  answer('kol.list', () => ({ ...list, mayAsk: [{ ...who, contactId: 'c2', remark: '常转的阿美' }] }))
  open(KeyPeople)
  await settle()
  expect(text()).toContain('万姐热心可以给：专家答疑')
  expect(text()).toContain('可以问问她们愿不愿意一起做点事常转的阿美')
})
