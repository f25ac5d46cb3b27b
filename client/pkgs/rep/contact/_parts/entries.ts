// Everything that happened with her, as one line of time: readings, talks, notes, purchases, promises kept, who she is.
import type { ContactFile } from '@/features/contact/use-contacts'
import type { ContactSheet, ShownNote, ShownPromise } from '@/features/file/use-sheet'

type Reading = ContactFile['timeline'][number]
type Told = ContactSheet['told'][number]
type LinkEvent = ContactFile['history'][number]

export type Entry = { key: string; at: number } & (
  | { of: 'reading'; reading: Reading }
  | { of: 'talk'; talk: Told }
  | { of: 'note'; note: ShownNote }
  | { of: 'promise'; promise: ShownPromise }
  | { of: 'link'; event: LinkEvent }
)

export const FILTERS = ['all', 'reading', 'talk', 'note', 'purchase', 'meeting', 'photo'] as const
export type Filter = (typeof FILTERS)[number]

/** Newest first. Without a sheet: what is known of her reading. */
export const entriesOf = (
  file: Pick<ContactFile, 'timeline' | 'history'>,
  known: ContactSheet | undefined,
): Entry[] => {
  const readings = file.timeline.map(
    (reading): Entry => ({
      ...{ of: 'reading', reading, key: `reading ${reading.readingId}`, at: reading.lastAt },
    }),
  )
  const links = file.history.map((event): Entry => ({ of: 'link', event, key: `link ${event.eventId}`, at: event.at }))
  if (!known) return [...readings, ...links].sort((a, b) => b.at - a.at)
  const talks = known.told.map((talk): Entry => ({ of: 'talk', talk, key: `talk ${talk.day}`, at: talk.at }))
  const notes = known.notes.map((note): Entry => ({ of: 'note', note, key: `note ${note.noteId}`, at: note.at }))
  const kept = known.promises.flatMap((promise): Entry[] =>
    promise.keptAt === null
      ? []
      : [{ of: 'promise', promise, key: `promise ${promise.promiseId}`, at: promise.keptAt }],
  )
  return [...readings, ...links, ...talks, ...notes, ...kept].sort((a, b) => b.at - a.at)
}

const WRITTEN: readonly ShownNote['kind'][] = ['note', 'words', 'moment', 'group', 'delight']

const isOfNote = ({ kind, photos }: ShownNote, filter: Filter): boolean => {
  if (filter === 'photo') return photos.length > 0
  if (filter === 'meeting') return kind === 'meeting' || kind === 'consultation'
  return filter === 'purchase' ? kind === 'purchase' : filter === 'note' && WRITTEN.includes(kind)
}

/** A consultation with photos is found under both; what was promised and kept under what was talked. */
export const isOf = (entry: Entry, filter: Filter): boolean => {
  if (filter === 'all') return true
  if (entry.of === 'note') return isOfNote(entry.note, filter)
  if (entry.of === 'promise') return filter === 'talk'
  return entry.of === filter
}
