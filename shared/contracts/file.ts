// The contact's file beside her readings: sheet, notes, promises, special days, and what was talked.
import * as z from 'zod'
import { NOTE_PHOTOS_MAX, OCCASION_NAME_MAX, PASTE_MAX, PROMISE_MAX } from '../domain/limits'
import { NOTE_KINDS } from '../domain/note'
import { OCCASION_KINDS } from '../domain/occasion'
import { FORMS } from '../domain/reader'
import { RELATIONS, SOURCES, TALK_ENDS, VALUES } from '../domain/sheet'
import { TALK_REASONS } from '../domain/talk'
import { action } from './action'
import { agoMs, cloudFile, contactId, day, groupId, noteId, occasionId, promiseId } from './parts'
import { shownTalk } from './talk'

const source = z.strictObject({ kind: z.enum(SOURCES), note: z.string().trim().max(30) })
const answers = z.record(z.string().regex(/^[a-z-]{1,30}$/), z.array(z.string().regex(/^[a-z0-9-]{1,30}$/)).max(12))

/** What of a sheet the rep writes; each field stands by itself. */
const sheetFields = {
  source: source.nullable(),
  relation: z.enum(RELATIONS).nullable(),
  value: z.enum(VALUES).nullable(),
  taste: z.enum(FORMS).nullable(),
  cadenceDays: z.int().min(3).max(365).nullable(),
  quiet: z.strictObject({ until: day.nullable() }).nullable(),
  answers,
  groupIds: z.array(groupId).max(20),
}
const shownSheet = z.strictObject({
  ...sheetFields,
  groupIds: z.array(z.string()),
  quiet: z.strictObject({ since: z.number(), until: z.string().nullable() }).nullable(),
  lastContactAt: z.number().nullable(),
  unanswered: z.int(),
  cadence: z.int(), // days, whether she set it or not
  rev: z.int(),
})
export type ShownSheet = z.output<typeof shownSheet>

export const signalHit = z.strictObject({
  ruleId: z.string(),
  name: z.string(),
  word: z.string(),
  at: z.int(), // where in the text
  talk: z.string(), // what to talk about
})
export type ShownHit = z.output<typeof signalHit>

const purchase = z.strictObject({
  product: z.string().trim().min(1).max(30),
  cycleDays: z.int().min(3).max(730).nullable(),
  amountFen: z.int().min(0).max(100_000_000).nullable(),
})

export const shownNote = z.strictObject({
  noteId: z.string(),
  contactId: z.string().nullable(),
  groupId: z.string().nullable(),
  kind: z.enum(NOTE_KINDS),
  text: z.string().nullable(), // null: someone's words that could not be kept; hits and day remain
  at: z.number(),
  photos: z.array(cloudFile),
  purchase: purchase.nullable(),
  hits: z.array(signalHit),
})
export type ShownNote = z.output<typeof shownNote>

const shownPromise = z.strictObject({
  promiseId: z.string(),
  contactId: z.string(),
  text: z.string(),
  dueDay: z.string(),
  madeAt: z.number(),
  keptAt: z.number().nullable(),
})
export type ShownPromise = z.output<typeof shownPromise>

const occasionFields = {
  kind: z.enum(OCCASION_KINDS),
  name: z.string().trim().min(1).max(OCCASION_NAME_MAX),
  calendar: z.enum(['solar', 'lunar']),
  month: z.int().min(1).max(12),
  day: z.int().min(1).max(31),
  leap: z.boolean(),
  leadDays: z.int().min(0).max(30),
}
const shownOccasion = z.strictObject({
  occasionId: z.string(),
  contactId: z.string(),
  ...occasionFields,
  next: z.string(), // the day it falls on next
})
export type ShownOccasion = z.output<typeof shownOccasion>

/** Beside contact.see. told: how earlier talks ended, the latest first. next: the talk of today, if there is one. */
export const seeSheet = action(
  'rep',
  z.strictObject({ contactId }),
  z.strictObject({
    asOf: z.number(),
    sheet: shownSheet,
    consent: z.enum(['none', 'reading', 'tags']), // what the surest of her readers agreed to
    keepsWords: z.boolean(), // may her own words be kept?
    notes: z.array(shownNote), // the latest first
    promises: z.array(shownPromise), // open ones first, by day
    occasions: z.array(shownOccasion), // by next day
    told: z.array(
      z.strictObject({
        day: z.string(),
        at: z.number(),
        end: z.enum(TALK_ENDS),
        reasons: z.array(z.enum(TALK_REASONS)),
      }),
    ),
    groups: z.array(z.strictObject({ groupId: z.string(), name: z.string() })),
    next: shownTalk.nullable(),
  }),
)
export type ContactSheet = z.output<typeof seeSheet.output>

/**
 * Changes fields of the sheet. `from`: what this phone showed before; where another phone has written since, this one
 * holds (it was said last) and `replaced` tells which fields held something else. Said twice it changes nothing.
 * agoMs: how long ago she said so; `late`: fields of which another phone has said something else since, which holds.
 */
export const saveSheet = action(
  'rep',
  z.strictObject({
    contactId,
    from: z.strictObject(sheetFields).partial(),
    to: z.strictObject(sheetFields).partial(),
    agoMs: agoMs.default(0),
  }),
  z.strictObject({ sheet: shownSheet, replaced: z.array(z.string()), late: z.array(z.string()) }),
)

/** The same id is the same note. `at` is agoMs before now. minor: the text names a child's name, exact age or school. */
export const writeNote = action(
  'rep',
  z
    .strictObject({
      noteId,
      contactId: contactId.nullable(),
      groupId: groupId.nullable(),
      kind: z.enum(NOTE_KINDS),
      text: z.string().trim().max(PASTE_MAX),
      agoMs,
      photos: z.array(z.string().max(300)).max(NOTE_PHOTOS_MAX),
      purchase: purchase.nullable(),
    })
    .refine(({ contactId: c, groupId: g }) => (c === null) !== (g === null), { error: 'contact-or-group' }),
  z.strictObject({ note: shownNote, kept: z.boolean(), talk: z.boolean() }), // talk: a talk was put on today's list for it
)
export const dropNote = action('rep', z.strictObject({ noteId }), z.strictObject({ dropped: z.boolean() }))

/** Where she may upload a photo of a consultation; note.write takes its fileId in. */
export const preparePhoto = action(
  'rep',
  z.strictObject({}),
  z.strictObject({ uploadUrl: z.string(), headers: z.record(z.string(), z.string()), fileId: z.string() }),
)
/** Takes it in: small, without what the camera wrote into it. */
export const takePhoto = action(
  'rep',
  z.strictObject({ fileId: z.string().max(300) }),
  z.strictObject({ fileId: z.string(), url: z.string(), width: z.int(), height: z.int() }),
)

export const makePromise = action(
  'rep',
  z.strictObject({ promiseId, contactId, text: z.string().trim().min(1).max(PROMISE_MAX), dueDay: day }),
  shownPromise,
)
/** kept false takes it back. */
export const keepPromise = action('rep', z.strictObject({ promiseId, kept: z.boolean(), agoMs }), shownPromise)
export const dropPromise = action('rep', z.strictObject({ promiseId }), z.strictObject({ dropped: z.boolean() }))

export const saveOccasion = action('rep', z.strictObject({ occasionId, contactId, ...occasionFields }), shownOccasion)
export const dropOccasion = action('rep', z.strictObject({ occasionId }), z.strictObject({ dropped: z.boolean() }))
