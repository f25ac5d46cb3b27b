// One contact's file on a guide's phone in component tests: opened, tapped and typed into.
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import ContactPage from '../../client/pkgs/rep/contact/index'
import { queries } from '../../client/platform/queries'
import { type ActionName, api } from '../../shared/contracts'
import { resetTaro, router } from './client-taro'
import { answer, callsOf, resetCloud } from './reader-phone'
import { demoFile, demoSheet, T0 } from './rep-answers'
import { open, settle } from './rep-screen'

export const resetFile = (): void => {
  process.env.TARO_ENV = 'h5'
  jest.spyOn(Date, 'now').mockReturnValue(T0)
  resetTaro()
  resetCloud()
  queries.clear()
}

type Sheet = ReturnType<typeof demoSheet>

/** With a sheet of this content; fields of the sheet itself in the second place. */
export const openSheet = async (known: Partial<Sheet> = {}, fields: Partial<Sheet['sheet']> = {}) => {
  answer('contact.see', () => demoFile())
  answer('sheet.see', () => demoSheet(known, fields))
  return openAgain()
}
export const openAgain = async () => {
  router.params = { c: 'c1' }
  const page = open(ContactPage)
  await waitFor(() => expect(document.querySelector('.quick')).not.toBeNull())
  await settle(10)
  return page
}

export const type = async (id: string, value: string): Promise<void> => {
  const field = document.querySelector(`#${id}`)
  if (!field) throw new Error(`no field ${id}`)
  await act(async () => void fireEvent(field, new CustomEvent('input', { detail: { value } })))
}
export const tapId = async (id: string): Promise<void> => {
  const there = document.querySelector(`#${id}`)
  if (!there) throw new Error(`nothing to tap at ${id}`)
  fireEvent.click(there)
  await settle(20)
}
export const tap = async (words: string): Promise<void> => {
  fireEvent.click(screen.getByText(words))
  await settle(20)
}
export const text = (): string => document.body.textContent?.replace(/\u00a0/g, ' ') ?? ''
/** What the cloud was asked, each as the contract has it. */
export const said = (action: ActionName<'rep'>): Record<string, unknown>[] =>
  callsOf(action).map(({ payload }) => {
    api.rep[action].input.parse(payload)
    return payload
  })
