// One reading of hers: when, how long, how far, and how long each part held her, as labelled bars.
import { useLingui } from '@lingui/react'
import { wordInstant, wordSpan } from '@shared/domain/day'
import { Text, View } from '@tarojs/components'
import type { ContactFile } from '@/features/contact/use-contacts'
import { currentLang } from '@/platform/lang'
import { openPage } from '@/platform/nav'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Chip } from '@/ui/Chip'
import './Timed.scss'

type Reading = ContactFile['timeline'][number]

const PERCENT = 100
const LEAST_WIDTH = 2 // percent: a second is still seen

export function Timed({ reading }: { reading: Reading }) {
  const { i18n } = useLingui()
  const lang = currentLang()
  const longest = Math.max(1, ...reading.sections.map((part) => part.ms))
  return (
    <Card>
      <View className="timed-head">
        <Text className="timed-when">{wordInstant(reading.lastAt, Date.now(), lang)}</Text>
        {reading.certainty === 'likely' && <Chip>{i18n._('可能')}</Chip>}
        {reading.live && <Chip tone="ripple">{i18n._('正在读')}</Chip>}
      </View>
      <Text className="timed-title">{i18n._('《{title}》', { title: reading.title })}</Text>
      <Text className="timed-facts">
        {i18n._('读了 {span}，读到 {percent}%', {
          span: wordSpan(reading.totalMs, lang),
          percent: Math.round(reading.depth * PERCENT),
        })}
      </Text>
      {reading.sections.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: headings may be the same, and rows are never moved
        <View className="bar" key={index}>
          <View className="bar-words">
            <Text className="bar-name">{part.heading || i18n._('开头')}</Text>
            <Text className="bar-span">{part.ms > 0 ? wordSpan(part.ms, lang) : i18n._('没读')}</Text>
          </View>
          <View className="bar-track">
            <View
              className={part.ms === longest ? 'bar-fill bar-most' : 'bar-fill'}
              style={{ width: `${part.ms > 0 ? Math.max(LEAST_WIDTH, (part.ms / longest) * PERCENT) : 0}%` }}
            />
          </View>
        </View>
      ))}
      <Button
        kind="quiet"
        small
        className="timed-others"
        onTap={() => openPage(`/pkgs/rep/readers/index?p=${reading.postId}`)}
      >
        {i18n._('谁读了这篇')}
      </Button>
    </Card>
  )
}
