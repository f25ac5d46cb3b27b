// Where do the names come from? Lines she pastes, or a file.
import { useLingui } from '@lingui/react'
import { IMPORT_TEXT_MAX } from '@shared/domain/contact-import'
import type { useImport } from '@/features/import/use-import'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Field } from '@/ui/Field'

export function Bring({ one }: { one: ReturnType<typeof useImport> }) {
  const { i18n } = useLingui()
  const pick = async () => {
    const fault = await one.lookAtFile()
    if (fault === 'too-big') one.setWrong(i18n._('文件太大，最多 200 KB'))
    if (fault === 'unreadable') one.setWrong(i18n._('读不出文字，请把表格另存为“CSV UTF-8”再试'))
  }
  const isWeb = process.env.TARO_ENV === 'h5'
  return (
    <Card className="import-card">
      <Field
        id="names"
        label={i18n._('一行一个人：名字，标签')}
        value={one.text}
        onChange={one.setText}
        lines={5}
        maxLength={IMPORT_TEXT_MAX}
        placeholder={i18n._('小美，爱问、老客')}
        error={one.wrong}
      />
      <Button id="look" busy={one.busy} disabled={one.text.trim() === ''} onTap={() => void one.lookAtText()}>
        {i18n._('先看看')}
      </Button>
      <Button id="file" kind="plain" disabled={one.busy} onTap={() => void pick()}>
        {isWeb ? i18n._('选一个 CSV 或 Excel 文件') : i18n._('从聊天里选一个 CSV 文件')}
      </Button>
    </Card>
  )
}
