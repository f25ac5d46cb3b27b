// What a rep must not forget: the next two weeks and what is late, and putting one off.
import * as z from 'zod'
import { OCCASION_KINDS } from '../domain/occasion'
import { CERTAINTIES } from '../domain/reader'
import { action } from './action'
import { contactId, day, nothing } from './parts'

const facts = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('promise'), promiseId: z.string(), text: z.string() }),
  z.strictObject({
    kind: z.literal('occasion'),
    occasionId: z.string(),
    name: z.string(),
    occasion: z.enum(OCCASION_KINDS),
  }),
  z.strictObject({ kind: z.literal('repurchase'), noteId: z.string(), product: z.string(), at: z.number() }),
  z.strictObject({
    kind: z.literal('lifecycle'),
    noteId: z.string(),
    product: z.string(),
    at: z.number(),
    days: z.int(), // so many after the purchase
  }),
  z.strictObject({ kind: z.literal('cadence'), lastAt: z.number(), cadenceDays: z.int() }),
  z.strictObject({ kind: z.literal('festival'), festivalId: z.string(), zh: z.string(), en: z.string() }),
])

const shownReminder = z.strictObject({
  key: z.string(), // one contact has each but once
  who: z
    .strictObject({
      contactId: z.string(),
      remark: z.string().nullable(),
      ordinal: z.string(),
      certainty: z.enum(CERTAINTIES),
    })
    .nullable(), // null: for everyone
  day: z.string(), // when it is due, or to when it was put off
  putOff: z.boolean(),
  facts,
})
export type ShownReminder = z.output<typeof shownReminder>

/** What is late first, then by day; more: how many were left out. */
export const listReminders = action(
  'rep',
  nothing,
  z.strictObject({ asOf: z.number(), today: z.string(), reminders: z.array(shownReminder), more: z.int() }),
)
export type ReminderList = z.output<typeof listReminders.output>

/** Not before that day. One that has come already brings it back; nothing is put off for longer than 30 days. */
export const snoozeReminder = action(
  'rep',
  z.strictObject({
    contactId,
    key: z.string().regex(/^(cadence|(promise|occasion|repurchase|lifecycle)-[0-9A-Za-z_-]{1,44})$/),
    until: day,
  }),
  z.strictObject({ key: z.string(), until: z.string().nullable() }), // null: it is not put off
)
