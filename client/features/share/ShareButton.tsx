// 转发给好友: a chat card in WeChat; in a browser the link to paste.
import { useLingui } from '@lingui/react'
import type { ShareToken } from '@shared/domain/ids'
import { Button as NativeButton, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/ui/Button'
import { copyLink } from './send'
import './ShareButton.scss'

const BOUND = 'token:'

/** bound: hands on this very share instead of a new one. */
type Props = { postId: string; readerUrl: string; bound?: ShareToken }

/** The page answers with useShareCard; `data-share` tells it which post, `token:…` which share of it. */
function CardButton({ postId, bound }: Props) {
  const { i18n } = useLingui()
  return (
    <NativeButton
      className="button button-plain share-button"
      hoverClass="button-pressed"
      openType="share"
      data-share={bound ? `${BOUND}${bound}` : postId}
    >
      {i18n._('转发给好友')}
    </NativeButton>
  )
}

/** The token of a bound share, from the `data-share` of its button. */
export const boundToken = (share: string | null): string | null =>
  share?.startsWith(BOUND) ? share.slice(BOUND.length) : null

function LinkButton({ postId, readerUrl, bound }: Props) {
  const { i18n } = useLingui()
  const [made, setMade] = useState<{ link: string; copied: boolean } | null>(null)
  return (
    <View className="share-link">
      <Button
        kind="plain"
        disabled={readerUrl === ''}
        onTap={() => void copyLink(postId, readerUrl, bound).then(setMade)}
      >
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
