// Everything she may want to know before she answers: who, what, why, how long, how to take it back.
import type { I18n } from '@lingui/core'
import { useLingui } from '@lingui/react'
import type { Sender } from '@shared/contracts/reading'
import { ASK_AGAIN_AFTER_DAYS, RETENTION_DAYS } from '@shared/domain/consent'
import { Text, View } from '@tarojs/components'
import { Sheet } from '@/ui/Sheet'
import type { Step } from './notice'

type Props = { open: boolean; onClose: () => void; sender: Sender; step: Step; policyVersion: string }
type Fact = [name: string, fact: string]

/** To whom it goes: the firms by name, each for what it does. */
const recipients = (i18n: I18n, { repName, storeName, company, brand, franchise }: Sender, step: Step): Fact[] => {
  const words = { repName, storeName, company, brand }
  if (!franchise) return [[i18n._('告知谁'), i18n._('{repName}，{storeName}，{company}', words)]]
  if (step === 'reading') return [[i18n._('谁来记录'), i18n._('{brand}。下一步再问是否提供给{company}', words)]]
  return [
    [i18n._('提供给谁'), i18n._('{company}（{storeName}），由您的顾问{repName}查看', words)],
    [i18n._('由谁提供'), brand],
  ]
}

const factsOf = (i18n: I18n, sender: Sender, step: Step, policyVersion: string): Fact[] => [
  ...recipients(i18n, sender, step),
  [
    i18n._('哪些内容'),
    i18n._(
      '您看了哪篇、什么时候、从哪里打开、每一节停留多久、看到哪里、回看几次、图片看了多久。这台手机上之前看过的、由{repName}发来的也算在内',
      { repName: sender.repName },
    ),
  ],
  [i18n._('不包括'), i18n._('姓名、电话、头像、位置、聊天和通讯录')],
  [i18n._('为了什么'), i18n._('让顾问知道您关心什么，好为您解答')],
  [
    i18n._('关心的话题'),
    i18n._('您打开开关才整理，顾问用来想好什么时候、先聊什么，不影响价格和服务。随时可关，关掉就删除'),
  ],
  [i18n._('您的转发'), i18n._('不记是谁转发的。想让顾问知道您转发后带来了多少阅读，同意后可以另外打开，默认关')],
  [i18n._('顾问会做'), i18n._('给您起备注、加标签，您在隐私中心都看得到')],
  [i18n._('保存多久'), i18n._('{days} 天，到期删除', { days: RETENTION_DAYS })],
  [i18n._('怎么撤回'), i18n._('页面底部「隐私中心」，随时查看、导出、撤回或删除，马上生效')],
  [
    i18n._('怎么联系'),
    i18n._('直接告诉{repName}，或到{storeName}。页面底部也能投诉', {
      repName: sender.repName,
      storeName: sender.storeName,
    }),
  ],
  [
    i18n._('选暂不'),
    i18n._('文章照常可以读，只按次计数，不知道您是谁；{days} 天内不再问', { days: ASK_AGAIN_AFTER_DAYS }),
  ],
  [i18n._('说明版本'), policyVersion],
]

export function ConsentDetails({ open, onClose, sender, step, policyVersion }: Props) {
  const { i18n } = useLingui()
  return (
    <Sheet open={open} title={i18n._('告知顾问的详情')} closeLabel={i18n._('关闭')} onClose={onClose}>
      <View className="consent-facts">
        {factsOf(i18n, sender, step, policyVersion).map(([name, fact]) => (
          <View className="consent-fact" key={name}>
            <Text className="consent-fact-name">{name}</Text>
            <Text className="consent-fact-text">{fact}</Text>
          </View>
        ))}
      </View>
    </Sheet>
  )
}
