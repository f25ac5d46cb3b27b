// What is recorded: whom she agreed to tell, and which readings, section by section.
import { useLingui } from '@lingui/react'
import { dayOf, type Lang, wordInstant, wordSpan } from '@shared/domain/day'
import { Text, View } from '@tarojs/components'
import { heading } from '@/ui/a11y'
import { Card } from '@/ui/Card'
import type { Privacy } from './use-privacy'

const SECOND_MS = 1_000

function Consent({ consent }: { consent: Privacy['consents'][number] }) {
  const { i18n } = useLingui()
  const { repName, storeName, company, policyVersion } = consent
  return (
    <Card>
      <View className="privacy-strong">{i18n._('{repName} · {storeName}', { repName, storeName })}</View>
      <View className="privacy-note">{company}</View>
      <View className="privacy-note">
        {i18n._('{day} 起，说明版本 {policyVersion}', { day: dayOf(consent.givenAt), policyVersion })}
      </View>
    </Card>
  )
}

function Reading({ reading, lang }: { reading: Privacy['readings'][number]; lang: Lang }) {
  const { i18n } = useLingui()
  const longest = Math.max(1, ...reading.sections.map((section) => section.ms))
  return (
    <Card>
      <View className="privacy-strong">{reading.title}</View>
      <View className="privacy-note">
        {i18n._('{when}，读了 {span}', {
          when: wordInstant(reading.lastAt, Date.now(), lang),
          span: wordSpan(reading.totalMs, lang),
        })}
      </View>
      {reading.sections.map((section, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: headings may be the same, and rows are never moved
        <View className="privacy-section" key={index}>
          <Text className="privacy-heading">{section.heading}</Text>
          <Text className="privacy-span">
            {section.ms < SECOND_MS ? i18n._('不到 1 秒') : wordSpan(section.ms, lang)}
          </Text>
          <View className="privacy-bar">
            <View className="privacy-fill" style={{ width: `${Math.round((section.ms / longest) * 100)}%` }} />
          </View>
        </View>
      ))}
    </Card>
  )
}

export function Recorded({ privacy }: { privacy: Privacy }) {
  const { i18n } = useLingui()
  const lang: Lang = i18n.locale === 'en' ? 'en' : 'zh'
  return (
    <>
      <View className="privacy-title" {...heading(2)}>
        {i18n._('您同意告知')}
      </View>
      {privacy.consents.length === 0 && <View className="privacy-note">{i18n._('现在没有人能看到您读了什么')}</View>}
      <View className="privacy-list">
        {privacy.consents.map((consent) => (
          <Consent consent={consent} key={consent.repId} />
        ))}
      </View>
      <View className="privacy-title" {...heading(2)}>
        {i18n._('阅读记录')}
      </View>
      {privacy.readings.length === 0 && <View className="privacy-note">{i18n._('还没有阅读记录')}</View>}
      <View className="privacy-list">
        {privacy.readings.map((reading) => (
          <Reading reading={reading} lang={lang} key={reading.readingId} />
        ))}
      </View>
    </>
  )
}
