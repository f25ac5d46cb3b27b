// 圈层: how far she has come, which circles she is in, and by which rule each has her.
import { useLingui } from '@lingui/react'
import { LEVELS } from '@shared/domain/circle'
import { LEVEL_WORDS } from '@shared/domain/circle-facts.data'
import { ruleInWords } from '@shared/domain/circle-words'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useCirclesOf } from '@/features/circle/use-own-circles'
import { currentLang } from '@/platform/lang'
import { heading } from '@/ui/a11y'
import { Card } from '@/ui/Card'
import { tappable } from '@/ui/tap'
import './Interests.scss'

export function Circles({ contactId }: { contactId: string }) {
  const { i18n } = useLingui()
  const { data } = useCirclesOf(contactId)
  const [open, setOpen] = useState<string | null>(null)
  if (!data || data.circles.length === 0) return null
  const level = LEVELS[data.level]
  const nameOf = (id: string) => data.places.find((place) => place.id === id)?.name
  return (
    <>
      <View className="file-section" {...heading(2)}>
        {i18n._('圈层')}
      </View>
      <Card className="interests">
        {level && (
          <Text className="interest-why">{i18n._('走到：{level}', { level: LEVEL_WORDS[level][currentLang()] })}</Text>
        )}
        {data.circles.map(({ circleId, name, about, rule }) => (
          <View
            key={circleId}
            className="interest"
            {...tappable(name, () => setOpen(open === circleId ? null : circleId))}
            {...(process.env.TARO_ENV === 'h5' ? { 'aria-expanded': open === circleId } : {})}
          >
            <View className="interest-head">
              <Text className="interest-name">{name}</Text>
              <Text className="interest-more">{open === circleId ? i18n._('收起') : i18n._('怎么来的')}</Text>
            </View>
            {open === circleId && about !== '' && <Text className="interest-why">{about}</Text>}
            {open === circleId && <Text className="interest-why">{ruleInWords(rule, currentLang(), nameOf)}</Text>}
          </View>
        ))}
      </Card>
    </>
  )
}
