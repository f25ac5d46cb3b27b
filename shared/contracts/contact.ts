// Who read what: the rep's feed, her contacts, and who is who.
import * as z from 'zod'
import { HOME_MAX, REMARK_MAX, TAG_MAX, TAGS_GIVEN_MAX } from '../domain/limits'
import { CERTAINTIES } from '../domain/reader'
import { action } from './action'
import { circleId, contactId, cursor, homeId, instant, linkEventId, nothing, postId, shownTag } from './parts'

const sectionTime = z.strictObject({ heading: z.string(), ms: z.number() })
const remark = z.string().trim().min(1).max(REMARK_MAX)
const certainty = z.enum(CERTAINTIES)
/** An alias that names a reader to her rep: the person's own id never leaves the cloud. */
const readerKey = z.string().regex(/^[0-9A-Za-z_-]{20}$/)

/** Who a line speaks of. */
const who = {
  contactId: z.string(),
  remark: z.string().nullable(),
  ordinal: z.string(), // tells unnamed readers apart, e.g. 'A7'
  certainty,
}

const feedLine = z.strictObject({
  readingId: z.string(), // an alias that tells lines apart; the reader's phone alone knows the id
  readerKey: z.string(),
  ...who,
  postId: z.string(),
  title: z.string(),
  totalMs: z.number(),
  longest: sectionTime.nullable(),
  depth: z.number(),
  again: z.int(), // how often she came back to a section
  nth: z.int(), // which reading of this post by her it is, as far as the page tells
  lastAt: z.number(),
  live: z.boolean(),
  unread: z.boolean(), // newer than what the rep has seen
})
export type FeedLine = z.output<typeof feedLine>

const anonymous = z.union([z.int(), z.literal('few')])
const apart = z.strictObject({ staff: z.int(), sharer: z.int(), crawler: z.int() })

/** anonymous: per post, readings without consent; 'few' stands for one or two. apart: what does not count as reading. */
export const listFeed = action(
  'rep',
  z.strictObject({ cursor: cursor.optional() }),
  z.strictObject({
    asOf: z.number(),
    seenAt: z.number(),
    lines: z.array(feedLine),
    next: z.string().nullable(),
    anonymous: z.array(z.strictObject({ postId: z.string(), title: z.string(), readings: anonymous, apart })),
  }),
)

/** She has seen her feed up to this instant. */
export const seeFeed = action('rep', z.strictObject({ at: instant }), z.strictObject({ seenAt: z.number() }))

/** Only what is new since `since`, for "hot now": asked every few seconds while the feed is open. */
export const watchFeed = action(
  'rep',
  z.strictObject({ since: instant }),
  z.strictObject({ asOf: z.number(), lines: z.array(feedLine), unread: z.int() }),
)

/** Who read this post of hers: those who agreed, the longest reader first; the others counted. */
export const readersOfPost = action(
  'rep',
  z.strictObject({ postId }),
  z.strictObject({
    asOf: z.number(),
    title: z.string(),
    readers: z.array(
      z.strictObject({
        ...who,
        readings: z.int(),
        totalMs: z.number(),
        longest: sectionTime.nullable(),
        lastAt: z.number(),
        live: z.boolean(),
      }),
    ),
    more: z.boolean(), // there are more readings than were looked at
    anonymous,
    apart,
  }),
)

const shownContact = z.strictObject({
  ...who,
  createdAt: z.number(),
  lastReadAt: z.number().nullable(), // null: written down by the rep, not seen reading yet
  origin: z.enum(['reader', 'rep']),
  given: z.array(z.string()),
  homeId: z.string().nullable(),
  warmth: z.number().min(0).max(1), // of now
  top: shownTag.nullable(), // why she is warm
})
export type ShownContact = z.output<typeof shownContact>

export const listContacts = action(
  'rep',
  z.strictObject({
    cursor: cursor.optional(),
    order: z.enum(['recent', 'warm']).default('recent'),
    circleId: circleId.optional(), // only who was in it when it was last sorted
  }),
  z.strictObject({ contacts: z.array(shownContact), next: z.string().nullable() }),
)

/** One phone that reads under this contact, and how sure that is. */
const shownReader = z.strictObject({
  readerKey: z.string(),
  certainty,
  selfName: z.string().nullable(),
  lastReadAt: z.number(),
  readings: z.int(),
  consentGivenAt: z.number(),
  tagsOn: z.boolean(),
  shared: z.boolean(), // others use this phone too
  likely: z.array(
    z.strictObject({ contactId: z.string(), remark: z.string().nullable(), title: z.string(), at: z.number() }),
  ),
})

