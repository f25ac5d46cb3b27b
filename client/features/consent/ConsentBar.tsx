// The question itself: below the text, never over it; two equal answers, nothing ticked beforehand.
import { useLingui } from '@lingui/react'
import type { Output } from '@shared/contracts'
import { RETENTION_DAYS } from '@shared/domain/consent'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { describe } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { tappable } from '@/ui/tap'
import { ConsentDetails } from './ConsentDetails'
import type { Asking } from './use-consent'
import './ConsentBar.scss'

type Sender = NonNullable<Output<'reader', 'post.read'>['sender']>
type Props = { sender: Sender; policyVersion: string; asking: Asking }

export function ConsentBar({ sender, policyVersion, asking }: Props) {
  const { i18n } = useLingui()
  const [open, setOpen] = useState(false)
  const { repName, storeName, company } = sender
  const label = i18n._('是否告知顾问')
  return (
    <>
      <View className="consent" id="consent-bar" {...describe('region', label)}>
        <View className="consent-text">
          <Text>
            {i18n._(
              '您的顾问{repName}（{storeName}，{company}）想了解您看了哪些内容（文章、时间、停留），以便为您解答。保存 {days} 天，可随时撤回。',
              { repName, storeName, company, days: RETENTION_DAYS },
            )}
          </Text>
          <Text className="consent-more" {...tappable(i18n._('详情'), () => setOpen(true))}>
            {i18n._('详情')}
          </Text>
        </View>
        {asking.failed && (
          <View className="consent-failed" {...describe('alert')}>
            {i18n._('没有记下。网络恢复后再点一次，文章照常可以读')}
          </View>
        )}
        <View className="consent-answers">
          <Button kind="plain" className="consent-answer" id="consent-decline" onTap={asking.decline}>
            {i18n._('暂不')}
          </Button>
          <Button kind="plain" className="consent-answer" id="consent-give" busy={asking.busy} onTap={asking.give}>
            {i18n._('同意并告知顾问')}
          </Button>
        </View>
      </View>
      <ConsentDetails open={open} onClose={() => setOpen(false)} sender={sender} policyVersion={policyVersion} />
    </>
  )
}
