// Are a rep's notes there? A contact that came into being by a consent goes with it (0012), and the notes about her go too.

export type Written = {
  /** Of every note, about whom; which were told to be kept; the contacts that reps wrote down themselves. */
  notes: ReadonlyMap<string, string>
  noted: readonly string[]
  met: readonly string[]
  /** Consents taken back. */
  endings: number
}
export type Stored = { notes: readonly { _id: string; contactId: string | null }[]; contacts: ReadonlySet<string> }

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
  const isThere = (contactId: string | null | undefined): boolean => stored.contacts.has(contactId ?? '')
  const written = [...notes].filter(([, contactId]) => isThere(contactId))
  const gone = new Set([...notes.values()].filter((contactId) => !isThere(contactId)))
  const outliving = stored.notes.filter(({ contactId }) => !isThere(contactId)).length
  return {
    stored: stored.notes.length,
    lost: noted.filter((id) => isThere(notes.get(id)) && !ids.has(id)).length,
    unequal: Math.abs(stored.notes.length - outliving - written.length),
    outliving,
    contactsLost: met.filter((contactId) => !isThere(contactId)).length + Math.max(0, gone.size - endings),
    withConsent: notes.size - written.length,
  }
}
