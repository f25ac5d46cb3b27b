// Which language she reads: two words, each in its own language.
import { useLingui } from '@lingui/react'
import { setLang } from '@/platform/lang'
import { Choice } from '@/ui/Choice'

const LANGS = [
  { value: 'zh', name: '中文', id: 'lang-zh' },
  { value: 'en', name: 'English', id: 'lang-en' },
] as const

export function LangSwitch() {
  const { i18n } = useLingui()
  return <Choice options={LANGS} chosen={i18n.locale === 'en' ? 'en' : 'zh'} onChange={setLang} />
}
