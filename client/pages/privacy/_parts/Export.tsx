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
import type { Privacy } from './use-privacy'

type Saved = Awaited<ReturnType<typeof saveText>>

export function Export({ privacy }: { privacy: Privacy }) {
  const { i18n } = useLingui()
  const [saved, setSaved] = useState<Saved | null>(null)
  const isWeb = process.env.TARO_ENV === 'h5'
  const save = (ending: string, text: string): void =>
    void saveText(`ripple-${dayOf(Date.now())}.${ending}`, text).then(setSaved)
  const toRead = (): void => {
    const facts = exportFacts(privacy, i18n, Date.now())
    if (isWeb) save('html', exportPage(facts, i18n.locale === 'en' ? 'en' : 'zh'))
    else save('txt', exportText(facts))
  }
  return (
    <>
      <View className="privacy-exports">
        <Button kind="plain" className="privacy-answer" id="export-page" onTap={toRead}>
          {isWeb ? i18n._('导出网页') : i18n._('复制文字')}
        </Button>
        <Button
          kind="plain"
          className="privacy-answer"
          id="export-json"
          onTap={() => save('json', JSON.stringify(privacy, null, 2))}
        >
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
