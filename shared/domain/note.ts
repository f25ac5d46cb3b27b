// What did the rep write down about a contact or a group, or paste from a chat? Nothing of it is read from WeChat itself.
import type { Day } from './day'
import type { ContactId, GroupId, MemberId, NoteId, PromiseId, SignalRuleId } from './ids'
import { NOTE_MAX, PASTE_MAX } from './limits'

/**
 * note: the rep's own words · words: a customer's, pasted · moment: a Moment the rep saw, pasted · group: what was said in a
 * group · purchase, consultation (with photos), meeting (offline), delight (a small surprise): what happened.
 */
export const NOTE_KINDS = [
  'note',
  'words',
  'moment',
  'group',
  'purchase',
  'consultation',
  'meeting',
  'delight',
] as const
export type NoteKind = (typeof NOTE_KINDS)[number]

/** Somebody else's words: kept only while she has agreed, never for longer than readings. */
export const PASTED: readonly NoteKind[] = ['words', 'moment', 'group']
/** These count as dealings (sheet.ts, Touch). */
export const DEALINGS = ['meeting', 'consultation', 'purchase', 'delight'] as const
export type Dealing = (typeof DEALINGS)[number]

/** Where in a text a rule was met; `at` and `word` as they stand in it. */
export type SignalHit = { ruleId: SignalRuleId; name: string; word: string; at: number }

/** What she bought. cycleDays: after how many days she will need it again; null: once. amount in 分. */
export type Purchase = { product: string; cycleDays: number | null; amountFen: number | null }

export type NotePhoto = { fileId: string }

export type Note = {
  _id: NoteId
  repId: MemberId
  contactId: ContactId | null // null for a group's
  groupId: GroupId | null
  kind: NoteKind
  text: string | null // null: someone else's words that may not be kept; hits and day remain
  at: number // when it happened, as the rep says
  writtenAt: number
  photos: NotePhoto[]
  purchase: Purchase | null
  hits: SignalHit[]
  hitAt: number | null // writtenAt where there are hits: what the index of signals goes by
}

/** 承诺: what the rep told her she would do, and by when. */
export type PromiseMade = {
  _id: PromiseId
  repId: MemberId
  contactId: ContactId
  text: string
  dueDay: Day
  madeAt: number
  keptAt: number | null
  open: boolean // not kept yet; what the index goes by
  keptSaidAt?: number // when she last said so, and last said not: words of several phones come in any order
  unkeptSaidAt?: number
}

export const isPasted = (kind: NoteKind): boolean => PASTED.includes(kind)
export const dealingOf = (kind: NoteKind): Dealing | null => DEALINGS.find((one) => one === kind) ?? null

type NoteAsk = Pick<Note, 'kind' | 'contactId' | 'purchase'> & { text: string; photos: readonly string[] }
export type NoteDecision =
  | { ok: true }
  | {
      ok: false
      reason: 'missing' | 'note-too-long' | 'bad-request'
      field: 'text' | 'purchase' | 'photos' | 'contactId'
    }

const no = (
  reason: Extract<NoteDecision, { ok: false }>['reason'],
  field: Extract<NoteDecision, { ok: false }>['field'],
) => ({ ok: false, reason, field }) as const

/** What each kind of note needs, and what does not belong to it. A picture of somebody's chat or Moment is never kept. */
export const mayWriteNote = ({ kind, contactId, text, photos, purchase }: NoteAsk): NoteDecision => {
  if (text.length > (isPasted(kind) ? PASTE_MAX : NOTE_MAX)) return no('note-too-long', 'text')
  if (text === '' && (isPasted(kind) || (kind === 'note' && !photos.length))) return no('missing', 'text')
  if (dealingOf(kind) && contactId === null) return no('missing', 'contactId')
  if ((kind === 'purchase') !== (purchase !== null)) return no(purchase ? 'bad-request' : 'missing', 'purchase')
  return photos.length && (isPasted(kind) || contactId === null) ? no('bad-request', 'photos') : { ok: true }
}
