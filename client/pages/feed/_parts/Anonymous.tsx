// Readers who did not agree to be told: a count per post, never a person.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import type { FeedPage } from '@/features/contact/use-contacts'
import { wordAnonymous } from '@/features/contact/words'
import { heading } from '@/ui/a11y'
import './Anonymous.scss'

export function Anonymous({ rows }: { rows: FeedPage['anonymous'] }) {
  const { i18n } = useLingui()
  if (rows.length === 0) return null
  return (
    <View className="anonymous">
      <View className="anonymous-head" {...heading(2)}>
        {i18n._('没同意告知的读者')}
      </View>
      {rows.map((row) => (
        <Text className="anonymous-row" key={row.postId}>
          {wordAnonymous(row, i18n)}
        </Text>
      ))}
      <Text className="anonymous-why">{i18n._('只记次数，不记是谁')}</Text>
    </View>
  )
}
