// What was sold before: each with its kind and money, what came before it, and that it was given back.
import { useLingui } from '@lingui/react'
import { wordInstant } from '@shared/domain/day'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Done } from '@/features/contact/UndoBar'
import type { Prepared } from '@/features/deal/draft'
import { refundDeal } from '@/features/deal/use-deals'
import { wordDealKind, wordMoney } from '@/features/deal/words'
import { currentLang } from '@/platform/lang'
import { useIsAlive } from '@/platform/page'
import { heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Chip } from '@/ui/Chip'
import { errorText } from '@/ui/error-text'
import { Credits } from './Credits'

type Deal = Prepared['deals'][number]
type Props = { onDone: (done: Done) => void }

/** Asked twice: it is not to be taken back. */
function Refund({ dealId, onDone }: Props & { dealId: string }) {
  const { i18n } = useLingui()
  const [sure, setSure] = useState(false)
  const [busy, setBusy] = useState(false)
  const isAlive = useIsAlive()
  const refund = () => {
    setBusy(true)
    void refundDeal(dealId)
      .then(
        (answer) => onDone({ words: answer ? i18n._('记成退了') : i18n._('记成退了，连上网就送出'), eventId: null }),
        (failure: unknown) => onDone({ words: errorText(failure), eventId: null }),
      )
      .finally(() => isAlive() && setBusy(false))
  }
  if (!sure)
    return (
      <Button kind="quiet" small onTap={() => setSure(true)}>
        {i18n._('退了')}
      </Button>
    )
  return (
    <>
      <Button kind="quiet" small onTap={() => setSure(false)}>
        {i18n._('没退')}
      </Button>
      <Button kind="danger" small busy={busy} onTap={refund}>
        {i18n._('真的退了')}
      </Button>
    </>
  )
}

function One({ deal, onDone }: Props & { deal: Deal }) {
  const { i18n } = useLingui()
  const [open, setOpen] = useState(false)
  const items = deal.items.map(({ product, qty }) => (qty > 1 ? `${product} ×${qty}` : product)).join(i18n._('、'))
  return (
    <Card>
      <View className="deal-row">
        <Text className="deal-name">{wordMoney(deal.amountFen)}</Text>
        <Chip>{wordDealKind(deal.kind, i18n)}</Chip>
        {deal.refunded && <Chip tone="warm">{i18n._('退了')}</Chip>}
        {deal.verified && <Chip tone="ripple">{i18n._('已核实')}</Chip>}
      </View>
      <Text className="deal-note">{items}</Text>
      <Text className="deal-note">
        {[deal.who, wordInstant(deal.at, Date.now(), currentLang())].filter(Boolean).join(' · ')}
      </Text>
      <View className="deal-row">
        <Button kind="quiet" small onTap={() => setOpen(true)}>
          {i18n._('成交前发生过什么')}
        </Button>
        {!deal.refunded && <Refund dealId={deal.dealId} onDone={onDone} />}
      </View>
      {open && <Credits dealId={deal.dealId} onClose={() => setOpen(false)} />}
    </Card>
  )
}

export function Past({ deals, onDone }: Props & { deals: readonly Deal[] }) {
  const { i18n } = useLingui()
  if (deals.length === 0) return null
  return (
    <View className="deal-past">
      <View className="deal-head" {...heading(2)}>
        {i18n._('以前的成交')}
      </View>
      {deals.map((deal) => (
        <One key={deal.dealId} deal={deal} onDone={onDone} />
      ))}
    </View>
  )
}
