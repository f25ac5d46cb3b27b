// 一位客户值多少: what was put in to win one, what she begins with, what she comes to; beside it a worked example.
import { useLingui } from '@lingui/react'
import { Table } from 'antd'
import { wordMoney } from '@/features/deal/words'
import { DealAnswered } from './DealAnswered'
import { Formula } from './Formula'
import { useWorth, type Worth } from './use-deals'
import { useSpan } from './use-work'

type Sheet = Worth['example']

export function UnitTab() {
  const { i18n } = useLingui()
  const asked = useWorth(useSpan())
  const rows = (of: (sheet: Sheet) => string, key: string, name: string, how: string) => ({ key, name, how, of })
  const lines = [
    rows(
      ({ costFen }) => wordMoney(costFen),
      ...(['cost', i18n._('投入'), i18n._('这段时间记下的花费 ÷ 新成交的客户')] as const),
    ),
    rows(({ firstFen }) => wordMoney(firstFen), 'first', i18n._('第一单'), i18n._('每位第一次付的钱，取平均')),
    rows(
      ({ openFen }) => wordMoney(openFen),
      ...(['open', i18n._('第一单后还差'), i18n._('投入 − 第一单，已经赚回就是 0')] as const),
    ),
    rows(
      ({ laterFen }) => wordMoney(laterFen),
      ...(['later', i18n._('后来'), i18n._('第一单之后到今天付的钱，取平均；才来的客户还会再买')] as const),
    ),
    rows(
      ({ goodsFen }) => wordMoney(goodsFen),
      ...(['goods', i18n._('货品成本'), i18n._('自家商品的成本，不知道的按 0')] as const),
    ),
    rows(
      ({ leftFen }) => wordMoney(leftFen),
      ...(['left', i18n._('留下'), i18n._('第一单 + 后来 − 投入 − 货品成本')] as const),
    ),
    rows(
      ({ times }) => (times === null ? '—' : i18n._('{n} 倍', { n: times.toFixed(1) })),
      ...(['times', i18n._('产出 ÷ 投入'), i18n._('（第一单 + 后来）÷ 投入')] as const),
    ),
  ]
  return (
    <DealAnswered asked={asked}>
      {({ unit, example }) => (
        <div className="work-parts">
          <p className="desk-note">
            {unit === null
              ? i18n._('这段时间新成交的客户不到 5 位，还不能判断；右边是一个例子')
              : i18n._('这段时间新成交的客户约 {n} 位，每位平均', { n: unit.customers })}
          </p>
          <Table
            id="unit-sheet"
            className="desk-table deals-unit"
            size="small"
            pagination={false}
            scroll={{ x: 'max-content' }}
            dataSource={lines}
            columns={[
              {
                title: i18n._('每位客户'),
                render: (_, { name, how }) => (
                  <span className="work-number">
                    {name}
                    <Formula of={name} words={how} />
                  </span>
                ),
              },
              { title: i18n._('你们的'), align: 'end', render: (_, { of }) => (unit === null ? '—' : of(unit)) },
              { title: i18n._('例子'), align: 'end', render: (_, { of }) => of(example) },
            ]}
          />
          <p className="desk-note">
            {i18n._('例子：花 500 元认识一位客户，她先花 19.9 元试一次，以后几年一共花 5,000 元。这不是预测')}
          </p>
        </div>
      )}
    </DealAnswered>
  )
}
