// What came through her, and what is due? Counts and sums; each step is there before the first sale.
import { useLingui } from '@lingui/react'
import { yuan } from '@shared/domain/ledger-fen'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { copyText } from '@/platform/clipboard'
import { describe, heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { errorText } from '@/ui/error-text'
import { History } from './History'
import { ReferralRows } from './ReferralRows'
import { type OwnPartner, usePartnerActs } from './use-partner'
import { percent, wordLeft, wordTier } from './words'

function Dues({ due }: Pick<OwnPartner, 'due'>) {
  const { i18n } = useLingui()
  const sums = [
    { name: i18n._('核实中'), amount: due.pending },
    { name: i18n._('应付'), amount: due.payable },
    { name: i18n._('付款中'), amount: due.held },
    { name: i18n._('已付'), amount: due.paid },
    ...(due.setOff > 0 ? [{ name: i18n._('待抵扣'), amount: due.setOff }] : []),
  ]
  return (
    <View className="partner-dues">
      {sums.map(({ name, amount }) => (
        <View className="partner-due" key={name}>
          <Text className="partner-sum">{yuan(amount)}</Text>
          <Text className="partner-note">{name}</Text>
        </View>
      ))}
    </View>
  )
}

function Code({ code }: { code: string }) {
  const { i18n } = useLingui()
  const [copied, setCopied] = useState(false)
  return (
    <View className="partner-code">
      <Text className="partner-code-text" selectable userSelect>
        {code}
      </Text>
      <Button kind="plain" small onTap={() => void copyText(code).then(setCopied)}>
        {copied ? i18n._('已复制') : i18n._('复制代码')}
      </Button>
    </View>
  )
}

function Leave({ partnerId }: Pick<OwnPartner, 'partnerId'>) {
  const { i18n } = useLingui()
  const { leave } = usePartnerActs()
  const [asked, setAsked] = useState(false)
  const [error, setError] = useState('')
  const go = () => leave(partnerId).catch((failure: unknown) => setError(errorText(failure)))
  return (
    <View className="partner-answers">
      {asked && <Text className="partner-line">{i18n._('退出后不再记新的介绍；已核实的照付')}</Text>}
      <Button id="partner-leave" kind="quiet" onTap={() => (asked ? void go() : setAsked(true))}>
        {asked ? i18n._('确认退出') : i18n._('退出合伙人')}
      </Button>
      {error !== '' && (
        <Text className="partner-error" {...describe('alert')}>
          {error}
        </Text>
      )}
    </View>
  )
}

export function Standing({ partner }: { partner: OwnPartner }) {
  const { i18n } = useLingui()
  const { state, tier, rateBp, next, sales, came } = partner
  const isActive = state === 'active'
  return (
    <>
      <Card className="partner-card">
        <View className="partner-section" {...heading(2)}>
          {isActive
            ? i18n._('{store} · {rep} 的合伙人', { store: partner.storeName, rep: partner.repName })
            : wordLeft(partner.leftFor, i18n)}
        </View>
        {isActive && <Code code={partner.code} />}
        {isActive && (
          <Text className="partner-line">{i18n._('买的人在购买时说出这个代码才算，发卡片不会自动记名')}</Text>
        )}
        <Text className="partner-line">
          {came === 'few' ? i18n._('通过您来购买：不足 3 笔') : i18n._('通过您来购买：{n} 笔', { n: came })}
        </Text>
        <Text className="partner-line">
          {i18n._('现在是{tier}，按 {rate}；一年内已核实 {n} 笔', {
            ...{ tier: wordTier(tier, i18n), rate: percent(rateBp), n: sales },
          })}
        </Text>
        {next && (
          <Text className="partner-note">
            {i18n._('满 {n} 笔到{tier}，按 {rate}', {
              ...{ n: next.fromSales, tier: wordTier(next.tier, i18n), rate: percent(next.rateBp) },
            })}
          </Text>
        )}
        <Dues due={partner.due} />
      </Card>
      <ReferralRows referrals={partner.referrals} />
      <History history={partner.history} />
      {isActive && <Leave partnerId={partner.partnerId} />}
    </>
  )
}
