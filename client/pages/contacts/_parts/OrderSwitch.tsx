// In which order: who read last, or who is warmest now.
import { useLingui } from '@lingui/react'
import type { Order } from '@/features/contact/use-contacts'
import { Choice } from '@/ui/Choice'

export function OrderSwitch({ order, onChange }: { order: Order; onChange: (order: Order) => void }) {
  const { i18n } = useLingui()
  const orders = [
    { value: 'recent', name: i18n._('最近'), id: 'order-recent' },
    { value: 'warm', name: i18n._('最热'), id: 'order-warm' },
  ] as const
  return <Choice options={orders} chosen={order} onChange={onChange} className="contacts-order" />
}
