// Where the code is typed.
import { useLingui } from '@lingui/react'
import { Field } from '@/ui/Field'
import type { Binding } from './use-bind'

const TYPED_MAX = 12

export function CodeField({ binding: { code, setCode, error, send } }: { binding: Binding }) {
  const { i18n } = useLingui()
  return (
    <Field
      id="invite-code"
      label={i18n._('邀请码')}
      value={code}
      onChange={setCode}
      maxLength={TYPED_MAX}
      hint={i18n._('店长或总部给的 8 位码，48 小时内有效')}
      {...(error ? { error } : {})}
      onConfirm={send}
    />
  )
}
