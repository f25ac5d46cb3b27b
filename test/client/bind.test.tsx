// Can a new member open the mini program with the code her manager gave her, and is she told what she agrees to?
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { act, fireEvent, screen } from '@testing-library/react'
import SignIn from '../../client/pkgs/account/sign-in/index'
import { resetTaro } from '../support/client-taro'
import { answer, answerAsked, callsOf, resetCloud } from '../support/reader-phone'
import { open } from '../support/rep-screen'
import { resetPhone } from '../support/rep-taro'

beforeEach(() => {
  process.env.TARO_ENV = 'weapp'
  resetTaro()
  resetPhone()
  resetCloud()
  answer('invite.bind', () => ({ name: '许婉清', storeName: '静安店' }))
})
afterEach(() => {
  process.env.TARO_ENV = 'h5'
})
const type = async (code: string) => {
  const field = document.querySelector('#invite-code') as HTMLElement
  await act(async () => void fireEvent(field, new CustomEvent('input', { detail: { value: code } })))
}

test('she is told what is kept, types the code, and is in', async () => {
  open(SignIn)
  expect(await screen.findByText(/只用来认出你是这位员工/)).toBeTruthy()
  await type('abcd-2345')
  fireEvent.click(screen.getByText('同意并开通'))
  expect(await screen.findByText('许婉清，开通了')).toBeTruthy()
  expect(callsOf('invite.bind')[0]?.payload).toEqual({ code: 'abcd-2345' })
})

test('what is no code is not sent', async () => {
  open(SignIn)
  await screen.findByText(/只用来认出你是这位员工/)
  await type('123')
  fireEvent.click(screen.getByText('同意并开通'))
  expect(await screen.findByText('邀请码是 8 位字母和数字')).toBeTruthy()
  expect(callsOf('invite.bind')).toEqual([])
})

test('a refusal is told in words, and she may try again', async () => {
  answerAsked('invite.bind', () => ({
    ok: false,
    error: { code: 'gone', message: '邀请码已过期，请让店长或总部再发一个。', trace: 't', reason: 'invite-expired' },
  }))
  open(SignIn)
  await screen.findByText(/只用来认出你是这位员工/)
  await type('ABCD2345')
  fireEvent.click(screen.getByText('同意并开通'))
  expect(await screen.findByText(/邀请码已过期/)).toBeTruthy()
})
