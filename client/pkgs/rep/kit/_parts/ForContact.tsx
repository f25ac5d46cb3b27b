// 转发给某位客户: whom is it for? The share is bound to her before the card goes out.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { CountedCircle } from '@/features/circle/use-own-circles'
import { PickContact } from '@/features/contact/PickContact'
import type { ShownContact } from '@/features/contact/use-contacts'
import { wordContact } from '@/features/contact/words'
import { ShareButton } from '@/features/share/ShareButton'
import { type Bound, bindShare } from '@/features/share/send'
import { Sheet } from '@/ui/Sheet'
import './ForContact.scss'

/** within: the circle whose people are offered; null: everybody. */
type Props = { postId: string; readerUrl: string; within?: CountedCircle | null; onClose: () => void }

export function ForContact({ postId, readerUrl, within = null, onClose }: Props) {
  const { i18n } = useLingui()
  const [made, setMade] = useState<{ bound: Bound; who: string } | null>(null)
  const pick = async (contact: ShownContact) =>
    setMade({ bound: await bindShare(postId, contact.contactId), who: wordContact(contact, i18n) })
  return (
    <Sheet
      open
      title={
        made
          ? i18n._('发给{who}', { who: made.who })
          : within
            ? i18n._('圈层“{name}”里发给谁', { name: within.name })
            : i18n._('转发给某位客户')
      }
      closeLabel={i18n._('关上')}
      onClose={onClose}
    >
      {made ? (
        <View className="for-contact">
          <Text className="for-contact-note">
            {i18n._('她点开并同意告知后，你会看到“可能是{who}”，再由你确认。只发给她一个人才准', { who: made.who })}
          </Text>
          {!made.bound.recorded && (
            <Text className="for-contact-note">{i18n._('现在没有网络，连上后才记得是发给她的')}</Text>
          )}
          <ShareButton postId={postId} readerUrl={readerUrl} bound={made.bound.token} />
        </View>
      ) : (
        <PickContact onPick={pick} circleId={within?.circleId ?? ''} mayWrite={within === null} />
      )}
    </Sheet>
  )
}
