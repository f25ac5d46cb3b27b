// What she saved and HQ took back: why, and what to do, until she says that she knows.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type Recalled, sayKnown } from '@/features/kit/use-kits'
import { describe } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { errorText } from '@/ui/error-text'
import './TakenBack.scss'

function One({ recalled }: { recalled: Recalled }) {
  const { i18n } = useLingui()
  const [wrong, setWrong] = useState('')
  const { title, reason, posted } = recalled
  return (
    <Card className="taken">
      <Text className="taken-title">{i18n._('总部撤回了《{title}》', { title })}</Text>
      <Text className="taken-note">{i18n._('原因：{reason}', { reason })}</Text>
      <Text className="taken-note">
        {posted ? i18n._('去朋友圈删掉那条，也别再转发') : i18n._('还没发就别发了；发过的去朋友圈删掉那条')}
      </Text>
      {wrong !== '' && <Text className="taken-wrong">{wrong}</Text>}
      <View className="taken-act">
        <Button
          kind="plain"
          small
          onTap={() => sayKnown(recalled).catch((error: unknown) => setWrong(errorText(error)))}
        >
          {i18n._('知道了')}
        </Button>
      </View>
    </Card>
  )
}

export function TakenBack({ recalled }: { recalled: readonly Recalled[] }) {
  if (recalled.length === 0) return null
  return (
    <View className="taken-list" {...describe('status')}>
      {recalled.map((one) => (
        <One key={`${one.postId}.${one.version}`} recalled={one} />
      ))}
    </View>
  )
}
