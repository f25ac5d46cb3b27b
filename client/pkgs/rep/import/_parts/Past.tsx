// Which lists did she bring before, and may they go again?
import { useLingui } from '@lingui/react'
import type { ShownImport } from '@shared/contracts/exchange'
import { wordInstant } from '@shared/domain/day'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useTakeBack } from '@/features/import/use-import'
import { currentLang } from '@/platform/lang'
import { useIsAlive } from '@/platform/page'
import { describe, heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { errorText } from '@/ui/error-text'

export function Past({ imports }: { imports: readonly ShownImport[] }) {
  const { i18n } = useLingui()
  const takeBack = useTakeBack()
  const isAlive = useIsAlive()
  const [busy, setBusy] = useState('')
  const [told, setTold] = useState('')
  const undo = async (importId: string) => {
    setBusy(importId)
    const words = await takeBack(importId).then(
      ({ removed, kept }) =>
        kept.length > 0
          ? i18n._('撤销了 {n} 位。{names}已经有记录，留着', { n: removed, names: kept.join(i18n._('、')) })
          : i18n._('撤销了 {n} 位', { n: removed }),
      errorText,
    )
    if (!isAlive()) return
    setBusy('')
    setTold(words)
  }
  if (!imports.length) return null
  return (
    <View className="import-part">
      <View className="import-head" {...heading(2)}>
        {i18n._('以前导入的')}
      </View>
      <Text className="import-note" {...describe('status')}>
        {told}
      </Text>
      {imports.map(({ importId, at, made, merged, undoneAt, mayUndo }) => (
        <View className="import-past" key={importId}>
          <Text className="import-past-words">
            {wordInstant(at, Date.now(), currentLang())} ·{' '}
            {i18n._('新增 {made} 位，合并 {merged} 位', { made, merged })}
          </Text>
          {undoneAt !== null && <Text className="import-note">{i18n._('已撤销')}</Text>}
          {mayUndo && (
            <Button
              id={`undo-${importId}`}
              kind="quiet"
              small
              busy={busy === importId}
              onTap={() => void undo(importId)}
            >
              {i18n._('撤销')}
            </Button>
          )}
        </View>
      ))}
    </View>
  )
}
