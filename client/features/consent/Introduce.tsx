// How may the adviser call her? Her own words, only if she wants; empty takes it back.
import { useLingui } from '@lingui/react'
import type { MemberId } from '@shared/domain/ids'
import { REMARK_MAX } from '@shared/domain/limits'
import { useQueryClient } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/platform/call'
import { Button } from '@/ui/Button'
import { errorText } from '@/ui/error-text'
import { Field } from '@/ui/Field'
import './Introduce.scss'

type Props = {
  repId: string
  selfName: string | null
  onDone: (selfName: string | null) => void
  onLeave: () => void
}

export function Introduce({ repId, selfName, onDone, onLeave }: Props) {
  const { i18n } = useLingui()
  const client = useQueryClient()
  const [name, setName] = useState(selfName ?? '')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')
  const words = name.trim() === '' ? null : name.trim()
  const save = async (): Promise<void> => {
    if (busy || words === selfName) return
    setBusy(true)
    setError('')
    try {
      const told = await call('reader', 'privacy.introduce', { repId: repId as MemberId, name: words })
      void client.invalidateQueries({ queryKey: ['reader', 'privacy.see'] })
      onDone(told.selfName)
    } catch (failure) {
      setError(errorText(failure))
    } finally {
      setBusy(false)
    }
  }
  return (
    <View className="introduce">
      <Field
        id="introduce-name"
        label={i18n._('怎么称呼您')}
        hint={i18n._('给顾问看的称呼，可不填')}
        placeholder={i18n._('比如 林女士')}
        value={name}
        error={error}
        maxLength={REMARK_MAX}
        onChange={setName}
        onConfirm={() => void save()}
      />
      <View className="introduce-answers">
        <Button small kind="plain" onTap={onLeave}>
          {i18n._('不用了')}
        </Button>
        <Button
          small
          kind="plain"
          id="introduce-save"
          busy={busy}
          disabled={words === selfName}
          onTap={() => void save()}
        >
          {words === null && selfName !== null ? i18n._('去掉称呼') : i18n._('告诉顾问')}
        </Button>
      </View>
    </View>
  )
}
