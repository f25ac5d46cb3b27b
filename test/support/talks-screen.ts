// 今日 with its talks on a guide's phone in component tests: opened, tapped, cut off and brought back.
import { act, fireEvent, screen } from '@testing-library/react'
import Today from '../../client/pages/today/index'
import { queries } from '../../client/platform/queries'
import { life, resetTaro } from './client-taro'
import { answer, callsOf, loseSignal, resetCloud } from './reader-phone'
import { demoList, demoMe, T0 } from './rep-answers'
import { open, settle } from './rep-screen'
import { resetPhone } from './rep-taro'
import { demoDay, keepDay, type Tell } from './talk-answers'

export const resetToday = (): void => {
  process.env.TARO_ENV = 'h5'
  jest.spyOn(Date, 'now').mockReturnValue(T0)
  resetTaro()
  resetPhone()
  resetCloud()
  queries.clear()
  answer('kit.list', demoList)
  answer('me.see', demoMe)
  answer('feed.watch', () => ({ asOf: T0, lines: [], unread: 0 }))
}

export const DAY = ['rep', 'talk.list']
/** After a tap the list stands still for a moment; a second tap is a new one. */
export const STILL_MS = 450

export const openToday = async () => {
  open(Today)
  await settle()
}
export const tap = async (label: string, ms = STILL_MS) => {
  fireEvent.click(screen.getByLabelText(label))
  await settle(ms)
}
export const cards = () => [...document.querySelectorAll('.talk-name')].map((name) => name.textContent)
export const toldLines = () => [...document.querySelectorAll('.told')].map((line) => line.textContent)
export const tells = () => callsOf('talk.tell').map(({ payload }) => payload)
export const bar = (): string => document.querySelector('.undo-words')?.textContent ?? ''

export const connect = (start = demoDay()) => {
  const cloud = keepDay(start)
  answer('talk.list', cloud.list)
  answer('talk.tell', (payload) => cloud.tell(payload as Tell))
  return cloud
}
export const cutOff = () => {
  loseSignal('talk.list')
  loseSignal('talk.tell')
  loseSignal('kit.list')
}
/** The page comes to the front again, with signal. */
export const comeBack = async () => {
  answer('kit.list', demoList)
  act(() => {
    for (const show of life.show) show()
  })
  await settle(1_300)
}
