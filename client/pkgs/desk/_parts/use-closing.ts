// Is what a drawer or dialog was opened for done? Then it closes; a refusal stands in it, in words.
import { useState } from 'react'
import { errorText } from '@/ui/error-text'

export const useClosing = (onClose: () => void) => {
  const [wrong, setWrong] = useState('')
  const [busy, setBusy] = useState(false)
  const closeAfter = (act: Promise<unknown>): void => {
    setBusy(true)
    act.then(onClose, (failure: unknown) => setWrong(errorText(failure))).finally(() => setBusy(false))
  }
  return { wrong, busy, closeAfter }
}
