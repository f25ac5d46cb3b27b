// 今天的安排: what HQ asks for in this group today, ticked off as it is done.
import { useLingui } from '@lingui/react'
import type { SeenGroup, ShownItem } from '@shared/contracts/group'
import { Text, View } from '@tarojs/components'
import { tickItem } from '@/features/group/use-groups'
import { openPage } from '@/platform/nav'
import { heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { errorText } from '@/ui/error-text'
import { openPlay } from './Plays'
import type { Say } from './use-say'

type Props = { groupId: string; today: SeenGroup['today']; say: Say }

function Item({ groupId, day, item, say }: { groupId: string; day: string; item: ShownItem; say: Say }) {
  const { i18n } = useLingui()
  const { itemId, post, playbookId, done } = item
  const tick = (to: boolean) => tickItem(groupId, day, itemId, to)
  const onTick = () =>
    void tick(!done).then(
      () => say(done ? i18n._('改回没做') : i18n._('记下了：做了'), () => tick(done)),
      (error: unknown) => say(errorText(error)),
    )
  return (
    <View className={done ? 'group-item group-item-done' : 'group-item'}>
      <Text className="group-time">{item.time}</Text>
      <View className="group-item-words">
        <Text>{item.act}</Text>
        {post && <Text className="group-note">{i18n._('《{title}》', { title: post.title })}</Text>}
        <View className="group-acts">
          <Button id={`tick-${itemId}`} about={item.act} kind={done ? 'quiet' : 'plain'} small onTap={onTick}>
            {done ? i18n._('✓ 做了') : i18n._('做了')}
          </Button>
          {post && (
            <Button
              about={item.act}
              kind="quiet"
              small
              onTap={() => openPage(`/pkgs/rep/kit/index?p=${post.postId}&g=${groupId}`)}
            >
              {i18n._('发到群里')}
            </Button>
          )}
          {playbookId !== null && (
            <Button about={item.act} kind="quiet" small onTap={() => openPlay(groupId, playbookId)}>
              {i18n._('打开套路')}
            </Button>
          )}
        </View>
      </View>
    </View>
  )
}

export function Today({ groupId, today: { day, items }, say }: Props) {
  const { i18n } = useLingui()
  if (items.length === 0) return null
  const left = items.filter(({ done }) => !done).length
  return (
    <Card>
      <View className="group-part" {...heading(2)}>
        {left === 0 ? i18n._('今天的安排都做了') : i18n._('今天的安排，还有 {n} 件', { n: left })}
      </View>
      {items.map((item) => (
        <Item key={item.itemId} groupId={groupId} day={day} item={item} say={say} />
      ))}
    </Card>
  )
}
