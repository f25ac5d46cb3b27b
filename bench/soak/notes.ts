// Are a rep's notes there? A contact that came into being by a consent goes with it (0012), and the notes about her go too; when
// she agrees again she comes again, under the same id, as somebody new.

type About = { contactId: string; at: number }
export type Written = {
  /** Of every note, about whom and when; which were told to be kept; the contacts that reps wrote down themselves. */
  notes: ReadonlyMap<string, About>
  noted: readonly string[]
  met: readonly string[]
  /** Consents taken back. */
  endings: number
}
/** contacts: since when each is there. */
export type Stored = {
  notes: readonly { _id: string; contactId: string | null; at: number }[]
  contacts: ReadonlyMap<string, number>
}

/**
 * lost: answered, and not there though their contact is. unequal: there once more or less often than written. outliving: about
 * nobody who is there. contactsLost: gone though nobody took back a consent for them. withConsent: gone as promised.
 */
export type NotesHeld = {
  stored: number
  lost: number
  unequal: number
  outliving: number
  contactsLost: number
  withConsent: number
}

export const holdNotes = ({ notes, noted, met, endings }: Written, stored: Stored): NotesHeld => {
  const ids = new Set(stored.notes.map(({ _id }) => _id))
  /** As she was when it was written. */
  const isThere = ({ contactId, at }: { contactId: string | null; at: number }): boolean =>
    (stored.contacts.get(contactId ?? '') ?? Number.POSITIVE_INFINITY) <= at
  const written = [...notes].filter(([, about]) => isThere(about))
  const gone = new Set([...notes.values()].filter((about) => !isThere(about)).map(({ contactId }) => contactId))
  const outliving = stored.notes.filter((note) => !isThere(note)).length
  const mayBeThere = new Set(written.map(([id]) => id))
  return {
    stored: stored.notes.length,
    lost: noted.filter((id) => mayBeThere.has(id) && !ids.has(id)).length,
    unequal: Math.abs(stored.notes.length - outliving - written.length),
    outliving,
    contactsLost: met.filter((id) => !stored.contacts.has(id)).length + Math.max(0, gone.size - endings),
    withConsent: notes.size - written.length,
  }
}
