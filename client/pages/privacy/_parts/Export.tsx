// Taking her records with her, to read and for a program: files in a browser, the clipboard in WeChat.
import { useLingui } from '@lingui/react'
import { dayOf } from '@shared/domain/day'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { saveText } from '@/platform/save-text'
import { describe } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { exportFacts } from './export-facts'
import { exportPage } from './export-page'
import { exportText } from './export-text'
import { askWholeRecord, type WholeRecord } from './whole-record'

type Saved = Awaited<ReturnType<typeof saveText>>

export function Export() {
  const { i18n } = useLingui()
  const [saved, setSaved] = useState<Saved | null>(null)
  const [busy, setBusy] = useState(false)
  const isWeb = process.env.TARO_ENV === 'h5'
  const save = (ending: string, text: string): Promise<Saved> => saveText(`ripple-${dayOf(Date.now())}.${ending}`, text)
  const toRead = (record: WholeRecord): Promise<Saved> => {
    const facts = exportFacts(record, i18n, Date.now())
    if (isWeb) return save('html', exportPage(facts, i18n.locale === 'en' ? 'en' : 'zh'))
    return save('txt', exportText(facts))
  }
  const toProcess = (record: WholeRecord): Promise<Saved> => save('json', JSON.stringify(record, null, 2))
  const take = async (as: (record: WholeRecord) => Promise<Saved>): Promise<void> => {
    setBusy(true)
    setSaved(await askWholeRecord().then(as, () => 'failed' as const))
    setBusy(false)
  }
  return (
    <>
      <View className="privacy-exports">
        <Button kind="plain" className="privacy-answer" id="export-page" busy={busy} onTap={() => void take(toRead)}>
          {isWeb ? i18n._('导出网页') : i18n._('复制文字')}
        </Button>
        <Button kind="plain" className="privacy-answer" id="export-json" busy={busy} onTap={() => void take(toProcess)}>
          {isWeb ? i18n._('导出 JSON') : i18n._('复制 JSON')}
        </Button>
      </View>
      {saved !== null && (
        <Text className="privacy-note" {...describe('status')}>
          {saved === 'file' && i18n._('已存成文件')}
          {saved === 'clipboard' && i18n._('已复制，可以粘贴到任何地方保存')}
          {saved === 'failed' && i18n._('没导出，再试一次')}
        </Text>
      )}
    </>
  )
}
