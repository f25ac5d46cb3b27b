// One pasted text on its way: looked through on the phone as it is typed, kept under a contact when she says whose it is.
import { useLingui } from '@lingui/react'
import type { NoteKind } from '@shared/domain/note'
import { useState } from 'react'
import type { ShownContact } from '@/features/contact/use-contacts'
import { wordChildFacts, wordRefused } from '@/features/file/child-facts'
import { writeNote } from '@/features/file/notes'
import type { KeptNote } from '@/features/file/use-note'
import { askHitsAnew } from '@/features/signal/use-signals'
import { mintId } from '@/platform/mint'
import { useIsAlive } from '@/platform/page'

export type PasteKind = Extract<NoteKind, 'words' | 'moment' | 'note'>

export const usePaste = () => {
  const { i18n } = useLingui()
  const [noteId, setNoteId] = useState(mintId)
  const [text, setText] = useState('')
  const [kind, setKind] = useState<PasteKind>('words')
  const [whom, setWhom] = useState<ShownContact | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')
  const [told, setTold] = useState('')
  const [kept, setKept] = useState<KeptNote | null>(null)
  const isAlive = useIsAlive()

  const type = (next: string) => {
    setText(next)
    setError('')
    setTold('')
  }
  const startAnew = () => {
    setNoteId(mintId())
    setText('')
    setWhom(null)
    setKept(null)
  }
  const end = (answer: KeptNote | null) => {
    askHitsAnew()
    if (!isAlive()) return
    if (answer && (answer.note.hits.length > 0 || !answer.kept)) return setKept(answer)
    startAnew()
    setTold(answer ? i18n._('记下了') : i18n._('记下了，连上网就送出'))
  }
  const keep = (contactId: string) => {
    const child = wordChildFacts(text)
    if (child !== '') return setError(child)
    setBusy(true)
    const note = { noteId, kind, text: text.trim(), agoMs: 0, photos: [], purchase: null }
    void writeNote({ contactId, groupId: null }, note)
      .then(end, (failure: unknown) => isAlive() && setError(wordRefused(failure)))
      .finally(() => isAlive() && setBusy(false))
  }
  return { text, type, kind, setKind, whom, setWhom, busy, error, told, kept, keep, startAnew }
}
