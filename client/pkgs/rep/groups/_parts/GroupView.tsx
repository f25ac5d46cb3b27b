// One group: what is to be done today, what it reads and when it is silent, what was said, and how a session is led.
import { useLingui } from '@lingui/react'
import type { SeenGroup } from '@shared/contracts/group'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { UndoBar } from '@/features/contact/UndoBar'
import { useReplaced } from '@/features/group/replaced'
import { archiveGroup, useGroups } from '@/features/group/use-groups'
import { wordReplaced } from '@/features/group/words'
import { heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Chip } from '@/ui/Chip'
import { errorText } from '@/ui/error-text'
import { OldMark } from '@/ui/States'
import { EditGroupSheet } from './GroupForm'
import { Habits } from './Habits'
import { Notes } from './Notes'
import { Plays } from './Plays'
import { Posts } from './Posts'
import { Today } from './Today'
import { type Say, useSay } from './use-say'

function Head({ group, say }: { group: SeenGroup['group']; say: Say }) {
  const { i18n } = useLingui()
  const [editing, setEditing] = useState(false)
  const themes = useGroups().data?.themes ?? []
  const { groupId, archivedAt } = group
  const archive = (archived: boolean) =>
    archiveGroup(groupId, archived).then(
      () => say(archived ? i18n._('收起来了') : i18n._('又带起来了'), () => archiveGroup(groupId, !archived)),
      (error: unknown) => say(errorText(error)),
    )
  return (
    <Card>
      <View className="group-head">
        <View className="group-title" {...heading(1)}>
          {group.name}
        </View>
        {group.theme !== '' && <Chip tone="accent">{group.theme}</Chip>}
        {archivedAt !== null && <Chip>{i18n._('不带了')}</Chip>}
      </View>
      {group.rules.length > 0 && (
        <View className="group-rules">
          {group.rules.map((rule, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same, and their order is theirs
            <Text key={n} className="group-rule">
              {i18n._('{n}. {rule}', { n: n + 1, rule })}
            </Text>
          ))}
        </View>
      )}
      {group.met && <Text className="group-note">{i18n._('在这个群里打开的卡片，认得出是这个群')}</Text>}
      <View className="group-acts">
        <Button id="edit-group" kind="quiet" small onTap={() => setEditing(true)}>
          {i18n._('改一改')}
        </Button>
        <Button id="archive-group" kind="quiet" small onTap={() => void archive(archivedAt === null)}>
          {archivedAt === null ? i18n._('不带了') : i18n._('重新带起来')}
        </Button>
      </View>
      {editing && <EditGroupSheet group={group} themes={themes} onClose={() => setEditing(false)} />}
    </Card>
  )
}

export function GroupView({ seen }: { seen: SeenGroup }) {
  const { i18n } = useLingui()
  const { group } = seen
  const { done, setDone, say, takeBack } = useSay()
  const [replaced, putAway] = useReplaced(group.groupId)
  const told = wordReplaced(replaced ?? [], i18n)
  return (
    <View className="groups">
      {told && <OldMark onRetry={putAway}>{told}</OldMark>}
      <Head group={group} say={say} />
      <Today groupId={group.groupId} today={seen.today} say={say} />
      <Habits seen={seen} />
      <Posts posts={seen.posts} />
      <Plays groupId={group.groupId} />
      <Notes groupId={group.groupId} notes={seen.notes} say={say} />
      <UndoBar done={done} onDone={setDone} act={takeBack} />
    </View>
  )
}
