// What is recorded: whom she agreed to tell, and which readings, section by section.
import { useLingui } from '@lingui/react'
import { type Lang, wordInstant, wordSpan } from '@shared/domain/day'
import { Text, View } from '@tarojs/components'
import { heading } from '@/ui/a11y'
import { Card } from '@/ui/Card'
import { Adviser } from './Adviser'
import type { Privacy } from './use-privacy'

const SECOND_MS = 1_000

function Sections({ sections, lang }: { sections: Privacy['readings'][number]['sections']; lang: Lang }) {
  const { i18n } = useLingui()
  const longest = Math.max(1, ...sections.map((section) => section.ms))
  return (
    <>
      {sections.map((section, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: headings may be the same, and rows are never moved
        <View className="privacy-section" key={index}>
          <Text className="privacy-heading">{section.heading || i18n._('开头')}</Text>
          <Text className="privacy-span">
            {section.ms < SECOND_MS ? i18n._('不到 1 秒') : wordSpan(section.ms, lang)}
          </Text>
          <View className="privacy-bar">
            <View className="privacy-fill" style={{ width: `${Math.round((section.ms / longest) * 100)}%` }} />
          </View>
        </View>
      ))}
    </>
  )
}

/** by: whose post it was, said where she told more than one. */
type ReadingProps = { reading: Privacy['readings'][number]; by: string | null; lang: Lang }

function Reading({ reading, by, lang }: ReadingProps) {
  const { i18n } = useLingui()
  return (
    <Card>
      <View className="privacy-strong">{reading.title}</View>
      <View className="privacy-note">
        {i18n._('{when}，读了 {span}', {
          when: wordInstant(reading.lastAt, Date.now(), lang),
          span: wordSpan(reading.totalMs, lang),
        })}
        {by !== null && i18n._('，{repName}发来的', { repName: by })}
      </View>
      <Sections sections={reading.sections} lang={lang} />
    </Card>
  )
}

export function Recorded({ privacy }: { privacy: Privacy }) {
  const { i18n } = useLingui()
  const lang: Lang = i18n.locale === 'en' ? 'en' : 'zh'
  const { consents, readings } = privacy
  const nameOf = (repId: string | null): string | null =>
    consents.length < 2 ? null : (consents.find((consent) => consent.repId === repId)?.repName ?? null)
  return (
    <>
      <View className="privacy-title" {...heading(2)}>
        {i18n._('您同意告知')}
      </View>
      {consents.length === 0 && <View className="privacy-note">{i18n._('现在没有人能看到您读了什么')}</View>}
      <View className="privacy-list">
        {consents.map((consent) => (
          <Adviser consent={consent} key={consent.repId} />
        ))}
      </View>
      <View className="privacy-title" {...heading(2)}>
        {i18n._('阅读记录')}
      </View>
      {readings.length === 0 && <View className="privacy-note">{i18n._('还没有阅读记录')}</View>}
      <View className="privacy-list">
        {readings.map((reading) => (
          <Reading reading={reading} by={nameOf(reading.repId)} lang={lang} key={reading.readingId} />
        ))}
      </View>
    </>
  )
}
