// 健康: the four forces and the loop from knowing to buying, for the whole and place by place, each with its formula.
import { useLingui } from '@lingui/react'
import { Table, type TableColumnsType } from 'antd'
import { DeskEmpty } from './States'
import { type FormulaNumber, type Health, useChosen, useHealth, useSpan } from './use-work'
import { WorkNumber } from './WorkNumber'
import { Choice, SpanChoice, WorkSeen } from './WorkSeen'
import { wordFormula } from './work-words'

type Row = Health['rows'][number]

function Cards({ title, numbers, linked }: { title: string; numbers: FormulaNumber[]; linked: boolean }) {
  const { i18n } = useLingui()
  return (
    <section aria-label={title}>
      <h2 className="desk-part-title">{title}</h2>
      <ol className={linked ? 'health-cards health-linked' : 'health-cards'}>
        {numbers.map((number) => {
          const { name, how } = wordFormula(number.formula, i18n)
          return (
            <li key={number.formula} className="work-figure">
              <span>{name}</span>
              <WorkNumber number={number} />
              <span className="desk-note">{how}</span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function Rows({ rows, of }: { rows: Row[]; of: (row: Row) => FormulaNumber[] }) {
  const { i18n } = useLingui()
  const [first] = rows
  if (!first) return null
  const columns: TableColumnsType<Row> = [
    {
      key: 'name',
      title: i18n._('哪里'),
      width: 144,
      fixed: 'start',
      render: (_, { name }) => (
        <div className="work-who">
          <span title={name}>{name || i18n._('没有归属')}</span>
        </div>
      ),
    },
    ...of(first).map(({ formula }, i) => ({
      key: formula,
      title: wordFormula(formula, i18n).name,
      width: 172,
      sorter: (a: Row, b: Row) => (of(a)[i]?.value ?? -1) - (of(b)[i]?.value ?? -1),
      render: (_: unknown, row: Row) => {
        const number = of(row)[i]
        return number ? <WorkNumber number={number} whose={row.name} /> : null
      },
    })),
  ]
  return (
    <Table<Row>
      className="desk-table work-table"
      rowKey="id"
      size="small"
      columns={columns}
      dataSource={rows}
      pagination={rows.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
      scroll={{ x: 'max-content' }}
      sticky={{ offsetHeader: 56 }}
      showSorterTooltip={false}
    />
  )
}

const PERS = ['store', 'region'] as const

export function HealthTab() {
  const { i18n } = useLingui()
  const [per, span] = [useChosen('per', PERS), useSpan()]
  return (
    <>
      <div className="work-filters">
        <SpanChoice />
        <Choice
          name="per"
          value={per}
          label={i18n._('按什么分')}
          options={[
            { value: 'store', label: i18n._('门店') },
            { value: 'region', label: i18n._('区域') },
          ]}
        />
      </div>
      <WorkSeen asked={useHealth(per, span)}>
        {({ forces, loop, rows }) => (
          <div className="work-parts">
            <Cards title={i18n._('四力')} numbers={forces} linked={false} />
            <Cards title={i18n._('从认识到成交')} numbers={loop} linked />
            {rows.length === 0 ? (
              <DeskEmpty title={i18n._('这段时间还没有数')} hint={i18n._('换一段时间，或等导购发出去')} />
            ) : (
              <>
                <h2 className="desk-part-title">{i18n._('各处的四力')}</h2>
                <Rows rows={rows} of={(row) => row.forces} />
                <h2 className="desk-part-title">{i18n._('各处从认识到成交')}</h2>
                <Rows rows={rows} of={(row) => row.loop} />
              </>
            )}
          </div>
        )}
      </WorkSeen>
    </>
  )
}
