// 特殊日子: which days matter to her, when do they come next?
import { useLingui } from '@lingui/react'
import { dayOf } from '@shared/domain/day'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { wordAhead, wordDate, wordOccasionKind, wordOnCalendar } from '@/features/file/note-words'
import type { ShownOccasion } from '@/features/file/use-sheet'
import { currentLang } from '@/platform/lang'
import { heading } from '@/ui/a11y'
import { Card } from '@/ui/Card'
import { Chip } from '@/ui/Chip'
import { tappable } from '@/ui/tap'
import { OccasionSheet } from './OccasionSheet'
import type { FileProps } from './use-file'

function Row({ occasion, onTap }: { occasion: ShownOccasion; onTap: () => void }) {
  const { i18n } = useLingui()
  const [lang, now] = [currentLang(), Date.now()]
  const { name, kind, next } = occasion
  const on = wordOnCalendar(occasion, lang, i18n)
  const ahead =
    next === ''
      ? i18n._('连上网后算出下一次是哪天')
      : i18n._('下次 {day}，{ahead}', { day: wordDate(next, now, lang), ahead: wordAhead(next, dayOf(now), i18n) })
  return (
    <View className="fact-row" {...tappable(`${name} ${on} ${ahead} ${i18n._('改')}`, onTap)}>
      <View className="fact-words">
        <View className="fact-head">
          <Text className="fact-name">{name}</Text>
          {wordOccasionKind(kind, i18n) !== name && <Chip>{wordOccasionKind(kind, i18n)}</Chip>}
        </View>
        <Text className="file-fact">{on}</Text>
        <Text className="file-fact">{ahead}</Text>
      </View>
      <View className="fact-on" />
    </View>
  )
}

export function Occasions({ known, contactId, say }: FileProps) {
  const { i18n } = useLingui()
  const [editing, setEditing] = useState<ShownOccasion | null>(null)
  if (known.occasions.length === 0) return null
  return (
    <>
      <View className="file-section" {...heading(2)}>
        {i18n._('特殊日子')}
      </View>
      <Card className="facts">
        {known.occasions.map((occasion) => (
          <Row key={occasion.occasionId} occasion={occasion} onTap={() => setEditing(occasion)} />
        ))}
      </Card>
      {editing && <OccasionSheet contactId={contactId} before={editing} say={say} onClose={() => setEditing(null)} />}
    </>
  )
}
