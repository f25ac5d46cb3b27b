// Which language she reads: two words, each in its own language.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { setLang } from '@/platform/lang'
import { tappable } from '@/ui/tap'
import './LangSwitch.scss'

const LANGS = [
  { lang: 'zh', name: '中文' },
  { lang: 'en', name: 'English' },
] as const

export function LangSwitch() {
  const { i18n } = useLingui()
  return (
    <View className="lang">
      {LANGS.map(({ lang, name }) => {
        const on = i18n.locale === lang
        return (
          <View
            key={lang}
            id={`lang-${lang}`}
            className={`lang-one ${on ? 'lang-on' : ''}`}
            {...tappable(name, () => setLang(lang))}
            {...(process.env.TARO_ENV === 'h5' ? { 'aria-pressed': on } : {})}
          >
            <Text>{on ? `✓ ${name}` : name}</Text>
          </View>
        )
      })}
    </View>
  )
}
