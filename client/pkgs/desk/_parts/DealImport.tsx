// 导入: the till's orders from CSV or Excel, looked through first; the same file twice changes nothing.
import { useLingui } from '@lingui/react'
import { ORDER_ROWS_MAX, type OrderRow, orderColumns, orderRows } from '@shared/domain/deal-import'
import { Alert, Button, Progress, Table, Upload } from 'antd'
import { useState } from 'react'
import { saveText } from '@/platform/save-text'
import { errorText } from '@/ui/error-text'
import { wordOrderFault } from './deal-words'
import { FILE_BYTES_MAX, readSheetsOf } from './roster-file'
import { type Brought, useDealActs } from './use-deals'

const SAMPLE = '订单号,工号,日期,商品,数量,金额\r\nT20261121001,A001,2026-11-21,水光精华,2,538.00\r\n'
const NEEDED = ['orderNo', 'code', 'day', 'product', 'amount'] as const

type File1 = { name: string; rows: OrderRow[] }

const useBringing = () => {
  const { i18n } = useLingui()
  const { bring } = useDealActs()
  const [file, setFile] = useState<File1 | null>(null)
  const [looked, setLooked] = useState<Brought | null>(null)
  const [done, setDone] = useState<Brought | null>(null)
  const [share, setShare] = useState<number | null>(null)
  const [wrong, setWrong] = useState('')

  const run = async (rows: OrderRow[], dry: boolean) => {
    setShare(0)
    setWrong('')
    try {
      const told = (n: number) => setShare(Math.round((n / rows.length) * 100))
      const brought = await bring(rows, dry, told)
      if (dry) setLooked(brought)
      else setDone(brought)
    } catch (error) {
      setWrong(errorText(error))
    }
    setShare(null)
  }
  const read = async (chosen: File) => {
    setLooked(null)
    setDone(null)
    setFile(null)
    if (chosen.size > FILE_BYTES_MAX) return setWrong(i18n._('文件超过 10 MB，拆成几份再导入'))
    const sheets = await readSheetsOf(chosen).catch(() => null)
    const table = sheets?.find((sheet) => sheet.table.length > 1)?.table
    if (!table) return setWrong(i18n._('读不了这个文件。请存成 CSV 或 .xlsx 再选（旧的 .xls 不行）'))
    const columns = orderColumns(table[0] ?? [])
    if (NEEDED.some((name) => columns[name] < 0))
      return setWrong(i18n._('第一行要有：订单号、工号、日期、商品、金额（数量可以没有）'))
    const rows = orderRows(table)
    if (rows.length > ORDER_ROWS_MAX) return setWrong(i18n._('一次最多 {n} 行', { n: ORDER_ROWS_MAX }))
    setFile({ name: chosen.name, rows })
    return run(rows, true)
  }
  return { file, looked, done, share, wrong, read, send: () => file && void run(file.rows, false) }
}

function Counts({ counts, isDone }: { counts: Brought; isDone: boolean }) {
  const { i18n } = useLingui()
  const { made, proved, same, faults } = counts
  const said = isDone
    ? i18n._('导入了 {made} 单，核实了导购自己记的 {proved} 单，{same} 单以前就有', { made, proved, same })
    : i18n._('会导入 {made} 单，核实导购自己记的 {proved} 单，{same} 单以前就有', { made, proved, same })
  return (
    <>
      <Alert type={isDone ? 'success' : 'info'} showIcon title={said} role="status" />
      {faults.length > 0 && (
        <Table
          id="import-faults"
          className="desk-table"
          size="small"
          rowKey={({ line, fault }) => `${line}${fault}`}
          dataSource={faults}
          pagination={faults.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
          columns={[
            { title: i18n._('第几行'), dataIndex: 'line' },
            { title: i18n._('写的是'), dataIndex: 'found' },
            { title: i18n._('为什么没导'), render: (_, { fault }) => wordOrderFault(fault, i18n) },
          ]}
        />
      )}
    </>
  )
}

export function DealImport() {
  const { i18n } = useLingui()
  const { file, looked, done, share, wrong, read, send } = useBringing()
  const ready = looked !== null && looked.made + looked.proved > 0 && done === null
  return (
    <div className="work-parts">
      <Upload.Dragger
        accept=".csv,.txt,.xlsx"
        showUploadList={false}
        disabled={share !== null}
        beforeUpload={(chosen) => {
          void read(chosen)
          return false
        }}
      >
        <p>{i18n._('把收银的订单拖到这里，或点一下选文件')}</p>
        <p className="desk-note">{i18n._('CSV 或 Excel（.xlsx）。先核对，不会马上写进去；同一份导两次不会多')}</p>
      </Upload.Dragger>
      <ul className="desk-plain">
        <li>{i18n._('只读订单号、工号、日期、商品、数量、金额；别的列不会上传')}</li>
        <li>{i18n._('同一天、同一位导购、同样金额，导购自己记过的，就算核实那一单，不再多算')}</li>
        <li>{i18n._('有错的订单整单不导，别的照常')}</li>
      </ul>
      <Button size="small" onClick={() => void saveText(i18n._('订单样例.csv'), `\ufeff${SAMPLE}`)}>
        {i18n._('下载样例')}
      </Button>
      {wrong !== '' && (
        <p className="desk-wrong" role="alert">
          {wrong}
        </p>
      )}
      {share !== null && <Progress percent={share} />}
      {file && <p className="desk-note">{i18n._('{name}：{n} 行', { name: file.name, n: file.rows.length })}</p>}
      {(done ?? looked) && <Counts counts={(done ?? looked) as Brought} isDone={done !== null} />}
      {ready && (
        <Button id="bring" type="primary" loading={share !== null} onClick={send}>
          {i18n._('导入这些订单')}
        </Button>
      )}
    </div>
  )
}
