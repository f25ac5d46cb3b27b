// One question with its evidence and two answers of equal weight: 是她 · 不是她.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { linkReader, type Who } from '@/features/contact/acts'
import type { Tell } from '@/features/contact/UndoBar'
import { Button } from '@/ui/Button'

type Props = { evidence: string; who: Who; name: string; tell: Tell; busy: boolean }

export function Ask({ evidence, who, name, tell, busy }: Props) {
  const { i18n } = useLingui()
  return (
    <View className="ask">
      <Text className="ask-why">{evidence}</Text>
      <View className="ask-acts">
        <Button
          kind="plain"
          disabled={busy}
          onTap={() => void tell(linkReader(who, 'confirm'), i18n._('记下了：是{name}', { name }))}
        >
          {i18n._('是她')}
        </Button>
        <Button
          kind="plain"
          disabled={busy}
          onTap={() => void tell(linkReader(who, 'deny'), i18n._('记下了：不是{name}', { name }))}
        >
          {i18n._('不是她')}
        </Button>
      </View>
    </View>
  )
}
