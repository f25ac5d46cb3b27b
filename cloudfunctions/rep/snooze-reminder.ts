// When does a reminder that she put off come back? Kept on the contact's sheet, where the day's talks look, too.
import { dayOf } from '@shared/domain/day'
import { withPutOff } from '@shared/domain/reminder'
import { now } from '../_kit/clock'
import { openContact } from '../_kit/contact-file'
import { reviseSheet } from '../_kit/data/sheets'
import type { Handler } from '../_kit/serve'

export const snoozeReminder: Handler<'rep', 'reminder.snooze'> = async (
  { contactId, key, until },
  { caller: { member } },
) => {
  await openContact(member._id, contactId)
  const today = dayOf(now())
  const sheet = await reviseSheet(contactId, member._id, ({ snoozes }) => ({
    snoozes: withPutOff(snoozes, key, until, today),
  }))
  return { key, until: sheet.snoozes[key] ?? null }
}
