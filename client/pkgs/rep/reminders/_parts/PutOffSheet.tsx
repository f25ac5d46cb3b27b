// For how long is a reminder put off?
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { wordContact } from '@/features/contact/words'
import { PUT_OFF_DAYS, putOff, type ShownReminder } from '@/features/reminder/use-reminders'
import { wordReminder } from '@/features/reminder/words'
import { currentLang } from '@/platform/lang'
import { describe } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { errorText } from '@/ui/error-text'
import { Sheet } from '@/ui/Sheet'

type Props = { reminder: ShownReminder | null; today: string; onClose: (told: string) => void }

export function PutOffSheet({ reminder, today, onClose }: Props) {
  const { i18n } = useLingui()
  const [failure, setFailure] = useState<unknown>(null)
  const choose = (one: ShownReminder, days: number) => {
    setFailure(null)
    const words = days === 0 ? i18n._('放回今天了') : i18n._('推迟了 {n} 天', { n: days })
    putOff(one, today, days).then(
      (how) => onClose(how === 'later' ? i18n._('{words}，连上网就送出', { words }) : words),
      setFailure,
    )
  }
  const name = reminder?.who ? wordContact(reminder.who, i18n) : ''
  return (
    <Sheet
      open={reminder !== null}
      title={i18n._('推迟到哪天')}
      closeLabel={i18n._('关闭')}
      onClose={() => onClose('')}
    >
      {reminder && (
        <View className="put-off">
          <Text>{`${name} · ${wordReminder(reminder, Date.now(), currentLang(), i18n)}`}</Text>
          {PUT_OFF_DAYS.map((days) => (
            <Button key={days} id={`put-off-${days}`} kind="plain" onTap={() => choose(reminder, days)}>
              {i18n._('{n} 天后再提醒', { n: days })}
            </Button>
          ))}
          {reminder.putOff && (
            <Button id="put-off-0" kind="plain" onTap={() => choose(reminder, 0)}>
              {i18n._('不推迟，今天就提醒')}
            </Button>
          )}
          {failure !== null && (
            <Text className="reminder-failed" {...describe('alert')}>
              {errorText(failure)}
            </Text>
          )}
        </View>
      )}
    </Sheet>
  )
}
