// One line she can say: a tap copies it.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { copyText } from '@/platform/clipboard'
import { describe } from '@/ui/a11y'
import { tappable } from '@/ui/tap'

export function CopyLine({ line }: { line: string }) {
  const { i18n } = useLingui()
  const [copied, setCopied] = useState<boolean | null>(null)
  const said = copied === null ? i18n._('点一下复制') : copied ? i18n._('复制好了') : i18n._('没复制上，长按文字复制')
  return (
    <View
      className="group-line"
      {...tappable(i18n._('复制：{line}', { line }), () => void copyText(line).then(setCopied))}
    >
      <Text selectable userSelect>
        {line}
      </Text>
      <Text className="group-note" {...describe('status')}>
        {said}
      </Text>
    </View>
  )
}
