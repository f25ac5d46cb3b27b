// How to reach her: what she reads, when, what the rep is to her, and what she comes for.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { wordFreeTime } from '@/features/contact/tag-words'
import { wordRelation, wordValue } from '@/features/file/sheet-words'
import { useInfluence } from '@/features/spread/use-spread'
import { heading } from '@/ui/a11y'
import { Chip } from '@/ui/Chip'
import { Failed, Skeleton } from '@/ui/States'

export function Reach({ contactId }: { contactId: string }) {
  const { i18n } = useLingui()
  const { data, error, refetch } = useInfluence(contactId)
  const facts = data && [
    ...(data.freeTime ? [wordFreeTime(data.freeTime, i18n)] : []),
    ...(data.relation ? [i18n._('你对她是{what}', { what: wordRelation(data.relation, i18n) })] : []),
    ...(data.value ? [i18n._('她看重{what}', { what: wordValue(data.value, i18n) })] : []),
  ]
  return (
    <View className="spread-part">
      <View className="spread-head" {...heading(3)}>
        {i18n._('怎么打动她')}
      </View>
      {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <Skeleton rows={1} />)}
      {data && data.tags.length > 0 && (
        <View className="spread-chips">
          {data.tags.slice(0, 5).map(({ tag }) => (
            <Chip key={tag} tone="ripple">
              {tag}
            </Chip>
          ))}
        </View>
      )}
      {facts?.map((fact) => (
        <Text key={fact}>{fact}</Text>
      ))}
      {data && data.tags.length === 0 && facts?.length === 0 && (
        <Text className="spread-note">{i18n._('还不知道。下次聊的时候问问她爱看什么')}</Text>
      )}
    </View>
  )
}
