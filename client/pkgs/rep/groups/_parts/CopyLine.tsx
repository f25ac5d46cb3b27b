// One line she can say: a tap copies it. What she must put in herself stands in brackets.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { wordLine } from '@/features/playbook/words'
import { copyText } from '@/platform/clipboard'
import { describe } from '@/ui/a11y'
import { tappable } from '@/ui/tap'

export function CopyLine({ line }: { line: string }) {
  const { i18n } = useLingui()
  const [copied, setCopied] = useState<boolean | null>(null)
  const words = wordLine(line, i18n)
  const said = copied === null ? i18n._('点一下复制') : copied ? i18n._('复制好了') : i18n._('没复制上，长按文字复制')
  return (
    <View
      className="group-line"
      {...tappable(i18n._('复制：{line}', { line: words }), () => void copyText(words).then(setCopied))}
    >
      <Text selectable userSelect>
        {words}
      </Text>
      <Text className="group-note" {...describe('status')}>
        {said}
      </Text>
    </View>
  )
}
