// Her groups, those in use first; a new one is written down here.
import { useLingui } from '@lingui/react'
import type { Output } from '@shared/contracts'
import type { ShownGroup } from '@shared/contracts/group'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { openPage } from '@/platform/nav'
import { heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Chip } from '@/ui/Chip'
import { Empty } from '@/ui/States'
import { tappable } from '@/ui/tap'
import { NewGroupSheet } from './GroupForm'

export const openGroup = (groupId: string): void => openPage(`/pkgs/rep/groups/index?g=${groupId}`)

function Row({ group }: { group: ShownGroup }) {
  const { i18n } = useLingui()
  const rules = i18n._('{n} 条群规', { n: group.rules.length })
  const label = [group.name, group.theme, rules].filter((part) => part !== '').join(' ')
  return (
    <View className="group-row" id={`group-${group.groupId}`} {...tappable(label, () => openGroup(group.groupId))}>
      <View className="group-row-words">
        <Text className="group-name">{group.name}</Text>
        <Text className="group-note">{rules}</Text>
      </View>
      {group.theme !== '' && <Chip tone="accent">{group.theme}</Chip>}
      <View className="group-leads-on" />
    </View>
  )
}

export function GroupList({ list }: { list: Output<'rep', 'group.list'> }) {
  const { i18n } = useLingui()
  const [writing, setWriting] = useState(false)
  const [showsOld, setShowsOld] = useState(false)
  const used = list.groups.filter(({ archivedAt }) => archivedAt === null)
  const old = list.groups.filter(({ archivedAt }) => archivedAt !== null)
  return (
    <View className="groups">
      <View className="groups-title" {...heading(1)}>
        {i18n._('我的群')}
      </View>
      {used.length === 0 && (
        <Empty
          title={i18n._('还没有记下群')}
          hint={i18n._('记下你带的微信群，就能看到每篇发进去打开了几次。群里有谁，我们不知道也不记')}
        />
      )}
      {used.map((group) => (
        <Row key={group.groupId} group={group} />
      ))}
      <Button id="new-group" kind={used.length === 0 ? 'primary' : 'plain'} onTap={() => setWriting(true)}>
        {i18n._('记下一个群')}
      </Button>
      {old.length > 0 && (
        <Button kind="quiet" small onTap={() => setShowsOld(!showsOld)}>
          {showsOld ? i18n._('收起不带了的群') : i18n._('不带了的群（{n}）', { n: old.length })}
        </Button>
      )}
      {showsOld && old.map((group) => <Row key={group.groupId} group={group} />)}
      {writing && (
        <NewGroupSheet
          themes={list.themes}
          onClose={() => setWriting(false)}
          onMade={(groupId) => {
            setWriting(false)
            if (groupId) openGroup(groupId)
          }}
        />
      )}
    </View>
  )
}
