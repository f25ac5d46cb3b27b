// What does the rep call this reader? One line, saved in place.
import { useLingui } from '@lingui/react'
import { REMARK_MAX } from '@shared/domain/limits'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '@/ui/Button'
import { errorText } from '@/ui/error-text'
import { Field } from '@/ui/Field'
import { Sheet } from '@/ui/Sheet'
import { nameContact } from './use-contacts'
import { wordReader } from './words'
import './NameSheet.scss'

export type Nameable = { contactId: string; remark: string | null; ordinal: string }

export function NameSheet({ reader, onClose }: { reader: Nameable | null; onClose: () => void }) {
  const { i18n } = useLingui()
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')
  useEffect(() => {
    setName(reader?.remark ?? '')
    setError('')
  }, [reader])
  if (!reader) return null

  const trimmed = name.trim()
  const save = () => {
    if (trimmed === '' || busy) return
    setBusy(true)
    setError('')
    nameContact(reader.contactId, trimmed)
      .then(onClose, (failure: unknown) => setError(errorText(failure)))
      .finally(() => setBusy(false))
  }
  return (
    <Sheet
      open
      title={i18n._('给 {who} 起个名', { who: wordReader(reader, i18n) })}
      closeLabel={i18n._('关上')}
      onClose={onClose}
    >
      <View className="name-sheet">
        <Field
          id="remark"
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
    </Sheet>
  )
}
