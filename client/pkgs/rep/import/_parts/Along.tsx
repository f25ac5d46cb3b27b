// 带走备注: the names and tags she wrote, to the clipboard, as they would come in again here.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type TakenAlong, takeAlong } from '@/features/import/take-along'
import { copyText } from '@/platform/clipboard'
import { useIsAlive } from '@/platform/page'
import { describe, heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { errorText } from '@/ui/error-text'

export function Along() {
  const { i18n } = useLingui()
  const isAlive = useIsAlive()
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState('')
  const [taken, setTaken] = useState<TakenAlong | null>(null)
  const run = async (act: () => Promise<string>) => {
    setBusy(true)
    const words = await act().catch(errorText)
    if (!isAlive()) return
    setTold(words)
    setBusy(false)
  }
  const gather = () =>
    run(async () => {
      const found = await takeAlong()
      if (isAlive() && found.count > 0) setTaken(found)
      return found.count > 0 ? i18n._('{n} 位整理好了，点复制', { n: found.count }) : i18n._('你还没有给客户写过备注')
    })
  // a browser copies only right after a tap, and gathering takes longer
  const copy = ({ count, text }: TakenAlong) =>
    run(async () =>
      (await copyText(text)) ? i18n._('{n} 位的备注复制好了，粘到哪都行', { n: count }) : i18n._('没复制上，再点一次'),
    )
  return (
    <View className="import-part">
      <View className="import-head" {...heading(2)}>
        {i18n._('带走备注')}
      </View>
      <Text className="import-note">
        {i18n._('你写的名字和标签，一行一位。谁看了什么不在里面。总部会记下你带走过一次')}
      </Text>
      <Text className="import-note" {...describe('status')}>
        {told}
      </Text>
      {taken ? (
        <Button id="along-copy" kind="plain" busy={busy} onTap={() => void copy(taken)}>
          {i18n._('复制')}
        </Button>
      ) : (
        <Button id="along" kind="plain" busy={busy} onTap={() => void gather()}>
          {i18n._('整理出来')}
        </Button>
      )}
    </View>
  )
}
