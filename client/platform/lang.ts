// Which language this phone reads, and switching it.
import { i18n, type Messages } from '@lingui/core'
import type { Lang } from '@shared/domain/day'
import Taro from '@tarojs/taro'
import { messages as en } from '../i18n/en'
import { messages as zh } from '../i18n/zh'
import { recall, remember } from './storage'

/** Chinese that names nothing is said as it stands in the code, and is in no catalogue of what is released. */
if (process.env.NODE_ENV === 'production') i18n.setMessagesCompiler((message) => [message])
i18n.load({ zh, en })

/** Words that a subpackage brings with it. */
export const addWords = (words: Record<Lang, Messages>): void => i18n.load(words)

const systemLang = (): Lang => {
  try {
    const language = process.env.TARO_ENV === 'h5' ? navigator.language : Taro.getAppBaseInfo().language
    return language?.toLowerCase().startsWith('en') ? 'en' : 'zh'
  } catch {
    return 'zh'
  }
}

export const currentLang = (): Lang => (i18n.locale === 'en' ? 'en' : 'zh')

const show = (lang: Lang): void => {
  i18n.activate(lang)
  if (process.env.TARO_ENV === 'h5') document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
}

/** Her own choice, kept. */
export const setLang = (lang: Lang): void => {
  remember('ripple.lang', lang)
  show(lang)
}

/** What she chose, else what the phone speaks today. */
export const startLang = (): void => show(recall<Lang>('ripple.lang') ?? systemLang())
