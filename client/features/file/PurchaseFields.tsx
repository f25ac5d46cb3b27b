// What did she buy, when will she need it again, and what did it cost?
import { useLingui } from '@lingui/react'
import { Field } from '@/ui/Field'
import { Chips } from './Chips'
import { fenOf } from './note-words'
import type { NoteDraft } from './use-note'

const CYCLES = [0, 15, 30, 60, 90] as const // days
const PRODUCT_MAX = 30
const AMOUNT_MAX = 9

type Props = { draft: NoteDraft; onChange: (part: Partial<NoteDraft>) => void }

export function PurchaseFields({ draft, onChange }: Props) {
  const { i18n } = useLingui()
  return (
    <>
      <Field
        id="product"
        label={i18n._('买了什么')}
        value={draft.product}
        onChange={(product) => onChange({ product })}
        placeholder={i18n._('比如 水光精华液')}
        maxLength={PRODUCT_MAX}
      />
      <Chips
        id="cycle"
        label={i18n._('大约用多久，到时提醒你')}
        options={CYCLES.map((value) => ({
          value,
          name: value === 0 ? i18n._('不提醒') : i18n._('{n} 天', { n: value }),
        }))}
        chosen={[draft.cycleDays]}
        onToggle={(cycleDays) => onChange({ cycleDays })}
      />
      <Field
        id="amount"
        label={i18n._('多少元（可不写）')}
        value={draft.amount}
        onChange={(amount) => onChange({ amount })}
        error={fenOf(draft.amount) === null ? i18n._('只写数字，比如 269 或 39.9') : undefined}
        maxLength={AMOUNT_MAX}
      />
    </>
  )
}
