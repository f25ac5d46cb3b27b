// One reminder: for whom, why, when; a tap opens her file, 推迟 asks for how long.
import { useLingui } from '@lingui/react'
import type { Day } from '@shared/domain/day'
import { Text, View } from '@tarojs/components'
import { wordContact } from '@/features/contact/words'
import type { ShownReminder } from '@/features/reminder/use-reminders'
import { wordKind, wordReminder, wordWhen } from '@/features/reminder/words'
import { currentLang } from '@/platform/lang'
import { openPage } from '@/platform/nav'
import { Chip } from '@/ui/Chip'
import { tappable } from '@/ui/tap'

type Props = { reminder: ShownReminder; today: Day; onPutOff: (reminder: ShownReminder) => void }

export function ReminderRow({ reminder, today, onPutOff }: Props) {
  const { i18n } = useLingui()
  const lang = currentLang()
  const { who, day, putOff, facts } = reminder
  const isLate = day < today
  const kind = wordKind(facts.kind, i18n)
  const why = wordReminder(reminder, Date.now(), lang, i18n)
  const name = who ? wordContact(who, i18n) : i18n._('所有客户')
  const late = isLate ? wordWhen(day, today, lang, i18n) : ''
  const open = who
    ? tappable([name, kind, why, late].join(' '), () => openPage(`/pkgs/rep/contact/index?c=${who.contactId}`))
    : {}
  return (
    <View className="reminder">
      <View className={who ? 'reminder-told reminder-open' : 'reminder-told'} {...open}>
        <View className="reminder-head">
          <Text className="reminder-who">{name}</Text>
          <Chip tone={isLate ? 'warm' : 'plain'}>{kind}</Chip>
          {isLate && <Text className="reminder-late">{late}</Text>}
          {putOff && <Text className="reminder-note">{i18n._('推迟到这天')}</Text>}
        </View>
        <Text className="reminder-why">{why}</Text>
      </View>
      {who && (
        <View
          className="button button-quiet button-small"
          hoverClass="button-pressed"
          {...tappable(`${name} ${kind} ${i18n._('推迟')}`, () => onPutOff(reminder))} // many alike stand below each other
        >
          <Text className="button-text">{i18n._('推迟')}</Text>
        </View>
      )}
    </View>
  )
}
