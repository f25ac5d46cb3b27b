// 成交前后: of which kinds, what came before in four ways of dividing, who came again, how long products last.
import { useLingui } from '@lingui/react'
import { MODELS } from '@shared/domain/attribution'
import { Table } from 'antd'
import { explainModel, wordDealKind, wordHonest, wordModel, wordMoney, wordPoint } from '@/features/deal/words'
import { CycleChart } from './CycleChart'
import { DealAnswered } from './DealAnswered'
import { Formula } from './Formula'
import { DeskEmpty } from './States'
import { useWorth, type Worth } from './use-deals'
import { useSpan } from './use-work'
import { wordCount } from './work-words'

const table = { className: 'desk-table', size: 'small', pagination: false, scroll: { x: 'max-content' } } as const

function Kinds({ kinds }: Pick<Worth, 'kinds'>) {
  const { i18n } = useLingui()
  const how = i18n._('只数导购认得的客户；不到 5 位的只说“几单”，其余按 5 的整数报。种类由导购确认')
  return (
    <div>
      <h2 className="deals-head">
        {i18n._('哪种成交')}
        <Formula of={i18n._('哪种成交')} words={how} />
      </h2>
      <Table
        {...table}
        id="deal-kinds"
        rowKey="kind"
        dataSource={kinds}
        columns={[
          { title: i18n._('种类'), render: (_, { kind }) => wordDealKind(kind, i18n) },
          { title: i18n._('几单'), align: 'end', render: (_, { deals }) => wordCount(deals, i18n) },
          {
            ...{ title: i18n._('成交额'), align: 'end' },
            render: (_, { amountFen }) => (amountFen === null ? '—' : wordMoney(amountFen)),
          },
        ]}
      />
    </div>
  )
}

function Ways({ credited }: Pick<Worth, 'credited'>) {
  const { i18n } = useLingui()
  const { ways, posts, noneFen, amountFen, waiting, windowDays } = credited
  const models = MODELS.map((model) => ({
    key: model,
    align: 'end' as const,
    title: (
      <span className="work-number">
        {wordModel(model, i18n)}
        <Formula of={wordModel(model, i18n)} words={explainModel(model, i18n)} />
      </span>
    ),
    render: (_: unknown, { fen }: { fen: Worth['credited']['ways'][number]['fen'] }) => wordMoney(fen[model] ?? 0),
  }))
  return (
    <div>
      <h2 className="deals-head">{i18n._('成交前发生过什么')}</h2>
      <p className="desk-note">{wordHonest(i18n)}</p>
      <p className="desk-note">
        {i18n._(
          '看成交前 {n} 天。一共 {all}，其中 {none} 前面没有记下什么，或人数太少不细说；还有 {waiting} 单没算到',
          {
            ...{ n: windowDays, all: wordMoney(amountFen), none: wordMoney(noneFen), waiting },
          },
        )}
      </p>
      {ways.length === 0 ? (
        <DeskEmpty title={i18n._('还不能判断')} hint={i18n._('至少 5 位客户的成交前有阅读、沟通或卡片')} />
      ) : (
        <Table
          {...table}
          id="deal-ways"
          rowKey="of"
          dataSource={ways}
          columns={[{ title: i18n._('什么'), render: (_, { of }) => wordPoint(of, i18n) }, ...models]}
        />
      )}
      {posts.length > 0 && (
        <Table
          {...table}
          id="deal-posts"
          rowKey="postId"
          dataSource={posts}
          columns={[
            { title: i18n._('内容'), render: (_, { title }) => title || i18n._('没有标题') },
            { title: i18n._('几单'), dataIndex: 'deals', align: 'end' },
            ...models,
          ]}
        />
      )}
    </div>
  )
}

function Again({ again }: Pick<Worth, 'again'>) {
  const { i18n } = useLingui()
  const { withinDays, people, again: back, young, rate } = again
  const name = i18n._('复购率')
  const how = i18n._('近 270 天第一次买、已满 {n} 天的客户里，{n} 天内又买了的占几成；没满的先不算', { n: withinDays })
  const parts = [
    { label: i18n._('满 {n} 天的客户', { n: withinDays }), value: wordCount(people, i18n) },
    { label: i18n._('又买了的'), value: wordCount(back, i18n) },
    { label: i18n._('还没满的'), value: wordCount(young, i18n) },
  ]
  return (
    <div className="work-figures">
      <div className="work-figure">
        <span>{name}</span>
        <span className="work-number">
          {rate === null ? (
            <span className="desk-note">{i18n._('还不能判断')}</span>
          ) : (
            <b className="desk-number">{`${Math.round(rate * 100)}%`}</b>
          )}
          <Formula of={name} words={how} parts={parts} />
        </span>
      </div>
    </div>
  )
}

function Products({ products }: Pick<Worth, 'products'>) {
  const { i18n } = useLingui()
  const how = i18n._('至少 5 位客户买过两次才说：每位两次之间隔几天 ÷ 上次买的件数，取中位数')
  if (products.length === 0) return null
  return (
    <Table
      {...table}
      id="deal-products"
      rowKey="product"
      dataSource={products}
      columns={[
        {
          title: i18n._('商品'),
          render: (_, { product, theirs }) => (theirs ? i18n._('{product}（别家的）', { product }) : product),
        },
        { title: i18n._('件数'), dataIndex: 'pieces', align: 'end' },
        { title: i18n._('成交额'), align: 'end', render: (_, { amountFen }) => wordMoney(amountFen) },
        { title: i18n._('说明用多久'), align: 'end', render: (_, row) => row.statedDays ?? '—' },
        {
          align: 'end',
          title: (
            <span className="work-number">
              {i18n._('看到的用多久')}
              <Formula of={i18n._('看到的用多久')} words={how} />
            </span>
          ),
          render: (_, { medianDays }) => (medianDays === null ? '—' : i18n._('{n} 天', { n: Math.round(medianDays) })),
        },
      ]}
    />
  )
}

export function DealWorth() {
  const asked = useWorth(useSpan())
  return (
    <DealAnswered asked={asked}>
      {(worth) => (
        <div className="work-parts">
          <Kinds kinds={worth.kinds} />
          <Ways credited={worth.credited} />
          <Again again={worth.again} />
          <CycleChart products={worth.products} />
          <Products products={worth.products} />
        </div>
      )}
    </DealAnswered>
  )
}
