// Which sheet, and which of its columns says what? Guessed from the heads, put right by hand, remembered for the next file.
import { useLingui } from '@lingui/react'
import { ROSTER_FIELDS, ROSTER_ROWS_MAX, type RosterRow } from '@shared/domain/roster'
import {
  type Columns,
  findHead,
  guessColumns,
  headPrint,
  missingColumns,
  toRosterRows,
} from '@shared/domain/roster-columns'
import { Button, Select } from 'antd'
import { useMemo, useState } from 'react'
import { recall, remember } from '@/platform/storage'
import { Field } from './Field'
import { printOf, type Sheet } from './roster-file'
import { wordField } from './roster-words'

export type Staged = { file: { fileName: string; print: string }; rows: RosterRow[] }
type Remembered = Record<string, Columns>
const REMEMBERED_MAX = 20
const NAME_MAX = 80
const HEADS_SHOWN = 3

const recallColumns = (head: readonly string[]): Columns | null =>
  recall<Remembered>('ripple.roster-columns')?.[headPrint(head)] ?? null

const rememberColumns = (head: readonly string[], columns: Columns): void => {
  const before = Object.entries(recall<Remembered>('ripple.roster-columns') ?? {}).slice(1 - REMEMBERED_MAX)
  remember('ripple.roster-columns', { ...Object.fromEntries(before), [headPrint(head)]: columns })
}

/** The first sheet that looks like a list of people. */
const likelySheet = (sheets: readonly Sheet[]): number =>
  Math.max(
    0,
    sheets.findIndex(({ table }) => findHead(table) !== null),
  )

type Props = {
  fileName: string
  sheets: readonly Sheet[]
  onSend: (staged: Staged) => void
  onBack: () => void
}

export function RosterColumns({ fileName, sheets, onSend, onBack }: Props) {
  const { i18n } = useLingui()
  const [sheet, setSheet] = useState(() => likelySheet(sheets))
  const table = sheets[sheet]?.table ?? []
  const found = useMemo(() => findHead(table), [table])
  const headAt = found ?? 0
  const head = table[headAt] ?? []
  const [chosen, setChosen] = useState<Columns | null>(null)
  const columns = chosen ?? recallColumns(head) ?? guessColumns(head)
  const rows = useMemo(() => toRosterRows(table, headAt, columns), [table, headAt, columns])
  const missing = missingColumns(columns)
  const samples = table.slice(headAt + 1, headAt + 1 + HEADS_SHOWN)
  const options = head.map((name, at) => ({
    value: at,
    label: `${name || i18n._('第 {n} 列', { n: at + 1 })}（${samples
      .map((row) => row[at] ?? '')
      .filter(Boolean)
      .join('、')
      .slice(0, 20)}）`,
  }))
  const wrong =
    found === null
      ? i18n._('这一页不像员工名单：没找到“姓名”“工号”这样的列名。换一页，或在下面对好列')
      : rows.length > ROSTER_ROWS_MAX
        ? i18n._('超过 {n} 行，拆成几份再导入', { n: ROSTER_ROWS_MAX })
        : ''
  const send = async () => {
    rememberColumns(head, columns)
    onSend({ file: { fileName: fileName.slice(-NAME_MAX), print: await printOf(JSON.stringify(rows)) }, rows })
  }
  return (
    <>
      {sheets.length > 1 && (
        <Field id="roster-sheet" label={i18n._('用哪一页')}>
          <Select
            id="roster-sheet"
            value={sheet}
            options={sheets.map(({ name }, value) => ({ value, label: name }))}
            onChange={(next: number) => {
              setSheet(next)
              setChosen(null)
            }}
          />
        </Field>
      )}
      {wrong !== '' && (
        <p className="desk-wrong" role="alert">
          {wrong}
        </p>
      )}
      <div className="roster-columns">
        {ROSTER_FIELDS.map((field) => (
          <Field
            key={field}
            id={`roster-${field}`}
            label={wordField(i18n, field)}
            error={missing.includes(field) ? i18n._('要选一列') : null}
          >
            <Select
              id={`roster-${field}`}
              allowClear
              placeholder={i18n._('名单里没有')}
              value={columns[field]}
              options={options}
              onChange={(at: number | undefined) => setChosen({ ...columns, [field]: at ?? null })}
            />
          </Field>
        ))}
      </div>
      <p>{i18n._('列名在第 {line} 行，下面有 {n} 个人', { line: headAt + 1, n: rows.length })}</p>
      <div className="roster-acts">
        <Button
          type="primary"
          disabled={missing.length > 0 || rows.length === 0 || rows.length > ROSTER_ROWS_MAX}
          onClick={() => void send()}
        >
          {i18n._('传上去核对')}
        </Button>
        <Button onClick={onBack}>{i18n._('换文件')}</Button>
      </div>
    </>
  )
}