const shownEvent = z.strictObject({
  eventId: z.string(),
  act: z.enum(['assign', 'own', 'confirm', 'deny', 'also', 'not-also', 'name', 'introduce', 'undo']),
  at: z.number(),
  from: z.string().nullable(), // remark or contact before, as the rep would call it
  to: z.string().nullable(),
  undone: z.boolean(),
  mayUndo: z.boolean(),
})

export const seeContact = action(
  'rep',
  z.strictObject({ contactId }),
  z.strictObject({
    asOf: z.number(),
    contact: shownContact,
    readers: z.array(shownReader),
    mayBe: z.array(z.strictObject({ readerKey: z.string(), title: z.string(), at: z.number() })), // readers who may be her
    timeline: z.array(
      z.strictObject({
        readingId: z.string(),
        readerKey: z.string(),
        certainty,
        postId: z.string(),
        title: z.string(),
        lastAt: z.number(),
        totalMs: z.number(),
        depth: z.number(),
        live: z.boolean(),
        sections: z.array(sectionTime),
      }),
    ),
    tags: z.array(shownTag),
    tagsOff: z.boolean(), // she does not want her interests worked out
    freeTime: z
      .strictObject({ fromHour: z.int(), toHour: z.int(), weekend: z.boolean(), readings: z.int() })
      .nullable(),
    home: z.array(
      z.strictObject({
        contactId: z.string(),
        remark: z.string().nullable(),
        ordinal: z.string(),
        lastReadAt: z.number().nullable(),
        reads: z.array(z.string()), // titles, latest first
        tags: z.array(z.string()),
      }),
    ),
    history: z.array(shownEvent),
  }),
)
export type ContactFile = z.output<typeof seeContact.output>

/** Writes down someone she knows, before she reads anything. The id comes from the phone, so it can be repeated. */
export const createContact = action('rep', z.strictObject({ contactId, remark }), shownContact)

export const nameContact = action('rep', z.strictObject({ eventId: linkEventId, contactId, remark }), shownContact)

/**
 * Who is this reader? assign: she is that contact · own: she is somebody else after all · confirm/deny a likely one ·
 * also/not-also: another contact uses the same phone.
 */
export const linkReader = action(
  'rep',
  z.strictObject({
    eventId: linkEventId,
    readerKey,
    act: z.enum(['assign', 'own', 'confirm', 'deny', 'also', 'not-also']),
    contactId: contactId.nullable(), // null only for own
  }),
  z.strictObject({ contactId: z.string(), certainty }),
)

/** Takes one event of the history back, if nothing was built on it since. */
export const undoLink = action(
  'rep',
  z.strictObject({ eventId: linkEventId, undoes: linkEventId }),
  z.strictObject({ contactId: z.string() }),
)

/** Tags by hand; the whole list. */
export const tagContact = action(
  'rep',
  z.strictObject({ contactId, tags: z.array(z.string().trim().min(1).max(TAG_MAX)).max(TAGS_GIVEN_MAX) }),
  z.strictObject({ given: z.array(z.string()) }),
)

/** Two contacts live together, or one of them does no longer. A new home takes the id the phone made. */
export const homeContact = action(
  'rep',
  z.discriminatedUnion('act', [
    z.strictObject({ act: z.literal('join'), homeId, contactId, withContactId: contactId }),
    z.strictObject({ act: z.literal('leave'), contactId }),
  ]),
  z.strictObject({ homeId: z.string().nullable(), members: z.array(z.string()).max(HOME_MAX) }),
)

const watchSettings = z.strictObject({
  on: z.boolean(),
  quietFrom: z.int().min(0).max(23), // hours of Asia/Shanghai; nothing is sent from quietFrom to quietTo
  quietTo: z.int().min(0).max(23),
  morning: z.boolean().optional(), // what the day holds, once a morning; left out: as it is
})

/** quota: how many one-time messages WeChat will still deliver; employee: bound for 用工 messages, which need none. */
const shownWatch = z.strictObject({
  ...watchSettings.shape,
  morning: z.boolean(),
  quota: z.int(),
  employee: z.boolean(),
  templates: z.strictObject({ subscribe: z.string(), employee: z.string() }), // '' where not set up
  sent: z.array(
    z.strictObject({
      at: z.number(),
      channel: z.string(),
      outcome: z.string(),
      readings: z.int(),
      digest: z.boolean(),
      morning: z.boolean(), // what the day held
    }),
  ),
})

export const seeWatch = action('rep', nothing, shownWatch)
export const setWatch = action('rep', watchSettings, shownWatch)
/** She tapped and WeChat said yes: `grantId` from the phone, so that a repeat does not count twice. */
export const grantNotice = action(
  'rep',
  z.strictObject({ grantId: linkEventId, channel: z.enum(['subscribe', 'employee']), accepted: z.boolean() }),
  shownWatch,
)
