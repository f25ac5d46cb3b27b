// Typing the code that a manager or HQ gave: what is no code is not sent, and a refusal is told in words.
import { useLingui } from '@lingui/react'
import type { Output } from '@shared/contracts'
import { INVITE_LENGTH, readInvite } from '@shared/domain/invite'
import { useState } from 'react'
import { CallError, call } from '@/platform/call'
import { errorText } from '@/ui/error-text'

export const useBind = () => {
  const { i18n } = useLingui()
  const [code, setCode] = useState('')
  const [bound, setBound] = useState<Output<'rep', 'invite.bind'> | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')
  const [isOpen, setOpen] = useState(false)
  const run = async () => {
    if (busy) return
    if (readInvite(code) === null) return setError(i18n._('邀请码是 {n} 位字母和数字', { n: INVITE_LENGTH }))
    setBusy(true)
    setError('')
    try {
      setBound(await call('rep', 'invite.bind', { code }))
      setOpen(true)
    } catch (failure) {
      // the answer to the same code, typed a moment ago, may have been lost
      setOpen(failure instanceof CallError && failure.reason === 'already-bound')
      setError(errorText(failure))
    } finally {
      setBusy(false)
    }
  }
  return { code, setCode, bound, isOpen, busy, error, send: () => void run() }
}

export type Binding = ReturnType<typeof useBind>
