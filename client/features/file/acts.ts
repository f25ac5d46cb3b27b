// What a rep writes into a contact's file: shown at once, delivered now or when there is signal again, under ids made here.
import type { ActionName, Input, Output } from '@shared/contracts'
import { deliver } from '@/platform/outbox'
import { queries } from '@/platform/queries'
import {
  answered,
  askSheetAnew,
  type ContactSheet,
  replacedBy,
  SHEETS,
  type ShownNote,
  type ShownOccasion,
  type ShownPromise,
  seenSheet,
  showSheet,
} from './use-sheet'

type Change = (known: ContactSheet) => ContactSheet
type Parcel<A extends ActionName<'rep'>> = { key: string; action: A; payload: Input<'rep', A> }
type Shown<A extends ActionName<'rep'>> = {
  at: string // the contact on whose file it is seen
  change: Change
  settle?: (known: ContactSheet, answer: Output<'rep', A>) => ContactSheet
}

/** null without signal: it will be sent. Throws CallError when the cloud refuses; then nothing was changed. */
const tell = async <A extends ActionName<'rep'>>(parcel: Parcel<A>, { at, change, settle }: Shown<A>) => {
  const before = seenSheet(at)
  showSheet(at, change)
  try {
    const answer = await deliver(parcel.key, parcel.action, parcel.payload)
    if (answer === null) return null
    const underWay = queries.isFetching({ queryKey: [...SHEETS, at] }) > 0
    if (settle) showSheet(at, (known) => settle(known, answer))
    if (underWay) askSheetAnew(at) // that answer may be older than this one
    return answer
  } catch (error) {
    if (before) showSheet(at, () => before)
    askSheetAnew(at)
    throw error
  }
}

type Fields = Required<Input<'rep', 'sheet.save'>['to']>
export type SheetField = keyof Fields

const put = <F extends SheetField>(known: ContactSheet, field: F, value: Fields[F], now: number): ContactSheet => {
  const quiet = field === 'quiet' ? (value as Fields['quiet']) : null
  const shown = quiet === null ? value : { since: known.sheet.quiet?.since ?? now, until: quiet.until }
  return { ...known, sheet: { ...known.sheet, [field]: shown } }
}

/** One field at a time. `replaced` in the answer: another phone had written it since. */
export const saveSheet = async <F extends SheetField>(contactId: string, field: F, value: Fields[F]) => {
  const known = seenSheet(contactId)
  if (!known) return null
  const { quiet } = known.sheet
  const shown = field === 'quiet' ? quiet && { until: quiet.until } : known.sheet[field]
  const from = { [field]: replacedBy(contactId, field, shown) }
  const payload = { contactId, from, to: { [field]: value } }
  const parcel = { key: `sheet.${contactId}.${field}`, action: 'sheet.save' as const, payload }
  const now = Date.now()
  const answer = await tell(parcel, {
    at: contactId,
    change: (one) => put(one, field, value, now),
    settle: (one, { sheet }) => ({ ...one, sheet }),
  }).catch((error: unknown) => {
    answered(contactId, field)
    throw error
  })
  if (answer) answered(contactId, field)
  return answer
}

/** Whom or what a note is about. */
export type About = { contactId: string; groupId: null } | { contactId: null; groupId: string }
export type NewNote = Pick<ShownNote, 'noteId' | 'kind' | 'text' | 'purchase' | 'photos'> & {
  text: string
  agoMs: number
}

const MET: readonly string[] = ['meeting', 'consultation', 'purchase']

const withNote = (known: ContactSheet, note: ShownNote): ContactSheet => ({
  ...known,
  notes: [note, ...known.notes.filter(({ noteId }) => noteId !== note.noteId)].sort((a, b) => b.at - a.at),
})

const withMeeting = (known: ContactSheet, note: ShownNote): ContactSheet => {
  const { lastContactAt } = known.sheet
  if (!MET.includes(note.kind) || note.at <= (lastContactAt ?? 0)) return known
  return { ...known, sheet: { ...known.sheet, lastContactAt: note.at, unanswered: 0 } }
}

