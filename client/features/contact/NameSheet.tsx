// What does the rep call this contact? One line, saved in place.
import { useLingui } from '@lingui/react'
import { REMARK_MAX } from '@shared/domain/limits'
import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { useIsAlive } from '@/platform/page'
import { Button } from '@/ui/Button'
import { errorText } from '@/ui/error-text'
import { Field } from '@/ui/Field'
import { Sheet } from '@/ui/Sheet'
import { createContact, nameContact } from './acts'
import type { Done } from './UndoBar'
import type { ShownContact } from './use-contacts'
import { wordContact } from './words'
import './NameSheet.scss'

export type Nameable = { contactId: string; remark: string | null; ordinal: string }
/** onKept: what follows, while the form still stands; an answer that comes later must not close the next one. */
type FormProps<T> = { before: string; act: (name: string) => Promise<T>; onKept?: (kept: T) => void; id?: string }

/** One name and the button that keeps it. What she typed stays when it could not be kept. */
function NameForm<T>({ before, act, onKept, id = 'remark' }: FormProps<T>) {
  const { i18n } = useLingui()
  const [name, setName] = useState(before)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')
  const isAlive = useIsAlive()
  const trimmed = name.trim()
  const save = () => {
    if (trimmed === '' || busy) return
    setBusy(true)
    setError('')
    act(trimmed)
      .then((kept) => isAlive() && onKept?.(kept))
      .catch((failure: unknown) => setError(errorText(failure)))
      .finally(() => setBusy(false))
  }
  return (
    <View className="name-sheet">
      <Field
        id={id}
        label={i18n._('称呼')}
        value={name}
        onChange={setName}
        placeholder={i18n._('比如 优优妈妈')}
        hint={i18n._('只有你看得到，最多 {n} 个字', { n: REMARK_MAX })}
        error={error || undefined}
        maxLength={REMARK_MAX}
        onConfirm={save}
      />
      <Button onTap={save} disabled={trimmed === ''} busy={busy}>
        {i18n._('记下')}
      </Button>
    </View>
  )
}

type NameProps = { contact: Nameable | null; onClose: () => void; onDone: (done: Done) => void }

export function NameSheet({ contact, onClose, onDone }: NameProps) {
  const { i18n } = useLingui()
  if (!contact) return null
  const name = async (remark: string) => {
    const { eventId } = await nameContact(contact.contactId, remark)
    onDone({ words: i18n._('记下了：{remark}', { remark }), eventId })
  }
  return (
    <Sheet
      open
      title={i18n._('给 {who} 起个名', { who: wordContact(contact, i18n) })}
      closeLabel={i18n._('关上')}
      onClose={onClose}
    >
      <NameForm key={contact.contactId} before={contact.remark ?? ''} act={name} onKept={onClose} />
    </Sheet>
  )
}

type NewFormProps = { onMade: (made: ShownContact) => unknown; before?: string }

/** Writes down someone she knows, before she reads anything. What follows may fail and be tried again: she is made once. */
export function NewContactForm({ onMade, before = '' }: NewFormProps) {
  const made = useRef(new Map<string, ShownContact>()).current
  const isAlive = useIsAlive()
  const make = async (remark: string) => {
    const contact = made.get(remark) ?? (await createContact(remark))
    made.set(remark, contact)
    if (isAlive()) await onMade(contact) // else she has turned to something else
  }
  return <NameForm id="new-contact" before={before} act={make} />
}

type NewProps = { open: boolean; onClose: () => void; onMade: (made: ShownContact) => void }

export function NewContactSheet({ open, onClose, onMade }: NewProps) {
  const { i18n } = useLingui()
  return (
    <Sheet open={open} title={i18n._('新建客户')} closeLabel={i18n._('关上')} onClose={onClose}>
      <NewContactForm onMade={onMade} />
    </Sheet>
  )
}
