// What of the guide is written from data: settings and the privacy declaration, between marks in docs/deploy*.md.
import { KEPT_ITEMS, PHONE_ITEMS } from '@shared/privacy-declaration.data'
import { DEPLOY_SETTINGS, FUNCTION_SETTINGS, type Setting } from './settings.data'

export type GuideLang = 'zh' | 'en'
export const GUIDES: Readonly<Record<GuideLang, string>> = { zh: 'docs/deploy.zh-CN.md', en: 'docs/deploy.md' }

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const WORDS = {
  zh: { setting: ['名称', '必填', '保密', '说明'], yes: '是', no: '', phone: ['微信的条目', '填写的用途'] },
  en: { setting: ['name', 'needed', 'secret', 'what it is'], yes: 'yes', no: '', phone: ["WeChat's item", 'what for'] },
} as const
const KEPT_HEAD = { zh: ['自定义条目', '填写的用途', '保存期限'], en: ['own item', 'what for', 'kept for'] } as const

const settings = (all: readonly Setting[], lang: GuideLang): string => {
  const { setting, yes, no } = WORDS[lang]
  const rows = all.map((one) => [`\`${one.name}\``, one.needed ? yes : no, one.secret ? yes : no, one[lang]])
  return table(setting, rows)
}

/** In WeChat's form the Chinese is what is typed in: the English table names both. */
const named = (item: { zh: string; en: string }, lang: GuideLang): string =>
  lang === 'zh' ? item.zh : `${item.en} (${item.zh})`

export const guideBlocks = (lang: GuideLang): Readonly<Record<string, string>> => ({
  'deploy-settings': settings(DEPLOY_SETTINGS, lang),
  'function-settings': settings(FUNCTION_SETTINGS, lang),
  'privacy-phone': table(
    WORDS[lang].phone,
    PHONE_ITEMS.map((item) => [named(item, lang), item.why[lang]]),
  ),
  'privacy-kept': table(
    KEPT_HEAD[lang],
    KEPT_ITEMS.map((item) => [named(item, lang), item.why[lang], item.kept[lang]]),
  ),
})

/** The guide with every block between its marks written anew; throws where a mark is missing. */
export const fillGuide = (text: string, lang: GuideLang): string =>
  Object.entries(guideBlocks(lang)).reduce((filled, [name, block]) => {
    const between = new RegExp(`(<!-- ${name} -->)[\\s\\S]*?(<!-- /${name} -->)`)
    if (!between.test(filled)) throw new Error(`${GUIDES[lang]} has no place for ${name}`)
    return filled.replace(between, (_, begin: string, end: string) => `${begin}\n\n${block}\n\n${end}`)
  }, text)
