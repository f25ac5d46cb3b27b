// The buyer named a partner's code: at which purchase? Only what the buyer said herself is entered.
import { useLingui } from '@lingui/react'
import { wordDay } from '@shared/domain/day'
import { yuan } from '@shared/domain/ledger-fen'
import { CODE_LENGTH } from '@shared/domain/partner'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { currentLang } from '@/platform/lang'
import { describe, heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { errorText } from '@/ui/error-text'
import { Field } from '@/ui/Field'
import { useLatestDeals, usePartnerActs } from './use-partners'

const SHOWN = 10

export function NameCode() {
  const { i18n } = useLingui()
  const { claim } = usePartnerActs()
  const deals =
    useLatestDeals()
      .data?.deals.filter(({ refunded }) => !refunded)
      .slice(0, SHOWN) ?? []
  const [code, setCode] = useState('')
  const [told, setTold] = useState('')
  const isWhole = code.replace(/[\s-]/g, '').length === CODE_LENGTH
  const name = (dealId: string) =>
    claim(dealId, code.trim()).then(
      () => setTold(i18n._('记好了，过了退货期会核实')),
      (failure: unknown) => setTold(errorText(failure)),
    )
  if (deals.length === 0) return null
  return (
    <Card className="partners-card">
      <View className="partners-section" {...heading(2)}>
        {i18n._('客户报了代码')}
      </View>
      <Field
        id="partner-code"
        label={i18n._('合伙人代码')}
        hint={i18n._('买的人自己说出的才记，一笔只记一位')}
        value={code}
        onChange={setCode}
        maxLength={CODE_LENGTH + 4}
      />
      <View {...describe('status')}>{told !== '' && <Text className="partners-note">{told}</Text>}</View>
      {isWhole &&
        deals.map(({ dealId, who, items, amountFen, at }) => {
          const what = items.map(({ product }) => product).join('、')
          const line = `${who ?? i18n._('没记名的客户')} · ${what} · ${yuan(amountFen)}`
          return (
            <View className="partners-row" key={dealId}>
              <Text className="partners-deal">{line}</Text>
              <Text className="partners-note">{wordDay(at, Date.now(), currentLang())}</Text>
              <Button kind="plain" small about={line} onTap={() => void name(dealId)}>
                {i18n._('记给她')}
              </Button>
            </View>
          )
        })}
    </Card>
  )
}