/** Also of a group: then no file shows it, and the answer is all there is to see. */
export const writeNote = async (about: About, { agoMs, photos, ...note }: NewNote) => {
  const payload = { ...about, ...note, agoMs, photos: photos.map(({ fileId }) => fileId) }
  const shown = { ...note, ...about, photos, at: Date.now() - agoMs, hits: [] }
  const answer = await tell(
    { key: `note.${note.noteId}`, action: 'note.write', payload },
    {
      at: about.contactId ?? '',
      change: (known) => withMeeting(withNote(known, shown), shown),
      settle: (known, told) => withNote(known, told.note),
    },
  )
  if (answer?.talk) void queries.invalidateQueries({ queryKey: ['rep', 'talk.list'] })
  return answer
}

export const dropNote = async (contactId: string, noteId: string) => {
  const answer = await tell(
    { key: `note.${noteId}`, action: 'note.drop', payload: { noteId } },
    {
      at: contactId,
      change: (known) => ({ ...known, notes: known.notes.filter((note) => note.noteId !== noteId) }),
    },
  )
  if (answer) askSheetAnew(contactId) // when they last met may be another day now
  return answer
}

const inOrder = (promises: readonly ShownPromise[]): ShownPromise[] =>
  [...promises].sort((a, b) => {
    if ((a.keptAt === null) !== (b.keptAt === null)) return a.keptAt === null ? -1 : 1
    return a.keptAt === null || b.keptAt === null ? (a.dueDay < b.dueDay ? -1 : 1) : b.keptAt - a.keptAt
  })

const withPromise = (known: ContactSheet, promise: ShownPromise): ContactSheet => ({
  ...known,
  promises: inOrder([promise, ...known.promises.filter((one) => one.promiseId !== promise.promiseId)]),
})

type NewPromise = Pick<ShownPromise, 'promiseId' | 'contactId' | 'text' | 'dueDay'>

export const makePromise = (promise: NewPromise) =>
  tell(
    { key: `promise.${promise.promiseId}`, action: 'promise.make', payload: promise },
    {
      at: promise.contactId,
      change: (known) => withPromise(known, { ...promise, madeAt: Date.now(), keptAt: null }),
      settle: withPromise,
    },
  )

/** kept false takes it back. */
export const keepPromise = (promise: ShownPromise, kept: boolean) =>
  tell(
    {
      key: `promise.${promise.promiseId}.kept`,
      action: 'promise.keep',
      payload: { promiseId: promise.promiseId, kept, agoMs: 0 },
    },
    {
      at: promise.contactId,
      change: (known) => withPromise(known, { ...promise, keptAt: kept ? Date.now() : null }),
      settle: withPromise,
    },
  )

export const dropPromise = ({ promiseId, contactId }: ShownPromise) =>
  tell(
    { key: `promise.${promiseId}`, action: 'promise.drop', payload: { promiseId } },
    {
      at: contactId,
      change: (known) => ({ ...known, promises: known.promises.filter((one) => one.promiseId !== promiseId) }),
    },
  )

const withOccasion = (known: ContactSheet, occasion: ShownOccasion): ContactSheet => ({
  ...known,
  occasions: [occasion, ...known.occasions.filter((one) => one.occasionId !== occasion.occasionId)].sort((a, b) =>
    a.next < b.next ? -1 : 1,
  ),
})

/** `next` is '' until the cloud has said on which day it falls: the calendar of the moon is not on the phone. */
export const saveOccasion = (occasion: Omit<ShownOccasion, 'next'>) =>
  tell(
    { key: `occasion.${occasion.occasionId}`, action: 'occasion.save', payload: occasion },
    {
      at: occasion.contactId,
      change: (known) => withOccasion(known, { ...occasion, next: '' }),
      settle: withOccasion,
    },
  )

export const dropOccasion = ({ occasionId, contactId }: Pick<ShownOccasion, 'occasionId' | 'contactId'>) =>
  tell(
    { key: `occasion.${occasionId}`, action: 'occasion.drop', payload: { occasionId } },
    {
      at: contactId,
      change: (known) => ({ ...known, occasions: known.occasions.filter((one) => one.occasionId !== occasionId) }),
    },
  )
