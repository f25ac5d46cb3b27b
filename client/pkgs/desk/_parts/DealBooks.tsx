// 账目: what was sold by whom, and what nobody has verified yet. Never to whom.
import { useLingui } from '@lingui/react'
import { App, Button, Segmented, Table } from 'antd'
import { useState } from 'react'
import { wordDealKind, wordMoney } from '@/features/deal/words'
import { errorText } from '@/ui/error-text'
import { DealAnswered } from './DealAnswered'
import { DeskEmpty } from './States'
import { type Books, useBooks, useDealActs } from './use-deals'
import { useSpan } from './use-work'

type Row = Books['deals'][number]

const nameItems = ({ items }: Row): string =>
  items.map(({ product, qty }) => (qty > 1 ? `${product} ×${qty}` : product)).join(' · ')

function State({ deal }: { deal: Row }) {
  const { i18n } = useLingui()
  const { message } = App.useApp()
  const { verify } = useDealActs()
  const [busy, setBusy] = useState(false)
  if (deal.refunded) return <span>{i18n._('退了')}</span>
  if (deal.verifiedAt !== null) return <span>{i18n._('已核实')}</span>
  const act = () => {
    setBusy(true)
    void verify(deal.dealId)
      .catch((error: unknown) => message.error(errorText(error)))
      .finally(() => setBusy(false))
  }
  return (
    <Button size="small" loading={busy} onClick={act}>
      {i18n._('核实')}
    </Button>
  )
}

export function DealBooks() {
  const { i18n } = useLingui()
  const [open, setOpen] = useState(true)
  const asked = useBooks(useSpan(), open)
  return (
    <>
      <Segmented
        id="books-open"
        className="deals-open"
        aria-label={i18n._('看哪些')}
        value={open ? 'open' : 'all'}
        options={[
          { value: 'open', label: i18n._('没核实的') },
          { value: 'all', label: i18n._('全部') },
        ]}
        onChange={(value) => setOpen(value === 'open')}
      />
      <DealAnswered asked={asked}>
        {({ deals, more }) =>
          deals.length === 0 ? (
            <DeskEmpty
              title={open ? i18n._('没有要核实的') : i18n._('这段时间还没有成交')}
              hint={i18n._('核实就是看过钱到账；核实过的，带来的人才有钱拿')}
            />
          ) : (
            <>
              <Table<Row>
                id="books"
                className="desk-table"
                size="small"
                rowKey="dealId"
                dataSource={deals}
                pagination={deals.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
                scroll={{ x: 'max-content' }}
                columns={[
                  { title: i18n._('哪天'), dataIndex: 'day' },
                  {
                    title: i18n._('谁卖的'),
                    render: (_, { rep, store }) => (
                      <div className="work-who">
                        <span>{rep}</span>
                        <span className="desk-note">{store}</span>
                      </div>
                    ),
                  },
                  { title: i18n._('商品'), render: (_, row) => <span className="deals-items">{nameItems(row)}</span> },
                  { title: i18n._('种类'), render: (_, { kind }) => (kind === null ? '—' : wordDealKind(kind, i18n)) },
                  { title: i18n._('金额'), align: 'end', render: (_, { amountFen }) => wordMoney(amountFen) },
                  { title: i18n._('订单号'), render: (_, { orderNo }) => orderNo ?? '—' },
                  { title: i18n._('核实'), render: (_, row) => <State deal={row} /> },
                ]}
              />
              {more > 0 && <p className="desk-note">{i18n._('还有 {n} 单没列出来，换短一点的时间', { n: more })}</p>}
            </>
          )
        }
      </DealAnswered>
    </>
  )
}
