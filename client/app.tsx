// What every page stands in: language, remembered answers, our look.
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { QueryClientProvider } from '@tanstack/react-query'
import Taro, { useLaunch } from '@tarojs/taro'
import { type PropsWithChildren, useState } from 'react'
import './platform/address' // hears Back before Taro's router does
import { watchIdle } from './platform/idle'
import { startLang } from './platform/lang'
import { letterScale } from './platform/letters'
import { startOutbox } from './platform/outbox'
import { queries, startQueries } from './platform/queries'
import { LetterScale } from './ui/letters'
import './app.scss'

startLang()
startQueries()
startOutbox()
watchIdle(() => void queries.resetQueries())

export default function App({ children }: PropsWithChildren) {
  const [letters] = useState(letterScale)
  useLaunch(() => {
    if (process.env.TARO_ENV === 'weapp' && !RIPPLE_LOCAL_CLOUD) Taro.cloud.init({ env: RIPPLE_CLOUD_ENV })
  })
  return (
    <I18nProvider i18n={i18n}>
      <LetterScale.Provider value={letters}>
        <QueryClientProvider client={queries}>{children}</QueryClientProvider>
      </LetterScale.Provider>
    </I18nProvider>
  )
}
