// A guide's page in its frame, with the same memory of answers as the app.
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, render } from '@testing-library/react'
import type { ComponentType } from 'react'
import { queries } from '../../client/platform/queries'

export const open = (Page: ComponentType) => {
  i18n.loadAndActivate({ locale: 'zh', messages: {} })
  return render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queries}>
        <Page />
      </QueryClientProvider>
    </I18nProvider>,
  )
}

const ROUNDS = 25
const pass = (ms: number): Promise<void> => new Promise((ready) => setTimeout(ready, ms))

/** Lets answers arrive, longer where the machine is slow; with real timers. */
export const settle = (ms = 60): Promise<void> =>
  act(async () => {
    await pass(ms)
    for (let round = 0; round < ROUNDS && queries.isFetching() > 0; round++) await pass(20)
    await pass(0)
  })

/** Types into the field of this id. */
export const typeIn = (id: string, value: string): Promise<void> =>
  act(async () => {
    const field = document.getElementById(id) as HTMLElement
    field.dispatchEvent(new CustomEvent('input', { detail: { value }, bubbles: true }))
  })
