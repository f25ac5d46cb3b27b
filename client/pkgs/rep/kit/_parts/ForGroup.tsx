// 发到群里: into which of her groups? The card is bound to it before it goes out, so that what comes by it counts there.
import { useLingui } from '@lingui/react'
import type { ShownGroup } from '@shared/contracts/group'
import { Text, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { useGroups } from '@/features/group/use-groups'
import { ShareButton } from '@/features/share/ShareButton'
import { bindToGroup } from '@/features/share/send'
import { openPage } from '@/platform/nav'
import { describe } from '@/ui/a11y'
import { errorText } from '@/ui/error-text'
import { Sheet } from '@/ui/Sheet'
import { Empty, Failed, Skeleton } from '@/ui/States'
import { tappable } from '@/ui/tap'
import './ForContact.scss'

/** first: the group she comes from, offered on top. */
type Props = { postId: string; readerUrl: string; first: string; onClose: () => void }
type Made = { bound: Awaited<ReturnType<typeof bindToGroup>>; name: string }

function Pick({ first, onPick }: { first: string; onPick: (group: ShownGroup) => void }) {
  const { i18n } = useLingui()
  const { data, error, refetch } = useGroups()
  if (!data) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <Skeleton rows={2} />
  const used = data.groups.filter(({ archivedAt }) => archivedAt === null)
  const rows = [...used.filter(({ groupId }) => groupId === first), ...used.filter(({ groupId }) => groupId !== first)]
  if (rows.length === 0)
    return (
      <Empty
        title={i18n._('还没有记下群')}
        hint={i18n._('先记下群名，发进去的就算到这个群')}
        action={i18n._('去记下一个群')}
        onAction={() => openPage('/pkgs/rep/groups/index')}
      />
    )
  return (
    <View className="for-group-list">
      {rows.map((group) => (
        <View
          key={group.groupId}
          className="for-group-row"
          {...tappable(i18n._('发到群：{name}', { name: group.name }), () => onPick(group))}
        >
          <Text>{i18n._('发到群：{name}', { name: group.name })}</Text>
        </View>
      ))}
    </View>
  )
}

export function ForGroup({ postId, readerUrl, first, onClose }: Props) {
  const { i18n } = useLingui()
  const [made, setMade] = useState<Made | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const picking = useRef(false)
  const pick = ({ groupId, name }: ShownGroup): void => {
    if (picking.current) return // the second half of a double tap makes no second card
    picking.current = true
    setFailure(null)
    bindToGroup(postId, groupId)
      .then((bound) => setMade({ bound, name }), setFailure)
      .finally(() => {
        picking.current = false
      })
  }
  return (
    <Sheet
      open
      title={made ? i18n._('发到群：{name}', { name: made.name }) : i18n._('发到哪个群')}
      closeLabel={i18n._('关上')}
      onClose={onClose}
    >
      <View className="for-contact">
        {failure !== null && (
          <Text className="for-group-failed" {...describe('alert')}>
            {errorText(failure)}
          </Text>
        )}
        {made ? (
          <>
            <Text className="for-contact-note">
              {i18n._('发进这个群就好。之后看得到打开几次、哪一节读得久，看不到是谁')}
            </Text>
            {!made.bound.recorded && (
              <Text className="for-contact-note">{i18n._('现在没有网络，连上后才算到这个群')}</Text>
            )}
            <ShareButton postId={postId} readerUrl={readerUrl} bound={made.bound.token} />
          </>
        ) : (
          <Pick first={first} onPick={pick} />
        )}
      </View>
    </Sheet>
  )
}
