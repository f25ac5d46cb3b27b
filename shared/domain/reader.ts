// A person who agreed, as one rep may know her: what she read, what that says, and which contact she is.
import type { ContactId, LinkEventId, MemberId, PersonId, PostId, ReaderId, ReadingId, ShareToken } from './ids'

/** 道理 · 成绩 · 科学: how a section speaks. */
export const FORMS = ['reason', 'result', 'science'] as const
export type Form = (typeof FORMS)[number]

/** One reading in her profile; entries are joined per reading, so counting one twice changes nothing. */
export type ReadEntry = {
  postId: PostId
  at: number // when she read last
  ms: number
  score: number // 0 and up: 1 is one whole post read as long as it takes
  depth: number
  topics: string[]
  forms?: Partial<Record<Form, number>> // ms by form
  offered?: Partial<Record<Form, number>> // ms that the sections of each form take to read
}

/** Evidence and strength of one topic; `score` is as of `at` and fades from there. */
export type Interest = { score: number; at: number; posts: number; readings: number; ms: number; lastAt: number }

/** unnamed: nobody said who she is · likely: a card meant for a contact was opened · named: the rep says · certain: she says. */
export const CERTAINTIES = ['unnamed', 'likely', 'named', 'certain'] as const
export type Certainty = (typeof CERTAINTIES)[number]

/** A card for one contact was opened in a single chat, by this reader first. */
export type Likely = { contactId: ContactId; token: ShareToken; postId: PostId; at: number }

/** Which contact a reader is; the whole of it moves at once, so that it can be taken back at once. */
export type Link = {
  contactId: ContactId
  certainty: Certainty
  also: ContactId[] // others who use this phone
  likely: Likely[]
  denied: ContactId[] // not to be suggested again
  confirmed?: string | null // what she called herself when the rep said that this is she
  by?: LinkEventId | null // what was said last; only that can be taken back
}

export type Reader = {
  _id: ReaderId
  key: string // the alias by which her rep names her
  repId: MemberId
  personId: PersonId
  createdAt: number
  lastReadAt: number
  selfName: string | null // what she calls herself, to be seen by this rep
  owns?: ContactId[] // as in her consent, where she has passed from a rep who left
  link: Link
  linkRev: number // grows with every change of `link`
  tagsOn: boolean // she agreed that her interests are worked out
  muted: string[] // tags she or the rep does not want
  entries: Record<ReadingId, ReadEntry>
  interests: Record<string, Interest> // worked out from entries when they change
  warmth: number // for "warmest first": grows with reading, fades by itself against others (see interest.ts)
  rev: number // grows with every change of entries, tagsOn or muted
  stale: boolean // entries are to be gathered anew from her readings
}

/** What was done to a link or a name, with what stood before: history, and what undo restores. */
export type LinkAct = 'assign' | 'own' | 'confirm' | 'deny' | 'also' | 'not-also' | 'name' | 'introduce' | 'undo'
type Said = {
  link: Link | null
  remark: string | null
  named?: { by: LinkEventId | null; at: number | null } // of the remark
}
export type LinkEvent = {
  _id: LinkEventId
  repId: MemberId
  personId: PersonId | null // whose link it was; null where only a contact was renamed
  readerId: ReaderId | null
  contactId: ContactId
  act: LinkAct
  at: number
  before: Said
  after: Said
  undoneBy: LinkEventId | null
  undoes?: LinkEventId // of an undo
}
