// Which file? Dropped or chosen; read on this very computer, nothing is sent yet.
import { useLingui } from '@lingui/react'
import { Button, Upload } from 'antd'
import { useState } from 'react'
import { saveText } from '@/platform/save-text'
import { FILE_BYTES_MAX, readSheetsOf, type Sheet } from './roster-file'

const SAMPLE = [
  '工号,姓名,账号,岗位,区域,门店,小组,语气,标签,离职日期,接手人',
  'A001,林小满,lin.xm,导购,华东,东街店,一组,亲切,新手、宝妈,,',
  'A002,王琳,,老师,,东街店,,专业,,2026-01-31,A001',
].join('\r\n')

export function RosterFile({ onRead }: { onRead: (fileName: string, sheets: Sheet[]) => void }) {
  const { i18n } = useLingui()
  const [wrong, setWrong] = useState('')
  const read = async (file: File) => {
    setWrong('')
    if (file.size > FILE_BYTES_MAX) return setWrong(i18n._('文件超过 10 MB，拆成几份再导入'))
    try {
      const sheets = (await readSheetsOf(file)).filter(({ table }) => table.length > 0)
      if (sheets.length === 0) return setWrong(i18n._('文件是空的'))
      onRead(file.name, sheets)
    } catch {
      setWrong(i18n._('读不了这个文件。请存成 CSV 或 .xlsx 再选（旧的 .xls 不行）'))
    }
  }
  return (
    <>
      <Upload.Dragger
        accept=".csv,.txt,.xlsx"
        showUploadList={false}
        beforeUpload={(file) => {
          void read(file)
          return false
        }}
      >
        <p>{i18n._('把名单拖到这里，或点一下选文件')}</p>
        <p className="desk-note">{i18n._('CSV 或 Excel（.xlsx），一次最多 10000 人。手机号不会上传，也不会保存')}</p>
      </Upload.Dragger>
      {wrong !== '' && (
        <p className="desk-wrong" role="alert">
          {wrong}
        </p>
      )}
      <ul className="desk-plain">
        <li>{i18n._('先按工号认人，没有工号按账号认，都对不上就是新员工')}</li>
        <li>{i18n._('空着的格子不改原来的；写一个 - 就是清空')}</li>
        <li>{i18n._('写了离职日期的，客户交给“接手人”，和单独办离职交接一样')}</li>
        <li>{i18n._('有一行错就都不导入；导入后没有别的改动，可以整个撤销')}</li>
      </ul>
      <Button size="small" onClick={() => void saveText(i18n._('名单样例.csv'), `\ufeff${SAMPLE}`)}>
        {i18n._('下载样例')}
      </Button>
    </>
  )
}
