// How HQ's sheets of deals are told in words, and how each of their figures is made.
import type { I18n } from '@lingui/core'
import type { OrderFault } from '@shared/domain/deal-import'
import type { CostKind } from '@shared/domain/profit'

export const wordCost = (kind: CostKind, i18n: I18n): string => {
  const names: Record<CostKind, string> = {
    content: i18n._('做内容'),
    ads: i18n._('投广告'),
    goods: i18n._('小样和礼品'),
    time: i18n._('时间'),
    other: i18n._('别的'),
  }
  return names[kind]
}

export const wordOrderFault = (fault: OrderFault, i18n: I18n): string => {
  const words: Record<OrderFault, string> = {
    'no-order': i18n._('订单号要是字母、数字、- 或 _，最多 36 个'),
    'no-rep': i18n._('没有这个工号的导购'),
    'bad-day': i18n._('日期不对，比如 2026-11-21，不能在今天之后'),
    'no-product': i18n._('商品名要有，最多 30 个字'),
    'bad-qty': i18n._('数量要是 1 到 999 的整数'),
    'bad-amount': i18n._('金额要是 0 以上、最多两位小数'),
    'two-sellers': i18n._('同一个订单号写了两个人或两天'),
    changed: i18n._('这个订单以前导过，金额、人或日子不一样，没有改'),
  }
  return words[fault]
}

export type Figure = 'amount' | 'income' | 'goods' | 'spent' | 'profit' | 'hour' | 'sales' | 'voice' | 'per-deal'

export const wordFigure = (figure: Figure, i18n: I18n): { name: string; how: string } => {
  const words: Record<Figure, { name: string; how: string }> = {
    amount: { name: i18n._('成交额'), how: i18n._('客户付的钱，退了和撤销的不算') },
    income: { name: i18n._('收入'), how: i18n._('自家的按成交额；别家的只算留下来的，不知道分走多少的不算') },
    goods: { name: i18n._('货品成本'), how: i18n._('自家商品每件成本 × 件数，不知道成本的按 0') },
    spent: { name: i18n._('花费'), how: i18n._('这段时间记下的内容、广告、小样和别的花费') },
    profit: { name: i18n._('利润'), how: i18n._('收入 − 货品成本 − 花费，人工不扣，看每小时') },
    hour: { name: i18n._('每小时'), how: i18n._('利润 ÷ 记下的小时数；没记时间就没有') },
    sales: { name: i18n._('销量'), how: i18n._('卖出的件数') },
    voice: { name: i18n._('声量'), how: i18n._('同一段时间打开和读得深的次数，按 5 的整数报') },
    'per-deal': {
      name: i18n._('每单花费'),
      how: i18n._('广告：广告费 ÷ 平台说的成交；自己的用户：内容、小样和别的花费 ÷ 记下的成交'),
    },
  }
  return words[figure]
}
