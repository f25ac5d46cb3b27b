// One line she may say, and a button that copies it; what she must put in herself stands in brackets.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { hasSlots, wordLine } from '@/features/playbook/words'
import { copyText } from '@/platform/clipboard'
import { useIsAlive } from '@/platform/page'
import { Button } from '@/ui/Button'

const SAID_MS = 3_000

export function SayLine({ line }: { line: string }) {
  const { i18n } = useLingui()
  const isAlive = useIsAlive()
  const [state, setState] = useState<'' | 'copied' | 'failed'>('')
  useEffect(() => {
    if (state === '') return
    const timer = setTimeout(() => setState(''), SAID_MS)
    return () => clearTimeout(timer)
  }, [state])
  const text = wordLine(line, i18n)
  const copy = () => void copyText(text).then((copied) => isAlive() && setState(copied ? 'copied' : 'failed'))
  const done = hasSlots(line) ? i18n._('已复制，把【】里的换成她的') : i18n._('已复制')
  const words = { '': i18n._('复制这句'), copied: done, failed: i18n._('没复制上，长按文字试试') }
  return (
    <View className="say-line">
      <Text className="say-text" userSelect>
        {text}
      </Text>
      <Button kind="quiet" small className="say-copy" onTap={copy}>
        {words[state]}
      </Button>
    </View>
  )
}
