// Which of the rep's WeChat groups is she in? As the rep knows; nothing is read from WeChat.
import { useLingui } from '@lingui/react'
import { useQuery } from '@tanstack/react-query'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Chips } from '@/features/file/Chips'
import { showSheet } from '@/features/file/use-sheet'
import { call } from '@/platform/call'
import { Button } from '@/ui/Button'
import { Sheet } from '@/ui/Sheet'
import { Failed, Skeleton } from '@/ui/States'
import type { SheetProps } from './WaySheets'

type Named = { groupId: string; name: string }

/** Those in use, and those she is in though they are put away. */
const choicesOf = (used: readonly Named[], hers: readonly Named[]): Named[] => [
  ...used,
  ...hers.filter(({ groupId }) => !used.some((one) => one.groupId === groupId)),
]

export function GroupsSheet({ contactId, known, save, onClose }: SheetProps) {
  const { i18n } = useLingui()
  const [chosen, setChosen] = useState<string[]>(known.sheet.groupIds)
  const list = useQuery({ queryKey: ['rep', 'group.list'], queryFn: () => call('rep', 'group.list', {}) })
  const used = list.data?.groups.filter(({ archivedAt }) => archivedAt === null) ?? []
  const groups = choicesOf(used, known.groups)
  const toggle = (groupId: string) =>
    setChosen(chosen.includes(groupId) ? chosen.filter((one) => one !== groupId) : [...chosen, groupId])
  return (
    <Sheet open title={i18n._('在哪些群')} closeLabel={i18n._('关上')} onClose={onClose}>
      <View className="file-form">
        {groups.length === 0 && list.isPending && <Skeleton rows={1} />}
        {groups.length === 0 && list.error && !list.isFetching && (
          <Failed error={list.error} onRetry={() => void list.refetch()} />
        )}
        {groups.length === 0 && list.data && (
          <Text className="file-fact">{i18n._('你还没记过群。在“我的 - 我的群”里加')}</Text>
        )}
        <Chips
          id="group"
          options={groups.map(({ groupId, name }) => ({ value: groupId, name }))}
          chosen={chosen}
          onToggle={toggle}
        />
        <Button
          id="keep-groups"
          onTap={() => {
            // their names are not in the answer
            showSheet(contactId, (one) => ({
              ...one,
              groups: groups.filter(({ groupId }) => chosen.includes(groupId)),
            }))
            save('groupIds', chosen)
            onClose()
          }}
        >
          {i18n._('存好')}
        </Button>
      </View>
    </Sheet>
  )
}
