// Who read what: the rep's feed and her contacts.
import * as z from 'zod'
import { REMARK_MAX } from '../domain/limits'
import { action } from './action'
import { contactId, cursor } from './parts'

const sectionTime = z.strictObject({ heading: z.string(), ms: z.number() })

const feedLine = z.strictObject({
  readingId: z.string(), // an alias that tells lines apart; the reader's phone alone knows the id
  contactId: z.string(),
  remark: z.string().nullable(),
  ordinal: z.string(), // tells unnamed readers apart, e.g. 'A7'
  postId: z.string(),
  title: z.string(),
  totalMs: z.number(),
  longest: sectionTime.nullable(),
  lastAt: z.number(),
  live: z.boolean(),
})
export type FeedLine = z.output<typeof feedLine>

/** anonymous: per post, readings without consent; 'few' stands for one or two. */
export const listFeed = action(
  'rep',
  z.strictObject({ cursor: cursor.optional() }),
  z.strictObject({
    asOf: z.number(),
    lines: z.array(feedLine),
    next: z.string().nullable(),
    anonymous: z.array(
      z.strictObject({ postId: z.string(), title: z.string(), readings: z.union([z.int(), z.literal('few')]) }),
    ),
  }),
)

const shownContact = z.strictObject({
  contactId: z.string(),
  remark: z.string().nullable(),
  ordinal: z.string(),
  createdAt: z.number(),
  lastReadAt: z.number(),
})
export type ShownContact = z.output<typeof shownContact>

export const listContacts = action(
  'rep',
  z.strictObject({ cursor: cursor.optional() }),
  z.strictObject({ contacts: z.array(shownContact), next: z.string().nullable() }),
)

export const seeContact = action(
  'rep',
  z.strictObject({ contactId }),
  z.strictObject({
    contact: shownContact,
    consent: z.strictObject({ givenAt: z.number(), policyVersion: z.string() }),
    timeline: z.array(
      z.strictObject({
        readingId: z.string(),
        postId: z.string(),
        title: z.string(),
        lastAt: z.number(),
        totalMs: z.number(),
        depth: z.number(),
        live: z.boolean(),
        sections: z.array(sectionTime),
      }),
    ),
  }),
)

export const nameContact = action(
  'rep',
  z.strictObject({ contactId, remark: z.string().trim().min(1).max(REMARK_MAX) }),
  shownContact,
)
