// What does the rep call this contact? One line, saved in place.
import { useLingui } from '@lingui/react'
import { REMARK_MAX } from '@shared/domain/limits'
import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
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
type FormProps = { before: string; act: (name: string) => Promise<unknown>; id?: string }

/** One name and the button that keeps it. What she typed stays when it could not be kept. */
function NameForm({ before, act, id = 'remark' }: FormProps) {
  const { i18n } = useLingui()
  const [name, setName] = useState(before)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')
  const trimmed = name.trim()
  const save = () => {
    if (trimmed === '' || busy) return
    setBusy(true)
    setError('')
    act(trimmed)
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
    onClose()
  }
  return (
    <Sheet
      open
      title={i18n._('给 {who} 起个名', { who: wordContact(contact, i18n) })}
      closeLabel={i18n._('关上')}
      onClose={onClose}
    >
      <NameForm key={contact.contactId} before={contact.remark ?? ''} act={name} />
    </Sheet>
  )
}

type NewFormProps = { onMade: (made: ShownContact) => unknown; before?: string }

/** Writes down someone she knows, before she reads anything. What follows may fail and be tried again: she is made once. */
export function NewContactForm({ onMade, before = '' }: NewFormProps) {
  const made = useRef(new Map<string, ShownContact>()).current
  const make = async (remark: string) => {
    const contact = made.get(remark) ?? (await createContact(remark))
    made.set(remark, contact)
    await onMade(contact)
  }
  return <NameForm id="new-contact" before={before} act={make} />
}

type NewProps = { open: boolean; onClose: () => void; onMade: (made: ShownContact) => void }

export function NewContactSheet({ open, onClose, onMade }: NewProps) {
  const { i18n } = useLingui()
  // the form begins empty each time
  const [times, setTimes] = useState(0)
  useEffect(() => {
    if (open) setTimes((n) => n + 1)
  }, [open])
  return (
    <Sheet open={open} title={i18n._('新建客户')} closeLabel={i18n._('关上')} onClose={onClose}>
      <NewContactForm key={times} onMade={onMade} />
    </Sheet>
  )
}
