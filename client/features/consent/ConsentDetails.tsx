// Everything she may want to know before she answers: who, what, why, how long, how to take it back.
import { useLingui } from '@lingui/react'
import type { Output } from '@shared/contracts'
import { ASK_AGAIN_AFTER_DAYS, RETENTION_DAYS } from '@shared/domain/consent'
import { Text, View } from '@tarojs/components'
import { Sheet } from '@/ui/Sheet'

type Sender = NonNullable<Output<'reader', 'post.read'>['sender']>
type Props = { open: boolean; onClose: () => void; sender: Sender; policyVersion: string }

export function ConsentDetails({ open, onClose, sender, policyVersion }: Props) {
  const { i18n } = useLingui()
  const { repName, storeName, company } = sender
  const facts: [string, string][] = [
    [i18n._('告知谁'), i18n._('{repName}，{storeName}，{company}', { repName, storeName, company })],
    [i18n._('哪些内容'), i18n._('您看了哪篇、什么时候看的、每一节停留多久、看到哪里')],
    [i18n._('不包括'), i18n._('姓名、电话、头像、位置、聊天和通讯录')],
    [i18n._('为了什么'), i18n._('让顾问知道您关心什么，好为您解答')],
    [i18n._('保存多久'), i18n._('{days} 天，到期删除', { days: RETENTION_DAYS })],
    [i18n._('怎么撤回'), i18n._('页面底部「隐私中心」，随时撤回或删除，马上生效')],
    [
      i18n._('选暂不'),
      i18n._('文章照常可以读，只按次计数，不知道您是谁；{days} 天内不再问', { days: ASK_AGAIN_AFTER_DAYS }),
    ],
    [i18n._('说明版本'), policyVersion],
  ]
  return (
    <Sheet open={open} title={i18n._('告知顾问的详情')} closeLabel={i18n._('关闭')} onClose={onClose}>
      <View className="consent-facts">
        {facts.map(([name, fact]) => (
          <View className="consent-fact" key={name}>
            <Text className="consent-fact-name">{name}</Text>
            <Text className="consent-fact-text">{fact}</Text>
          </View>
        ))}
      </View>
    </Sheet>
  )
}
