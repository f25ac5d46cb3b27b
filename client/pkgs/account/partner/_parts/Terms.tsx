// What would she agree to? All of it in plain words, before she says yes and at any time after.
import { useLingui } from '@lingui/react'
import { yuan } from '@shared/domain/ledger-fen'
import { Text, View } from '@tarojs/components'
import { heading } from '@/ui/a11y'
import { Card } from '@/ui/Card'
import type { ShownTerms } from './use-partner'
import { percent, wordTier } from './words'

const useLines = (terms: ShownTerms): { name: string; says: string[] }[] => {
  const { i18n } = useLingui()
  const { claimDays, refundDays, objectionDays, tierDays } = terms
  return [
    {
      name: i18n._('付什么'),
      says: [
        ...terms.tiers.map(({ tier, rateBp, fromSales }) =>
          i18n._('{tier}：{days} 天内核实满 {n} 笔，按我们商品实付金额的 {rate}', {
            ...{ tier: wordTier(tier, i18n), days: tierDays, n: fromSales, rate: percent(rateBp) },
          }),
        ),
        i18n._('单笔最多 {sale}，每月最多 {month}', {
          ...{ sale: yuan(terms.perSaleMaxFen), month: yuan(terms.perMonthMaxFen) },
        }),
      ],
    },
    {
      name: i18n._('为什么付'),
      says: [
        i18n._('只为一件事：有人买了我们的商品或服务，并在购买时说出您的代码'),
        i18n._('转发、阅读、拉人都不付钱；介绍别人当合伙人也不付钱。只有一层'),
        i18n._('您自己和同住家人的购买不算'),
      ],
    },
    {
      name: i18n._('什么时候付'),
      says: [
        i18n._('购买后 {claim} 天内可以报代码；过了 {refund} 天退货期并确认收款，就算核实', {
          ...{ claim: claimDays, refund: refundDays },
        }),
        i18n._('再等 {n} 天，没有异议就转为应付；总部分批付款，满 {min} 才付', {
          ...{ n: objectionDays, min: yuan(terms.payMinFen) },
        }),
        i18n._('付款后又退货的，从以后的报酬里抵扣，最多 {max}，不会向您要钱', { max: yuan(terms.debtMaxFen) }),
      ],
    },
    {
      name: i18n._('税和隐私'),
      says: [
        i18n._('报酬属于劳务所得，公司付款时依法代扣个人所得税'),
        i18n._('我们记下您的收款姓名、代码和每笔报酬。您看不到谁买了什么，别人也看不到您'),
      ],
    },
    {
      name: i18n._('怎么退出'),
      says: [i18n._('随时在本页退出，不用理由。已经核实的照付，待抵扣的免去')],
    },
  ]
}

export function Terms({ terms }: { terms: ShownTerms }) {
  const { i18n } = useLingui()
  return (
    <Card className="partner-terms">
      <View className="partner-section" {...heading(2)}>
        {i18n._('合伙人约定')}
      </View>
      {useLines(terms).map(({ name, says }) => (
        <View className="partner-term" key={name}>
          <Text className="partner-term-name">{name}</Text>
          {says.map((line) => (
            <Text className="partner-line" key={line}>
              {line}
            </Text>
          ))}
        </View>
      ))}
      <Text className="partner-note">{i18n._('约定版本 {version}', { version: terms.version })}</Text>
    </Card>
  )
}
