// How is this group led? One-to-many sessions by the clock, and micro-classes lesson by lesson.
import { useLingui } from '@lingui/react'
import { plannedMs } from '@shared/domain/group-session'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { forGroups, usePlays } from '@/features/group/use-plays'
import { isUnderWay } from '@/features/group/use-session'
import { openPage } from '@/platform/nav'
import { useOnShow } from '@/platform/page'
import { heading } from '@/ui/a11y'
import { Card } from '@/ui/Card'
import { Chip } from '@/ui/Chip'
import { tappable } from '@/ui/tap'

export const openPlay = (groupId: string, playbookId: string): void =>
  openPage(`/pkgs/rep/groups/index?g=${groupId}&s=${playbookId}`)

const MINUTE_MS = 60_000

export function Plays({ groupId }: { groupId: string }) {
  const { i18n } = useLingui()
  const [, setShown] = useState(0)
  useOnShow(() => setShown(Date.now())) // a session may have begun or ended on the page that was over this one
  const plays = forGroups(usePlays().data?.playbooks ?? [])
  if (plays.length === 0) return null
  return (
    <Card>
      <View className="group-part" {...heading(2)}>
        {i18n._('怎么带这个群')}
      </View>
      {plays.map((play) => {
        const size =
          play.scene === 'micro-class'
            ? i18n._('微课 · {n} 节', { n: play.steps.length })
            : i18n._('一对多 · {n} 步 · {minutes} 分钟', {
                n: play.steps.length,
                minutes: Math.round(plannedMs(play.steps) / MINUTE_MS),
              })
        return (
          <View
            key={play.playbookId}
            id={`play-${play.playbookId}`}
            className="group-row group-play"
            {...tappable(`${play.name} ${size}`, () => openPlay(groupId, play.playbookId))}
          >
            <View className="group-row-words">
              <Text className="group-name">{play.name}</Text>
              <Text className="group-note">{size}</Text>
            </View>
            {isUnderWay({ groupId, playbookId: play.playbookId }) && <Chip tone="warm">{i18n._('正在讲')}</Chip>}
            <View className="group-leads-on" />
          </View>
        )
      })}
    </Card>
  )
}
