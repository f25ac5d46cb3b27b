// In which order: who read last, or who is warmest now.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import type { Order } from '@/features/contact/use-contacts'
import { tappable } from '@/ui/tap'
import './OrderSwitch.scss'

export function OrderSwitch({ order, onChange }: { order: Order; onChange: (order: Order) => void }) {
  const { i18n } = useLingui()
  const orders = [
    { order: 'recent', name: i18n._('最近') },
    { order: 'warm', name: i18n._('最热') },
  ] as const
  return (
    <View className="order">
      {orders.map((one) => {
        const on = one.order === order
        return (
          <View
            key={one.order}
            id={`order-${one.order}`}
            className={`order-one ${on ? 'order-on' : ''}`}
            {...tappable(one.name, () => onChange(one.order))}
            {...(process.env.TARO_ENV === 'h5' ? { 'aria-pressed': on } : {})}
          >
            <Text>{on ? `✓ ${one.name}` : one.name}</Text>
          </View>
        )
      })}
    </View>
  )
}
