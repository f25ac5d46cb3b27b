// How to complain, and to whom: about what she read, or about what is kept of her.
import type { I18n } from '@lingui/core'
import { useLingui } from '@lingui/react'
import { Button, View } from '@tarojs/components'
import { Sheet } from '@/ui/Sheet'
import './Complain.scss'

/** store: whose adviser sent it, where that is known · postId: what it is about, null for her data. */
export type About = { store: { storeName: string; company: string } | null; postId: string | null }
type Props = { open: boolean; onClose: () => void; about: About }

const whom = (i18n: I18n, { store, postId }: About): string => {
  if (postId === null)
    return store
      ? i18n._('个人信息的事，可以告诉{storeName}（{company}），我们会核实并答复您', store)
      : i18n._('个人信息的事，可以告诉发给您内容的门店，我们会核实并答复您')
  return store
    ? i18n._(
        '内容不实、侵权或让您不舒服，可以告诉{storeName}（{company}），说出内容编号 {postId}，我们会核实并答复您',
        {
          ...store,
          postId,
        },
      )
    : i18n._('内容不实、侵权或让您不舒服，可以告诉门店，说出内容编号 {postId}，我们会核实并答复您', { postId })
}

export function Complain({ open, onClose, about }: Props) {
  const { i18n } = useLingui()
  const steps = [
    whom(i18n, about),
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
