// What would the list change, and which of its rows are wrong? Nothing has changed yet.
import { useLingui } from '@lingui/react'
import { ROSTER_FIELDS } from '@shared/domain/roster'
import { Button, Table } from 'antd'
import type { Checked } from '@/features/people/use-roster'
import { saveText } from '@/platform/save-text'
import { wordFault, wordField } from './roster-words'

const PAGE = 50
type Props = { checked: Checked; onApply: (rosterId: string) => void; onBack: () => void }

/** A cell that a spreadsheet would run is made plain. */
const csvCell = (text: string): string => `"${(/^[=+\-@\t]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`

function Faults({ checked }: { checked: Checked }) {
  const { i18n } = useLingui()
  const { faults, roster } = checked
  const lines = faults.map((one) => [
    String(one.line),
    wordField(i18n, one.field),
    one.value,
    wordFault(i18n, one.fault),
  ])
  const head = [i18n._('第几行'), i18n._('哪一列'), i18n._('写的是'), i18n._('怎么改')]
  const save = () =>
    saveText(
      i18n._('要改的行.csv'),
      `\ufeff${[head, ...lines].map((line) => line.map(csvCell).join(',')).join('\r\n')}`,
    )
  return (
    <>
      <p className="desk-wrong" role="alert">
        {i18n._('有 {n} 处要改，改好文件再选一次。现在什么都没有变', { n: roster.counts.faults })}
      </p>
      {roster.counts.faults > faults.length && (
        <p className="desk-note">{i18n._('先列出前 {n} 处', { n: faults.length })}</p>
      )}
      <Table
        className="desk-table"
        size="small"
        rowKey={(one) => `${one.line}.${one.field}.${one.fault}`}
        dataSource={faults}
        pagination={faults.length > PAGE ? { pageSize: PAGE, showSizeChanger: false } : false}
        columns={[
          {
            key: 'line',
            title: head[0],
            width: 88,
            render: (_, one) => <span className="desk-number">{one.line}</span>,
          },
          { key: 'field', title: head[1], width: 112, render: (_, one) => wordField(i18n, one.field) },
          { key: 'value', title: head[2], responsive: ['md'], render: (_, one) => one.value || '—' },
          {
            key: 'fault',
            title: head[3],
            render: (_, one) => (
              <>
                <p>{wordFault(i18n, one.fault)}</p>
                <p className="desk-narrow desk-note">{one.value}</p>
              </>
            ),
          },
        ]}
      />
      <Button size="small" onClick={() => void save()}>
        {i18n._('下载要改的行')}
      </Button>
    </>
  )
}

function Changes({ checked }: { checked: Checked }) {
  const { i18n } = useLingui()
  const names: Readonly<Record<string, string>> = {
    ...Object.fromEntries(ROSTER_FIELDS.map((field) => [field, wordField(i18n, field)])),
    ...{ storeId: i18n._('门店'), teamId: i18n._('小组') },
  }
  const acts = { new: i18n._('新员工'), change: i18n._('改'), leave: i18n._('离职交接') }
  return (
    <Table
      className="desk-table"
      size="small"
      rowKey="line"
      dataSource={checked.changes}
      pagination={checked.changes.length > PAGE ? { pageSize: PAGE, showSizeChanger: false } : false}
      columns={[
        { key: 'line', title: i18n._('第几行'), width: 88, render: (_, one) => one.line },
        { key: 'name', title: i18n._('姓名'), render: (_, one) => one.name },
        {
          key: 'act',
          title: i18n._('会怎样'),
          render: (_, one) =>
            [acts[one.act], one.fields.map((field) => names[field] ?? field).join('、')].filter(Boolean).join('：'),
        },
      ]}
    />
  )
}

export function RosterCheck({ checked, onApply, onBack }: Props) {
  const { i18n } = useLingui()
  const { added, changed, leaving, same, faults } = checked.roster.counts
  const nothing = added + changed + leaving === 0
  return (
    <>
      <div className="roster-figures">
        <span>{i18n._('新员工 {n} 位', { n: added })}</span>
        <span>{i18n._('要改的 {n} 位', { n: changed })}</span>
        <span>{i18n._('离职交接 {n} 位', { n: leaving })}</span>
        <span>{i18n._('没变的 {n} 位', { n: same })}</span>
      </div>
      {faults > 0 ? <Faults checked={checked} /> : checked.changes.length > 0 && <Changes checked={checked} />}
      {faults === 0 && nothing && <p>{i18n._('名单和现在一样，不用导入')}</p>}
      <div className="roster-acts">
        {faults === 0 && !nothing && (
          <Button type="primary" onClick={() => onApply(checked.roster.rosterId)}>
            {i18n._('都对，导入 {n} 位', { n: added + changed + leaving })}
          </Button>
        )}
        <Button onClick={onBack}>{i18n._('换文件')}</Button>
      </div>
    </>
  )
}
