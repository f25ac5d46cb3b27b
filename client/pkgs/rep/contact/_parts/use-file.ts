// What the parts of a file share: whose it is, what is known, saving one field of it, and telling how that ended.

import type { I18n } from '@lingui/core'
import { useLingui } from '@lingui/react'
import { useRef } from 'react'
import { undo } from '@/features/contact/acts'
import type { Done } from '@/features/contact/UndoBar'
import { wordRefused } from '@/features/file/child-facts'
import { type SheetField, type SheetFields, saveSheet } from '@/features/file/save-sheet'
import type { Told } from '@/features/file/use-note'
import type { ContactSheet } from '@/features/file/use-sheet'
import { mintId } from '@/platform/mint'

export type Say = (told: Told) => void
export type Save = <F extends SheetField>(field: F, value: SheetFields[F]) => void
export type FileProps = { contactId: string; known: ContactSheet; say: Say; save: Save }

const wordField = (field: string, i18n: I18n): string => {
  const names: Record<SheetField, string> = {
    source: i18n._('怎么认识的'),
    relation: i18n._('你对她是'),
    value: i18n._('她要的是'),
    taste: i18n._('爱听哪种讲法'),
    cadenceDays: i18n._('多久联系一次'),
    quiet: i18n._('先别打扰'),
    answers: i18n._('她的情况'),
    groupIds: i18n._('在哪些群'),
  }
  return names[field as SheetField] ?? field
}

/** Said by whoever holds another phone of hers, and replaced by what she says here. */
export const wordReplaced = (fields: readonly string[], i18n: I18n): string =>
  i18n._('另一台手机刚改过“{fields}”，现在按这里的', {
    fields: fields.map((field) => wordField(field, i18n)).join(i18n._('、')),
  })

export const wordLate = (fields: readonly string[], i18n: I18n): string =>
  i18n._('另一台手机后来又改过“{fields}”，按那台的', {
    fields: fields.map((field) => wordField(field, i18n)).join(i18n._('、')),
  })

/** The one bar for what was done takes back acts of both kinds: who is who, and what stands in the file. */
export const useSay = (onDone: (done: Done) => void): { say: Say; takeBack: (id: string) => Promise<unknown> } => {
  const last = useRef<{ id: string; back: () => Promise<unknown> } | null>(null)
  const say: Say = ({ words, back }) => {
    last.current = back ? { id: mintId(), back } : null
    onDone({ words, eventId: last.current?.id ?? null })
  }
  const takeBack = (id: string) => (last.current?.id === id ? last.current.back() : undo(id))
  return { say, takeBack }
}

export const useSave = (contactId: string, say: Say): Save => {
  const { i18n } = useLingui()
  return (field, value) =>
    void saveSheet(contactId, field, value).then(
      (answer) => {
        if (answer && answer.replaced.length > 0) say({ words: wordReplaced(answer.replaced, i18n) })
      },
      (failure: unknown) => say({ words: wordRefused(failure) }),
    )
}
