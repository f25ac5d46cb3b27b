// Which language this phone reads, and switching it.
import { i18n, type Messages } from '@lingui/core'
import type { Lang } from '@shared/domain/day'
import Taro from '@tarojs/taro'
import { english, fetchEnglish } from './catalogue'
import { spokenLang } from './early'
import { recall, remember } from './storage'

/** Chinese is said as it stands in the code, with what {names} stand for: `npm run i18n` sees to it that this is all. */
const asItStands = (message: string) =>
  message
    .split(/\{(\w+)\}/)
    .map((part, at) => (at % 2 === 1 ? [part] : part))
    .filter((part) => part !== '')

type Compiler = Parameters<typeof i18n.setMessagesCompiler>[0]
if (process.env.NODE_ENV === 'production') i18n.setMessagesCompiler(asItStands as Compiler)
i18n.load({ zh: {}, en: english })

/** What a subpackage says in English, brought with it. */
export const addEnglish = (words: Messages): void => i18n.load('en', words)

const systemLang = (): Lang => {
  try {
    const language = process.env.TARO_ENV === 'h5' ? navigator.language : Taro.getAppBaseInfo().language
    return spokenLang(language)
  } catch {
    return 'zh'
  }
}

export const currentLang = (): Lang => (i18n.locale === 'en' ? 'en' : 'zh')

const show = (lang: Lang): void => {
  i18n.activate(lang)
  if (lang === 'en') void fetchEnglish().then((words) => words && i18n.load('en', words))
  if (process.env.TARO_ENV === 'h5') document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
}

/** Her own choice, kept. */
export const setLang = (lang: Lang): void => {
  remember('ripple.lang', lang)
  show(lang)
}

/** What she chose, else what the phone speaks today. */
export const startLang = (): void => show(recall<Lang>('ripple.lang') ?? systemLang())
