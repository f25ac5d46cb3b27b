// What she told without signal met what another phone of hers had told: said once, until she has seen it.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { wordContact } from '@/features/contact/words'
import { useConflicts, useDay } from '@/features/talk/use-day'
import { wordConflict } from '@/features/talk/words'
import { describe } from '@/ui/a11y'
import { Button } from '@/ui/Button'

export function Conflicts() {
  const { i18n } = useLingui()
  const { conflicts, onSeen } = useConflicts()
  const { data } = useDay()
  if (conflicts.length === 0) return null
  return (
    <View className="talks-conflicts" {...describe('status')}>
      {conflicts.map((conflict) => {
        const talk = data?.talks.find(({ contactId }) => contactId === conflict.contactId)
        const who = talk ? wordContact(talk, i18n) : i18n._('一位客户')
        return <Text key={conflict.contactId}>{`${who} ${wordConflict(conflict, i18n)}`}</Text>
      })}
      <Button kind="quiet" small onTap={onSeen}>
        {i18n._('知道了')}
      </Button>
    </View>
  )
}
