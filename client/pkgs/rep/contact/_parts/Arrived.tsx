// What the cloud answered to acts of hers that had waited for signal: told the next time she looks at this file.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useArrival } from '@/features/file/arrivals'
import { NoteKept } from '@/features/file/NoteKept'
import { Button } from '@/ui/Button'
import { Sheet } from '@/ui/Sheet'
import { type FileProps, wordLate, wordReplaced } from './use-file'

export function Arrived({ contactId }: FileProps) {
  const { i18n } = useLingui()
  const [arrival, seen] = useArrival(contactId)
  if (!arrival) return null
  return (
    <Sheet open title={i18n._('刚送出去的')} closeLabel={i18n._('关上')} onClose={seen}>
      {arrival.of === 'hits' ? (
        <NoteKept kept={arrival.kept} onClose={seen} />
      ) : (
        <View className="file-form">
          <Text>{(arrival.of === 'late' ? wordLate : wordReplaced)(arrival.fields, i18n)}</Text>
          <Button kind="plain" onTap={seen}>
            {i18n._('知道了')}
          </Button>
        </View>
      )}
    </Sheet>
  )
}
