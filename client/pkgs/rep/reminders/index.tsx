// 提醒: what must she not forget in the next two weeks? What is late first, then day by day.
import '../words'
import { useLingui } from '@lingui/react'
import type { Day } from '@shared/domain/day'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Answered } from '@/features/member/Answered'
import { type ReminderList, type ShownReminder, useReminders } from '@/features/reminder/use-reminders'
import { wordWhen } from '@/features/reminder/words'
import { currentLang } from '@/platform/lang'
import { goBack, openTab, TABS } from '@/platform/nav'
import { usePullRefresh, useTitle } from '@/platform/page'
import { describe, heading } from '@/ui/a11y'
import { BackLink } from '@/ui/BackLink'
import { Page } from '@/ui/Page'
import { Empty } from '@/ui/States'
import { PutOffSheet } from './_parts/PutOffSheet'
import { ReminderRow } from './_parts/ReminderRow'
import './index.scss'

type Group = { name: string; late: boolean; reminders: ShownReminder[] }

/** All that is late together, then a group a day. */
const groupsOf = ({ reminders, today }: ReminderList, late: string, wordOf: (day: Day) => string): Group[] => {
  const groups: Group[] = []
  for (const one of reminders) {
    const isLate = one.day < today
    const name = isLate ? late : wordOf(one.day)
    const last = groups[groups.length - 1]
    if (last?.name === name && last.late === isLate) last.reminders.push(one)
    else groups.push({ name, late: isLate, reminders: [one] })
  }
  return groups
}

function Days({ list, onPutOff }: { list: ReminderList; onPutOff: (reminder: ShownReminder) => void }) {
  const { i18n } = useLingui()
  const lang = currentLang()
  const groups = groupsOf(list, i18n._('已经过了'), (day) => wordWhen(day, list.today, lang, i18n))
  if (groups.length === 0)
    return (
      <Empty
        title={i18n._('两周内没有要记的')}
        hint={i18n._('在客户的档案里记下承诺、生日、买过的东西，到时候会在这里提醒')}
        action={i18n._('去客户')}
        onAction={() => openTab(TABS[2])}
      />
    )
  return (
    <>
      {groups.map(({ name, late, reminders }) => (
        <View className="reminders-day" key={`${name}${late}`}>
          <View className="reminders-name" {...heading(2)}>
            {name}
          </View>
          {reminders.map((reminder) => (
            <ReminderRow
              key={`${reminder.who?.contactId ?? ''}.${reminder.key}`}
              reminder={reminder}
              today={list.today}
              onPutOff={onPutOff}
            />
          ))}
        </View>
      ))}
      {list.more > 0 && (
        <Text className="reminder-note">{i18n._('还有 {n} 条没列出来，先做完上面的', { n: list.more })}</Text>
      )}
    </>
  )
}

export default function RemindersPage() {
  const { i18n } = useLingui()
  const reminders = useReminders()
  const [puttingOff, setPuttingOff] = useState<ShownReminder | null>(null)
  const [told, setTold] = useState('')
  useTitle(i18n._('提醒事项'))
  usePullRefresh(reminders.refetch)
  const close = (words: string) => {
    setPuttingOff(null)
    setTold(words)
  }
  return (
    <Page className="reminders">
      <BackLink onTap={() => goBack(TABS[3])}>{i18n._('返回')}</BackLink>
      <View className="reminders-title" {...heading(1)}>
        {i18n._('提醒事项')}
      </View>
      <View {...describe('status')}>{told !== '' && <Text className="reminder-note">{told}</Text>}</View>
      <Answered asked={reminders} next="/pkgs/rep/reminders/index">
        {(list) => (
          <>
            <Days list={list} onPutOff={setPuttingOff} />
            <PutOffSheet reminder={puttingOff} today={list.today} onClose={close} />
          </>
        )}
      </Answered>
    </Page>
  )
}
