// She never agreed, or took it back: nobody here knows who she is, and the page says so.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { allMine, forgetReadings } from '@/features/reading/memory'
import { describe } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Empty } from '@/ui/States'

/** onErase: where the cloud can be asked, the readings go there too; else only their numbers on this phone. */
export function Nobody({ onErase }: { onErase: (() => void) | null }) {
  const { i18n } = useLingui()
  const [count, setCount] = useState(() => allMine().length)
  const [cleared, setCleared] = useState(false)
  const clear = (): void => {
    forgetReadings()
    setCount(0)
    setCleared(true)
  }
  return (
    <View className="privacy-nobody">
      <Empty title={i18n._('您没有同意记录')} hint={i18n._('我们只按次计数，不知道您是谁。')} />
      {count > 0 && (
        <View className="privacy-local">
          <View className="privacy-note">
            {onErase
              ? i18n._('这台手机记得 {count} 次阅读的编号，凭编号可以把这些阅读从云端删除', { count })
              : i18n._('这台手机记得 {count} 次阅读的编号，只留在手机里，您同意时才会用到', { count })}
          </View>
          <Button kind="plain" small onTap={onErase ?? clear}>
            {onErase ? i18n._('删除这些阅读') : i18n._('清除这些编号')}
          </Button>
        </View>
      )}
      {cleared && (
        <Text className="privacy-note" {...describe('status')}>
          {i18n._('已清除')}
        </Text>
      )}
    </View>
  )
}
