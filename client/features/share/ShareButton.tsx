// 转发给好友: a chat card in WeChat; in a browser the link to paste.
import { useLingui } from '@lingui/react'
import { Button as NativeButton, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/ui/Button'
import { copyLink } from './send'
import './ShareButton.scss'

type Props = { postId: string; readerUrl: string }

/** The page answers with useShareCard; `data-share` tells it which post. */
function CardButton({ postId }: Props) {
  const { i18n } = useLingui()
  return (
    <NativeButton
      className="button button-plain share-button"
      hoverClass="button-pressed"
      openType="share"
      data-share={postId}
    >
      {i18n._('转发给好友')}
    </NativeButton>
  )
}

function LinkButton({ postId, readerUrl }: Props) {
  const { i18n } = useLingui()
  const [made, setMade] = useState<{ link: string; copied: boolean } | null>(null)
  return (
    <View className="share-link">
      <Button kind="plain" disabled={readerUrl === ''} onTap={() => void copyLink(postId, readerUrl).then(setMade)}>
        {made?.copied ? i18n._('链接已复制') : i18n._('复制链接给好友')}
      </Button>
      {made && !made.copied && (
        <Text className="share-address" selectable userSelect>
          {made.link}
        </Text>
      )}
    </View>
  )
}

export function ShareButton(props: Props) {
  return process.env.TARO_ENV === 'h5' ? <LinkButton {...props} /> : <CardButton {...props} />
}
