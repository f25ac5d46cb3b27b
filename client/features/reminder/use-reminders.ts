// What she must not forget, and putting one off: shown at once, kept by the cloud now or when there is signal.
import type { ReminderList, ShownReminder } from '@shared/contracts/reminder'
import { type Day, dayAfter } from '@shared/domain/day'
import { useQuery } from '@tanstack/react-query'
import { call } from '@/platform/call'
import { deliver, whenDelivered } from '@/platform/outbox'
import { queries } from '@/platform/queries'

export type { ReminderList, ShownReminder } from '@shared/contracts/reminder'

const REMINDERS = ['rep', 'reminder.list'] as const
/** So many days a reminder can be put off with one tap. */
export const PUT_OFF_DAYS = [1, 3, 7] as const

export const useReminders = () =>
  useQuery({ queryKey: REMINDERS, queryFn: () => call('rep', 'reminder.list', {}), refetchOnMount: 'always' })

const isSame = (one: ShownReminder, other: ShownReminder): boolean =>
  one.key === other.key && one.who?.contactId === other.who?.contactId

/** It stands on its new day, behind what stood there; what is due today was put off no more. */
const moved = (list: ReminderList, reminder: ShownReminder, until: Day): ReminderList => {
  const others = list.reminders.filter((one) => !isSame(one, reminder))
  const after = { ...reminder, day: until, putOff: until > list.today }
  const at = others.findIndex(({ day }) => day > until)
  const place = at < 0 ? others.length : at
  return { ...list, reminders: [...others.slice(0, place), after, ...others.slice(place)] }
}

const askAnew = (): void => void queries.invalidateQueries({ queryKey: REMINDERS })
whenDelivered('reminder.snooze', askAnew)

/** days 0 brings it back today. Throws CallError when the cloud says no. */
export const putOff = async (reminder: ShownReminder, today: Day, days: number): Promise<'kept' | 'later'> => {
  const { key, who } = reminder
  if (!who) return 'kept' // festivals are everyone's and cannot be moved
  const until = dayAfter(today, days)
  queries.setQueryData<ReminderList>(REMINDERS, (list) => list && moved(list, reminder, until))
  const { contactId } = who
  try {
    const answer = await deliver(`snooze.${contactId}.${key}`, 'reminder.snooze', { contactId, key, until })
    if (answer) askAnew()
    return answer ? 'kept' : 'later'
  } catch (error) {
    askAnew()
    throw error
  }
}
