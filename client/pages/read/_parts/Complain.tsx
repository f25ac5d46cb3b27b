// How to complain about what she read, and to whom.
import { useLingui } from '@lingui/react'
import { Button, View } from '@tarojs/components'
import { Sheet } from '@/ui/Sheet'
import type { OpenedPost } from './use-opened'

type Props = { open: boolean; onClose: () => void; opened: OpenedPost }

export function Complain({ open, onClose, opened }: Props) {
  const { i18n } = useLingui()
  const { article, sender } = opened
  const steps = [
    sender
      ? i18n._(
          '内容不实、侵权或让您不舒服，可以告诉{storeName}（{company}），说出内容编号 {postId}，我们会核实并答复您',
          {
            storeName: sender.storeName,
            company: sender.company,
            postId: article.postId,
          },
        )
      : i18n._('内容不实、侵权或让您不舒服，可以告诉门店，说出内容编号 {postId}，我们会核实并答复您', {
          postId: article.postId,
        }),
    process.env.TARO_ENV === 'h5'
      ? i18n._('在微信里打开时，也可以点右上角「…」，选「投诉」')
      : i18n._('也可以点右上角「…」，选「反馈与投诉」，由微信处理'),
    i18n._('消费纠纷可以拨打 12315'),
  ]
  return (
    <Sheet open={open} title={i18n._('投诉')} closeLabel={i18n._('关闭')} onClose={onClose}>
      {steps.map((step) => (
        <View className="complain-step" key={step}>
          {step}
        </View>
      ))}
      {process.env.TARO_ENV === 'weapp' && (
        <Button className="complain-feedback" openType="feedback">
          {i18n._('现在反馈')}
        </Button>
      )}
    </Sheet>
  )
}
