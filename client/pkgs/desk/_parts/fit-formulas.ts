// How each figure of the calculator is made, in words and parts.
import { useLingui } from '@lingui/react'
import { type FitAbout, type FitAnswer, WORK_DAYS_A_MONTH } from '@shared/domain/fit'
import type { FormulaPart } from './Formula'
import { wordMoney, wordRough } from './fit-words'

type Said = { words: string; parts: FormulaPart[] }

export const useFitFormulas = ({ worth, month, perBuyer }: FitAnswer): Record<FitAbout | 'range', Said> => {
  const { i18n } = useLingui()
  const money = (label: string, n: number): FormulaPart => ({ label, value: wordMoney(n, i18n) })
  const buyers: FormulaPart = { label: i18n._('一月新来买的'), value: wordRough(month.buyers, i18n) }
  return {
    value: {
      words: i18n._(
        '一次买多少钱 × 毛利率 × 一年几次 × 几年，加上别的毛利 × 几年，加上她带来的人：每位按在别处要花的钱算，只算一层',
      ),
      parts: [
        money(i18n._('第一次买'), worth.first),
        money(i18n._('再买'), worth.again),
        money(i18n._('买别的'), worth.other),
        money(i18n._('带人来'), worth.brings),
      ],
    },
    acquire: {
      words: i18n._(
        '一月全部花费 ÷ 一月新来买的（导购 × 每人加到 × 来买的比例）。别处的 1/1.5 以下算好，比别处贵四分之一以上算差',
      ),
      parts: [
        money(i18n._('一月全部花费'), month.cost),
        buyers,
        ...(perBuyer === null ? [] : [money(i18n._('一位要'), perBuyer)]),
      ],
    },
    own: {
      words: i18n._(
        '人工（导购 × 每天分钟 ÷ 60 × {days} 天 × 时薪）＋ 内容 ＋ 工具 ＋ 送出的东西。回本：逐月加上进来的毛利，直到盖过花掉的；6 个月内算好，18 个月以上算差',
        { days: WORK_DAYS_A_MONTH },
      ),
      parts: [
        money(i18n._('人工'), month.costs.time),
        money(i18n._('内容'), month.costs.content),
        money(i18n._('工具'), month.costs.tools),
        money(i18n._('送出的东西'), month.costs.welcome),
      ],
    },
    range: {
      words: i18n._(
        '一月新来买的 × 一位的毛利 ＋ 老客多买的 − 一月花费。范围：每个数按你说的准头上下各动一次，各自的影响平方相加再开方，因为不会同时都错到头',
      ),
      parts: [buyers, money(i18n._('老客多买的'), month.held), money(i18n._('一月全部花费'), month.cost)],
    },
  }
}
