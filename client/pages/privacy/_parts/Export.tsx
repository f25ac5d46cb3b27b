// Taking her records with her: a file in a browser, the clipboard in WeChat.
import { useLingui } from '@lingui/react'
import { dayOf } from '@shared/domain/day'
import { Text } from '@tarojs/components'
import { useState } from 'react'
import { saveText } from '@/platform/save-text'
import { describe } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { exportText } from './export-text'
import type { Privacy } from './use-privacy'

export function Export({ privacy }: { privacy: Privacy }) {
  const { i18n } = useLingui()
  const [saved, setSaved] = useState<'file' | 'clipboard' | 'failed' | null>(null)
  const save = (): void => {
    const now = Date.now()
    void saveText(`ripple-${dayOf(now)}.txt`, exportText(privacy, i18n, now)).then(setSaved)
  }
  return (
    <>
      <Button kind="plain" onTap={save}>
        {i18n._('导出')}
      </Button>
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
