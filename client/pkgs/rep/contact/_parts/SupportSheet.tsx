// She helped: in which way, and a word about it.
import { useLingui } from '@lingui/react'
import { KOL_NOTE_MAX, NOTED, type Noted } from '@shared/domain/kol'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { wordChildFacts } from '@/features/file/child-facts'
import { newEntry, useKolActs } from '@/features/support/use-kol'
import { NOTED_IDS, wordContribution } from '@/features/support/words'
import { useIsAlive } from '@/platform/page'
import { Button } from '@/ui/Button'
import { Choice } from '@/ui/Choice'
import { errorText } from '@/ui/error-text'
import { Field } from '@/ui/Field'
import { Sheet } from '@/ui/Sheet'

type Props = { contactId: string; onClose: () => void }

export function SupportSheet({ contactId, onClose }: Props) {
  const { i18n } = useLingui()
  const { note } = useKolActs(contactId)
  const [entryId] = useState(newEntry)
  const [of, setOf] = useState<Noted>('service')
  const [words, setWords] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')
  const isAlive = useIsAlive()
  const save = () => {
    const child = wordChildFacts(words)
    if (child !== '') return setError(child)
    setBusy(true)
    void note(entryId, of, words.trim()).then(
      () => isAlive() && onClose(),
      (failure: unknown) => {
        if (!isAlive()) return
        setBusy(false)
        setError(errorText(failure))
      },
    )
  }
  return (
    <Sheet open title={i18n._('她帮了什么忙')} closeLabel={i18n._('关上')} onClose={onClose}>
      <View className="file-form">
        <Choice
          chosen={of}
          onChange={setOf}
          options={NOTED.map((value) => ({ value, name: wordContribution(value, i18n), id: NOTED_IDS[value] }))}
        />
        <Field
          id="help-note"
          label={i18n._('记一句（可不写）')}
          placeholder={i18n._('比如 教新妈妈用背带')}
          value={words}
          onChange={(next) => {
            setWords(next)
            setError('')
          }}
          error={error || undefined}
          maxLength={KOL_NOTE_MAX}
        />
        <Button id="save-help" busy={busy} onTap={save}>
          {i18n._('记下')}
        </Button>
      </View>
    </Sheet>
  )
}
