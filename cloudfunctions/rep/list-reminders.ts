// What must she not forget? The next two weeks and what is late, of all her contacts.
import { dayOf } from '@shared/domain/day'
import type { ContactId, MemberId } from '@shared/domain/ids'
import { festivalReminders, inOrder, type Reminder, remindersOf } from '@shared/domain/reminder'
import { newSheet } from '@shared/domain/sheet'
import { now } from '../_kit/clock'
import { listPurchases } from '../_kit/data/notes'
import { listOccasions } from '../_kit/data/occasions'
import { listOpenPromises } from '../_kit/data/promises'
import { listSheets } from '../_kit/data/sheets'
import type { Handler } from '../_kit/serve'
import { showWho } from '../_kit/show-who'

const SHOWN_MAX = 200

const byContact = <T extends { contactId: ContactId | null }>(all: readonly T[]): ReadonlyMap<ContactId, T[]> => {
  const groups = new Map<ContactId, T[]>()
  for (const one of all) {
    if (one.contactId === null) continue
    const group = groups.get(one.contactId)
    if (group) group.push(one)
    else groups.set(one.contactId, [one])
  }
  return groups
}

const gather = async (repId: MemberId, today: string): Promise<Reminder[]> => {
  const [sheets, promises, occasions, purchases] = await Promise.all([
    listSheets(repId),
    listOpenPromises(repId).then(byContact),
    listOccasions(repId).then(byContact),
    listPurchases(repId).then(byContact),
  ])
  const sheetOf = new Map(sheets.map((sheet) => [sheet._id, sheet]))
  const ids = new Set([...sheetOf.keys(), ...promises.keys(), ...occasions.keys(), ...purchases.keys()])
  return [...ids].flatMap((id) =>
    remindersOf(
      {
        sheet: sheetOf.get(id) ?? newSheet(id, repId),
        promises: promises.get(id) ?? [],
        occasions: occasions.get(id) ?? [],
        purchases: purchases.get(id) ?? [],
      },
      today,
    ),
  )
}

export const listReminders: Handler<'rep', 'reminder.list'> = async (_, { caller: { member } }) => {
  const asOf = now()
  const today = dayOf(asOf)
  const all = await gather(member._id, today)
  const whoOf = await showWho(
    member._id,
    all.flatMap(({ contactId }) => contactId ?? []),
  )
  const open = all.filter(({ contactId }) => contactId !== null && whoOf.has(contactId))
  const ordered = inOrder([...open, ...festivalReminders(today)], today)
  const reminders = ordered.slice(0, SHOWN_MAX).map(({ key, contactId, day, putOff, facts }) => ({
    ...{ key, day, putOff, facts },
    who: contactId === null ? null : (whoOf.get(contactId) ?? null),
  }))
  return { asOf, today, reminders, more: ordered.length - reminders.length }
}
