// Is the group awake? Openings as counts, what it keeps opening and when, and since when it is silent.
import { useLingui } from '@lingui/react'
import type { SeenGroup } from '@shared/contracts/group'
import { GROUP_COUNT_MIN } from '@shared/domain/group'
import { Text, View } from '@tarojs/components'
import { wordHours, wordSilence } from '@/features/group/words'
import { heading } from '@/ui/a11y'
import { Card } from '@/ui/Card'
import { afterHan } from '@/ui/han'

function Figure({ n, name }: { n: number; name: string }) {
  return (
    <View className="group-figure">
      <Text className="group-number">{n}</Text>
      <Text className="group-note">{name}</Text>
    </View>
  )
}

function Column({ column }: { column: SeenGroup['columns'][number] }) {
  const { i18n } = useLingui()
  return (
    <View className="group-column">
      <Text className="group-column-name">{column.column}</Text>
      <Text>{i18n._('最近 {posts} 篇，{opened} 篇打开到 {min} 次', { ...column, min: GROUP_COUNT_MIN })}</Text>
      {column.hours.length > 0 && (
        <Text className="group-note">
          {i18n._('多在{hours}打开', { hours: afterHan(wordHours(column.hours, i18n)) })}
        </Text>
      )}
    </View>
  )
}

export function Habits({ seen }: { seen: SeenGroup }) {
  const { i18n } = useLingui()
  return (
    <Card>
      <View className="group-part" {...heading(2)}>
        {i18n._('这个群读得怎么样')}
      </View>
      {seen.shares === 0 ? (
        <Text className="group-note">{i18n._('还没有发到这个群的。打开一篇图文，点“发到群里”')}</Text>
      ) : (
        <>
          <View className="group-figures">
            <Figure n={seen.shares} name={i18n._('发过')} />
            <Figure n={seen.opens} name={i18n._('打开')} />
            <Figure n={seen.deep} name={i18n._('细读')} />
          </View>
          {wordSilence(seen.silence, i18n).map((words) => (
            <Text key={words} className="group-said">
              {words}
            </Text>
          ))}
          {seen.columns.map((column) => (
            <Column key={column.column} column={column} />
          ))}
          <Text className="group-note">
            {i18n._('只有次数，没有名单。不到 {n} 次的不显示，也不算进总数', { n: GROUP_COUNT_MIN })}
          </Text>
        </>
      )}
    </Card>
  )
}
