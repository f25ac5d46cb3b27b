// Which table does she take out, and who took what before? Every export is written down before its first row.
import { useLingui } from '@lingui/react'
import { dayOf } from '@shared/domain/day'
import { EXPORT_KINDS, type ExportKind } from '@shared/domain/export'
import { Alert, Button, Segmented, Select, Space } from 'antd'
import { useState } from 'react'
import { takeTable } from '@/features/exchange/take-table'
import { useExchangeActs } from '@/features/exchange/use-exchange'
import { wordKind } from '@/features/exchange/words'
import { mintId } from '@/platform/mint'
import { errorText } from '@/ui/error-text'
import { ExportsLog } from './ExportsLog'
import { type Format, fileOf, saveBlob } from './export-file'

const DAYS = [7, 30, 90]
/** Which tables hold sums over days. */
const SUMMED: readonly ExportKind[] = ['posts', 'work']

const useTaking = () => {
  const { i18n } = useLingui()
  const { askExportsAnew } = useExchangeActs()
  const [rows, setRows] = useState<number | null>(null)
  const [told, setTold] = useState<{ type: 'success' | 'error'; title: string } | null>(null)
  const take = async (kind: ExportKind, days: number, format: Format) => {
    setRows(0)
    setTold(null)
    try {
      const table = await takeTable({ exportId: mintId(), kind, days }, setRows)
      saveBlob(`${wordKind(kind, i18n)}-${dayOf(Date.now())}.${format}`, await fileOf(table, format))
      setTold({ type: 'success', title: i18n._('导出了 {n} 行，已记在下面', { n: table.rows.length }) })
    } catch (failure) {
      setTold({ type: 'error', title: errorText(failure) })
    }
    setRows(null)
    void askExportsAnew()
  }
  return { rows, told, take }
}

export function ExportsPart() {
  const { i18n } = useLingui()
  const [kind, setKind] = useState<ExportKind>('posts')
  const [days, setDays] = useState(30)
  const [format, setFormat] = useState<Format>('xlsx')
  const { rows, told, take } = useTaking()
  const daysOf = (n: number) => ({ value: n, label: i18n._('最近 {n} 天', { n }) })
  return (
    <>
      <p className="desk-note">
        {i18n._('谁导出了什么、什么时候、多少行都会记下。表里没有客户，也没有电话；不足 5 人的合计不给数')}
      </p>
      <Space wrap className="exchange-bar">
        <Select
          aria-label={i18n._('导出什么')}
          value={kind}
          onChange={setKind}
          options={EXPORT_KINDS.map((value) => ({ value, label: wordKind(value, i18n) }))}
          className="exchange-kind"
        />
        {SUMMED.includes(kind) && (
          <Select aria-label={i18n._('多久的')} value={days} onChange={setDays} options={DAYS.map(daysOf)} />
        )}
        <Segmented
          aria-label={i18n._('文件格式')}
          value={format}
          onChange={setFormat}
          options={[
            { value: 'xlsx', label: 'Excel' },
            { value: 'csv', label: 'CSV' },
          ]}
        />
        <Button type="primary" loading={rows !== null} onClick={() => void take(kind, days, format)}>
          {i18n._('导出')}
        </Button>
        {rows !== null && (
          <span className="desk-note" role="status">
            {i18n._('已取 {n} 行', { n: rows })}
          </span>
        )}
      </Space>
      {told && <Alert {...told} showIcon className="exchange-told" />}
      <ExportsLog />
    </>
  )
}
